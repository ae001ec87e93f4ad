import type { Command } from 'commander'
import { type SimulatedAction, type Simulation, simulate } from '../../app/day/simulate.ts'
import { type Day, formatDay } from '../../domain/date.ts'
import {
  amountText,
  COLON,
  counted,
  dateText,
  type Language,
  type Phrase,
  phrases,
} from '../../words/language.ts'
import { CHANNELS, STAGES } from '../../words/words.ts'
import { Discrepancy, dateOption, optionsOf, print, type Shell, withDesk } from '../shell.ts'

const PHRASES = phrases(
  {
    title: (from: string, until: string) => `Du ${from} au ${until}, si rien d'autre n'arrive :`,
    nothing: "Rien à faire : aucune relance n'est prévue.",
    totals: (actions: number) => `Totaux : ${counted(actions, 'action', 'actions', 'fr')}`,
    waiting: (proposals: number) => `, dont ${proposals} à valider (« --agree » montre la suite)`,
    byChannel: 'par canal',
    byStage: 'par phase',
    failures: 'Échecs',
    held: 'Envois retenus : rien ne partira tant que « quittance sending on » ne les autorise pas.',
    toConfirm: ', à valider',
    failed: (cases: number) =>
      `${counted(cases, 'dossier n’a pas pu être simulé', 'dossiers n’ont pas pu être simulés', 'fr')}`,
  },
  {
    title: (from, until) => `From ${from} to ${until}, if nothing else happens:`,
    nothing: 'Nothing to do: no reminder is foreseen.',
    totals: actions => `Totals: ${counted(actions, 'action', 'actions', 'en')}`,
    waiting: proposals => `, ${proposals} of them to be confirmed ("--agree" shows what follows)`,
    byChannel: 'by channel',
    byStage: 'by stage',
    failures: 'Failures',
    held: 'Sending is off: nothing leaves until "quittance sending on".',
    toConfirm: ', to be confirmed',
    failed: cases => `${counted(cases, 'case', 'cases', 'en')} could not be simulated`,
  },
)

type SimulateOptions = { from?: Day; until: Day; scenario?: string; agree?: boolean }

export function addSimulate(program: Command, shell: Shell): void {
  program
    .command('simulate')
    .summary('montre ce qui partira, si rien d’autre n’arrive')
    .description(
      'Vit les jours à venir avec le vrai calcul, sans rien écrire ni envoyer : qui sera relancé, quand et comment, si rien d’autre n’arrive. Chaque action est supposée faite le jour dit.',
    )
    .option('--from <date>', 'premier jour montré, AAAA-MM-JJ (aujourd’hui)', dateOption)
    .requiredOption('--until <date>', 'dernier jour, AAAA-MM-JJ, trois ans au plus', dateOption)
    .option('--scenario <id>', 'essaie un autre scénario, pour tous les dossiers')
    .option('--agree', 'suppose chaque proposition acceptée le jour même (sinon, elles attendent)')
    .addHelpText(
      'after',
      '\nExemples :\n  quittance simulate --until 2026-12-31\n  quittance simulate --from 2026-12-01 --until 2027-02-28 --agree',
    )
    .action(async (_options, command: Command) => {
      const options = optionsOf<SimulateOptions>(command)
      const {
        from = options.date ?? shell.today(),
        until,
        scenario: scenarioId = null,
        agree = false,
      } = options
      const simulation = await withDesk(shell, options, desk =>
        simulate(desk, { from, until, scenarioId, agree }),
      )
      print(shell, options, simulation, done => simulationText(done, from, until, shell.language))
      if (simulation.errors.length > 0)
        throw new Discrepancy({
          fr: PHRASES.fr.failed(simulation.errors.length),
          en: PHRASES.en.failed(simulation.errors.length),
        })
    })
}

function simulationText(
  { days, totals, sending, errors }: Simulation,
  from: Day,
  until: Day,
  language: Language,
): string {
  const say = PHRASES[language]
  const colon = COLON[language]
  const shown = (date: Day) => dateText(formatDay(date), language)
  const lines = [say.title(shown(from), shown(until))]
  for (const { date, actions } of days)
    lines.push('', dateText(date, language), ...actions.map(action => actionLine(action, language)))
  if (days.length === 0) lines.push('', say.nothing)
  lines.push('', `${say.totals(totals.actions)}${totals.proposals > 0 ? say.waiting(totals.proposals) : ''}`)
  if (totals.actions > 0) {
    lines.push(
      `  ${say.byChannel}${colon}${counts(CHANNELS, totals.channels, language)}`,
      `  ${say.byStage}${colon}${counts(STAGES, totals.stages, language)}`,
    )
  }
  if (errors.length > 0)
    lines.push('', say.failures, ...errors.map(error => `  ${error.case}${colon}${error.message}`))
  if (!sending && totals.actions > 0) lines.push('', say.held)
  return lines.join('\n')
}

function actionLine(
  { debtor, channel, stage, step, status, amountCents, items }: SimulatedAction,
  language: Language,
): string {
  const waiting = status === 'proposed' ? PHRASES[language].toConfirm : ''
  const how = `${CHANNELS[channel][language]}, ${STAGES[stage][language]} (${step})${waiting}`
  return `  ${debtor} — ${how} — ${amountText(amountCents, 'EUR', language)}${COLON[language]}${items.join(', ')}`
}

/** In the order of the words, whatever came first. */
function counts<Name extends string>(
  words: Record<Name, Phrase>,
  found: Partial<Record<Name, number>>,
  language: Language,
): string {
  return (Object.keys(words) as Name[])
    .filter(name => found[name] !== undefined)
    .map(name => `${words[name][language]} ${found[name]}`)
    .join(' · ')
}
