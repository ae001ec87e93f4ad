import type { Command } from 'commander'
import { type ListedRate, type ListedSeries, listRates } from '../../app/setup/list-rates.ts'
import { type RecordRates, recordRates } from '../../app/setup/record-rate.ts'
import { removeRates } from '../../app/setup/remove-rate.ts'
import { addDays, type Day } from '../../domain/date.ts'
import { nextSemesterStart, parseSemester, semesterName } from '../../domain/interest/rate.ts'
import { RATE_SERIES, RATE_STATUSES } from '../../words/claim-words.ts'
import { dateText, type Language, percentText, phrases } from '../../words/language.ts'
import { percent } from '../percent.ts'
import { dateOption, invalid, optionsOf, print, type Shell, withDesk } from '../shell.ts'
import { table } from '../table.ts'

type EcbOptions = { from: Day; rate: number; source: string; knownUntil?: Day }
type LegalOptions = { semester: Day; individual: number; other: number; source: string }

const SHOWN = 6

const PHRASES = phrases(
  {
    knownUntil: (name: string, date: string) => `${name}, dernier jour connu : ${date}`,
    period: (from: string, until: string) => `du ${from} au ${until}`,
    older: (count: number) => `… et ${count} plus anciens (--all les montre)`,
    by: (actor: string, date: string) => `noté par ${actor} le ${date}`,
    recorded: (date: string) =>
      `Enregistré, connu jusqu'au ${date}. Les dossiers ouverts seront revus à la prochaine journée.`,
    unchanged: 'Déjà connu : rien n’a changé.',
    removed: 'Retiré. Les dossiers ouverts seront revus à la prochaine journée.',
  },
  {
    knownUntil: (name, date) => `${name}, last known day: ${date}`,
    period: (from, until) => `${from} to ${until}`,
    older: count => `… and ${count} older (--all shows them)`,
    by: (actor, date) => `recorded by ${actor} on ${date}`,
    recorded: date => `Recorded, known until ${date}. Open cases are looked at again at the next run.`,
    unchanged: 'Known already: nothing has changed.',
    removed: 'Removed. Open cases are looked at again at the next run.',
  },
)

/** Rates of the ECB and of the law: what is known, and what a person records between two releases. */
export function addRates(program: Command, shell: Shell): void {
  const group = program
    .command('rates')
    .summary('taux de la BCE et taux d’intérêt légal')
    .description('Liste les taux connus, leur source et leur fiabilité ; « add » en enregistre un nouveau.')
    .option('--all', 'montre aussi les plus anciens')
    .addHelpText(
      'after',
      '\nExemples :\n  quittance rates\n  quittance rates add ecb --from 2027-01-01 --rate 2.65 --source "BCE, communiqué du 17 décembre 2026"\n  quittance rates remove ecb --from 2027-01-01',
    )
    .action(async (_options, command: Command) => {
      const options = optionsOf<{ all?: boolean }>(command)
      const listed = await withDesk(shell, options, listRates)
      print(shell, options, listed, ({ series }) =>
        series.map(each => seriesText(each, options.all ?? false, shell.language)).join('\n\n'),
      )
    })
  addAdd(group, shell)
  addRemove(group, shell)
}

function addAdd(group: Command, shell: Shell): void {
  const add = group
    .command('add')
    .summary('enregistre un taux publié')
    .description('Enregistre un taux publié, avec sa source. Ce qui est déjà connu ne change pas.')
    .addHelpText('after', '\nExemple :\n  quittance rates add legal --help')
  add
    .command('ecb')
    .summary('taux BCE (opérations principales de refinancement)')
    .description(
      'Enregistre le taux BCE en vigueur un jour donné, par date d’effet, et jusqu’à --known-until s’il n’a pas changé d’ici là.',
    )
    .requiredOption('--from <date>', 'premier jour de ce taux, ou jour où on l’a constaté', dateOption)
    .requiredOption('--rate <pourcent>', 'par exemple 2.65', percent)
    .requiredOption('--source <texte>', 'où ce taux a été lu')
    .option(
      '--known-until <date>',
      'dernier jour pour lequel on le sait (le premier seul, sinon)',
      dateOption,
    )
    .addHelpText(
      'after',
      '\nExemple :\n  quittance rates add ecb --from 2027-01-01 --rate 2.65 --source "BCE, communiqué du 17 décembre 2026"',
    )
    .action(async (_options, command: Command) => {
      const { from, rate: rateBps, source, knownUntil } = optionsOf<EcbOptions>(command)
      const rates = [{ series: 'ecb' as const, from, until: knownUntil ?? from, rateBps }]
      await record(command, shell, { rates, source })
    })
  add
    .command('legal')
    .summary('taux d’intérêt légal d’un semestre')
    .description('Enregistre les deux taux d’intérêt légal d’un semestre, tels que l’arrêté les donne.')
    .requiredOption('--semester <semestre>', 'par exemple 2027-S1', semester)
    .requiredOption('--individual <pourcent>', 'créancier particulier', percent)
    .requiredOption('--other <pourcent>', 'tous les autres cas', percent)
    .requiredOption('--source <texte>', 'l’arrêté, ou la page où il a été lu')
    .addHelpText(
      'after',
      '\nExemple :\n  quittance rates add legal --semester 2027-S1 --individual 6.90 --other 2.80 --source "arrêté du …, JO du …"',
    )
    .action(async (_options, command: Command) => {
      const { semester: from, individual, other, source } = optionsOf<LegalOptions>(command)
      const until = addDays(nextSemesterStart(from), -1)
      const rates = [
        { series: 'legal-individual' as const, from, until, rateBps: individual },
        { series: 'legal-other' as const, from, until, rateBps: other },
      ]
      await record(command, shell, { rates, source })
    })
}

