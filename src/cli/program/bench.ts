import { Argument, type Command } from 'commander'
import type { SourceFile } from '../../app/source-file.ts'
import { phrases } from '../../words/language.ts'
import { readFiles } from '../input-file.ts'
import { countOption, Misuse, optionsOf, print, type Shell } from '../shell.ts'
import { table } from '../table.ts'

const PHRASES = phrases(
  {
    columns: ['Mesure', 'Quittance', 'Limite', 'Unité', 'Rapport'],
    number: (figure: number) => String(figure).replace('.', ','),
  },
  { columns: ['Benchmark', 'Quittance', 'Limit', 'Unit', 'Ratio'], number: figure => String(figure) },
)

export const BENCHES = [
  'day',
  'steady',
  'decide',
  'claims',
  'import',
  'matching',
  'email',
  'letters',
] as const
export type BenchName = (typeof BENCHES)[number]

/** Null: the usual size of the benchmark; smaller when all run. */
export type BenchOptions = {
  name: BenchName | null
  debtors: number | null
  invoicesPerDebtor: number
  runs: number | null
  /** A company's own accounts, whose clearing `matching` is held to. */
  fec: SourceFile | null
}

/** `ratio` is how many times as long ours takes as the limit, both medians of the same run on the same machine. */
export type BenchResult = {
  name: string
  ours: number
  limit: number
  ratio: number
  unit: string
  detail: Record<string, unknown>
}

export type Bench = (options: BenchOptions, progress: (line: string) => void) => Promise<BenchResult[]>

type Options = { debtors?: number; invoicesPerDebtor: number; runs?: number; fec?: string }

const FEC_OF_MATCHING = {
  fr: '--fec ne vaut que pour « quittance bench matching ».',
  en: '--fec is for "quittance bench matching" only.',
}

export function addBench(program: Command, shell: Shell, bench: Bench): void {
  program
    .command('bench')
    .summary('mesure la vitesse, à côté de sa limite')
    .description(
      'Mesure la vitesse à côté du plus petit travail possible, sur la même machine et au même moment : day, la journée et les mêmes lignes écrites en SQL seul ; steady, les mêmes échéances parmi dix fois plus de factures ; decide, les décisions en mémoire et une boucle nue ; claims, les décomptes en mémoire et leur arithmétique nue ; import, des fichiers lus jusqu’à leurs pièces et le découpage de leurs lignes seul ; matching, le rapprochement de règlements inventés dont la vérité est connue, avec sa précision et son rappel ; email, des messages écrits, composés et remis à un serveur de messagerie qui les jette, et les mêmes parties par nodemailer seul ; letters, des lettres de leurs données à leur PDF et une page fixe que Typst compile seul.\nDans une base jetable : jamais dans vos données.',
    )
    .addArgument(new Argument('[nom]', 'sinon toutes, en petit').choices(BENCHES))
    .option('--debtors <n>', 'débiteurs, ou lettres', countOption)
    .option('--invoices-per-debtor <n>', 'factures par débiteur', countOption, 5)
    .option('--runs <n>', 'passages, dont la médiane est retenue', countOption)
    .option(
      '--fec <fichier>',
      'matching : rapproche les règlements de ce FEC et compare à son lettrage, au lieu de règlements inventés',
    )
    .addHelpText(
      'after',
      '\nExemples :\n  quittance bench\n  quittance bench day --debtors 200000 --runs 3\n  quittance bench matching --fec 123456789FEC20261231.txt',
    )
    .action(async (name: BenchName | undefined, _options, command: Command) => {
      const options = optionsOf<Options>(command)
      if (options.fec !== undefined && name !== 'matching')
        throw new Misuse('fec-of-matching', FEC_OF_MATCHING)
      const results = await bench(
        {
          name: name ?? null,
          debtors: options.debtors ?? null,
          invoicesPerDebtor: options.invoicesPerDebtor,
          runs: options.runs ?? null,
          fec: options.fec === undefined ? null : ((await readFiles([options.fec]))[0] ?? null),
        },
        line => shell.err(line),
      )
      print(shell, options, { results }, () => benchText(results, PHRASES[shell.language]))
    })
}

function benchText(results: readonly BenchResult[], say: (typeof PHRASES)['fr']): string {
  const rows = results.map(({ name, ours, limit, unit, ratio }) => [
    name,
    say.number(ours),
    say.number(limit),
    unit,
    say.number(ratio),
  ])
  const details = results.map(({ name, detail }) => `${name} : ${JSON.stringify(detail)}`)
  return [table([say.columns, ...rows], [1, 2, 4]), '', ...details].join('\n')
}
