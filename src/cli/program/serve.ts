import type { Command } from 'commander'
import type { App } from '../../app/app.ts'
import { runDay } from '../../app/day/run-day.ts'
import { deliver } from '../../app/delivery/deliver.ts'
import type { Desk } from '../../app/desk.ts'
import { loadDemo } from '../../app/setup/load-demo.ts'
import { isWorkingDay, nextContactDay } from '../../domain/calendar.ts'
import { type Day, formatDay } from '../../domain/date.ts'
import { counted, dateText, phrases } from '../../words/language.ts'
import { whereTo } from '../day/deliver.ts'
import { dayText } from '../day/sentences.ts'
import { refusalSentence } from '../refusals.ts'
import {
  accepted,
  type GlobalOptions,
  invalid,
  Misuse,
  type Opened,
  optionsOf,
  print,
  type Shell,
} from '../shell.ts'

type ServeOptions = { port?: number; serve?: boolean }

const DEFAULT_PORT = 4080

const PHRASES = phrases(
  {
    written: (count: number) => `${counted(count, 'message écrit', 'messages écrits', 'fr')}.`,
    listening: (address: string) => `Quittance écoute sur ${address} — Ctrl-C arrête tout.`,
    stopping: 'Arrêt…',
    otherPort: `Le port ${DEFAULT_PORT} est déjà pris ; un autre est choisi.`,
    otherDay: (today: string, next: string) =>
      `Le ${today} n'est pas ouvré : la démonstration joue le ${next}.`,
  },
  {
    written: count => `${counted(count, 'message', 'messages', 'en')} written.`,
    listening: address => `Quittance listens on ${address} — Ctrl-C stops everything.`,
    stopping: 'Stopping…',
    otherPort: `Port ${DEFAULT_PORT} is taken; another one is chosen.`,
    otherDay: (today, next) => `${today} is not a working day: the demo plays ${next}.`,
  },
)

/** Commands that go on: serve, and demo with --serve. */
export function addServe(program: Command, shell: Shell, serve: Serve): void {
  program
    .command('demo')
    .summary('société de démonstration')
    .description(
      'Charge une société de démonstration (douze débiteurs, douze situations), décide sa journée et dit pourquoi.\nAucun e-mail réel ne part : les messages sont écrits dans un dossier.',
    )
    .option('--serve', 'continue à servir la page web')
    .option('--port <n>', `port de la page web (${DEFAULT_PORT})`, port)
    .addHelpText('after', '\nExemple :\n  quittance demo --serve')
    .action(async (_options, command: Command) => {
      const options = optionsOf<ServeOptions>(command)
      await using opened = await shell.open({ ...options, demo: true })
      const date = demoDay(opened.desk, shell)
      const desk = { ...opened.desk, today: date }
      accepted(await loadDemo(desk, date))
      const report = accepted(await runDay(desk, { dryRun: false }))
      const sent = await deliver(desk, { max: null })
      print(shell, options, report, () => {
        const delivery =
          'refused' in sent
            ? refusalSentence(sent)[shell.language]
            : `${PHRASES[shell.language].written(sent.sent)} ${whereTo(sent, shell.language)}`
        return `${dayText(report, shell.language)}\n\n${delivery}`
      })
      if (options.serve) await serveUntilStopped(opened, shell, serve, options)
    })
  program
    .command('serve')
    .summary('page web et API')
    .description('Sert la liste de travail (page et JSON) sur cette machine, jusqu’à Ctrl-C.')
    .option('--port <n>', `port (${DEFAULT_PORT})`, port)
    .addHelpText('after', '\nExemple :\n  quittance serve --port 4080')
    .action(async (_options, command: Command) => {
      const options = optionsOf<ServeOptions>(command)
      await using opened = await shell.open(options)
      await serveUntilStopped(opened, shell, serve, options)
    })
}

/** Serves an organisation on a port of this machine; returns the address and how to stop. */
export type Serve = (
  app: App,
  organisationId: string,
  port: number,
) => Promise<{ address: string; stop(): Promise<void> }>

async function serveUntilStopped(
  opened: Opened,
  shell: Shell,
  serve: Serve,
  options: GlobalOptions & ServeOptions,
): Promise<void> {
  const server = await listen(opened, shell, serve, options.port)
  const say = PHRASES[shell.language]
  shell.err(say.listening(server.address))
  await shell.stopped()
  shell.err(say.stopping)
  await server.stop()
}

/** The port asked for, or else the usual one, or any other that is free. */
async function listen({ app, desk }: Opened, shell: Shell, serve: Serve, asked: number | undefined) {
  try {
    return await serve(app, desk.organisationId, asked ?? DEFAULT_PORT)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    if (asked !== undefined)
      throw new Misuse('port-taken', {
        fr: `le port ${asked} est déjà pris : choisissez-en un autre (--port)`,
        en: `port ${asked} is taken: choose another one (--port)`,
      })
    shell.err(PHRASES[shell.language].otherPort)
    return serve(app, desk.organisationId, 0)
  }
}

/** The demo shows a working day: on a week-end or a holiday, the next one. */
function demoDay({ today, country }: Desk, shell: Shell): Day {
  const calendar = country.law({ region: null })
  if (isWorkingDay(calendar, today)) return today
  const next = nextContactDay(calendar, today)
  const shown = (date: Day) => dateText(formatDay(date), shell.language)
  shell.err(PHRASES[shell.language].otherDay(shown(today), shown(next)))
  return next
}

function port(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0 || value > 65535) {
    throw invalid({ fr: 'un port est un nombre de 0 à 65535', en: 'a port is a number from 0 to 65535' })
  }
  return value
}