async function record(command: Command, shell: Shell, input: RecordRates): Promise<void> {
  const options = optionsOf<object>(command)
  const say = PHRASES[shell.language]
  const done = await withDesk(shell, options, desk => recordRates(desk, input))
  print(shell, options, done, ({ recorded, knownUntil }) =>
    recorded > 0 ? say.recorded(dateText(knownUntil, shell.language)) : say.unchanged,
  )
}

function addRemove(group: Command, shell: Shell): void {
  const say = PHRASES[shell.language]
  const remove = group
    .command('remove')
    .summary('retire un taux enregistré')
    .description('Retire un taux qu’une personne a enregistré. Ceux du programme ne se retirent pas.')
    .addHelpText('after', '\nExemple :\n  quittance rates remove ecb --from 2027-01-01')
  const run = async (command: Command, input: Parameters<typeof removeRates>[1]) => {
    const options = optionsOf<object>(command)
    const done = await withDesk(shell, options, desk => removeRates(desk, input))
    print(shell, options, done, () => say.removed)
  }
  remove
    .command('ecb')
    .summary('taux BCE')
    .description('Retire ce qui a été enregistré du taux BCE à partir d’un jour.')
    .requiredOption('--from <date>', 'le jour donné en l’enregistrant', dateOption)
    .addHelpText('after', '\nExemple :\n  quittance rates remove ecb --from 2027-01-01')
    .action((_options, command: Command) =>
      run(command, { series: ['ecb'], from: optionsOf<{ from: Day }>(command).from }),
    )
  remove
    .command('legal')
    .summary('taux d’intérêt légal')
    .description('Retire les taux d’intérêt légal enregistrés pour un semestre.')
    .requiredOption('--semester <semestre>', 'par exemple 2027-S1', semester)
    .addHelpText('after', '\nExemple :\n  quittance rates remove legal --semester 2027-S1')
    .action((_options, command: Command) =>
      run(command, {
        series: ['legal-individual', 'legal-other'],
        from: optionsOf<{ semester: Day }>(command).semester,
      }),
    )
}

function seriesText({ code, knownUntil, rates }: ListedSeries, all: boolean, language: Language): string {
  const say = PHRASES[language]
  const older = all ? 0 : Math.max(0, rates.length - SHOWN)
  const rows = rates
    .slice(older)
    .map(rate => [
      `  ${code === 'ecb' ? say.period(dateText(rate.from, language), dateText(rate.until, language)) : semesterOf(rate)}`,
      percentText(rate.rateBps, language),
      RATE_STATUSES[rate.status][language],
      sourceText(rate, language),
    ])
  return [
    say.knownUntil(RATE_SERIES[code][language], dateText(knownUntil, language)),
    ...(older > 0 ? [`  ${say.older(older)}`] : []),
    table(rows, [1]),
  ].join('\n')
}

function semesterOf({ from }: ListedRate): string {
  return semesterName(dateOption(from))
}

function sourceText({ sources, recordedBy, recordedAt }: ListedRate, language: Language): string {
  const by =
    recordedBy === null || recordedAt === null
      ? []
      : [PHRASES[language].by(recordedBy, dateText(recordedAt.slice(0, 10), language))]
  return [...sources, ...by].join(' ; ')
}

/** A half-year since 2015, when the legal rate began to follow them. */
function semester(text: string): Day {
  const parsed = parseSemester(text)
  if (parsed === null || text < '2015-S1')
    throw invalid({
      fr: `« ${text} » n'est pas un semestre depuis 2015 ; exemple : 2027-S1`,
      en: `"${text}" is not a half-year since 2015; example: 2027-S1`,
    })
  return parsed
}
