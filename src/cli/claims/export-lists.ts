import { Argument, type Command, Option } from 'commander'
import type { Desk } from '../../app/desk.ts'
import { LIST_ROWS, type ListName } from '../../app/reports/export-lists.ts'
import { BYTE_ORDER_MARK, type CsvStyle, csvHeader, csvRow } from '../../formats/out/csv-writer.ts'
import type { Cell, SheetColumn } from '../../formats/sheet.ts'
import { counted, type Language, phrases } from '../../words/language.ts'
import { writeOutput, writePieces } from '../output-file.ts'
import { type GlobalOptions, Misuse, optionsOf, type Shell, toJson, withDesk } from '../shell.ts'
import { LIST_COLUMNS, LIST_NAMES, type ListColumn, listTitle } from './list-columns.ts'

type ListOptions = GlobalOptions & {
  output?: string
  open?: boolean
  separator?: 'semicolon' | 'comma' | 'tab'
  isoDates?: boolean
}

const PHRASES = phrases(
  {
    one: 'ligne',
    many: 'lignes',
    written: (rows: string, file: string) => `${rows} dans ${file}`,
    outputNeeded: 'un classeur s’écrit dans un fichier : donnez --output FICHIER.xlsx',
    'too-many-rows': 'plus d’un million de lignes : Excel n’en tient pas tant ; exportez en CSV',
    'cell-too-long': 'une case dépasse 32 767 caractères : Excel n’en tient pas tant ; exportez en CSV',
  },
  {
    one: 'row',
    many: 'rows',
    written: (rows, file) => `${rows} in ${file}`,
    outputNeeded: 'a workbook is written to a file: give --output FILE.xlsx',
    'too-many-rows': 'more than a million rows: Excel holds no more; export as CSV',
    'cell-too-long': 'a cell is longer than 32,767 characters: Excel holds no more; export as CSV',
  },
)

const SEPARATORS = { semicolon: ';', comma: ',', tab: '\t' } as const

/** Lists for a spreadsheet. */
export function addExportLists(group: Command, shell: Shell): void {
  const listed = new Argument('<liste>', 'balances, invoices, claims, actions ou journal').choices([
    ...LIST_NAMES,
  ])
  csvOptions(
    group
      .command('csv')
      .summary('une liste au format CSV, pour un tableur')
      .description(
        'Une liste au format CSV (RFC 4180, UTF-8), lisible par un tableur. Un texte qu’il prendrait pour une formule est précédé d’une apostrophe ; un montant négatif reste un nombre.',
      )
      .addArgument(listed),
  )
    .addHelpText(
      'after',
      '\nExemples :\n  quittance export csv invoices --open --output factures.csv\n  quittance export csv balances --separator comma --lang en',
    )
    .action(async (name: ListName, _options, command: Command) => {
      await exportCsv(shell, optionsOf<ListOptions>(command), name)
    })
  group
    .command('xlsx')
    .summary('une liste dans un classeur Excel')
    .description(
      'Une liste dans un classeur Excel : nombres, dates et textes y sont ce qu’ils sont, aucun n’est une formule.',
    )
    .addArgument(listed)
    .option('--open', 'seulement ce qui est ouvert (invoices, actions)')
    .option('--output <fichier>', 'fichier à écrire')
    .addHelpText('after', '\nExemple :\n  quittance export xlsx invoices --output factures.xlsx')
    .action(async (name: ListName, _options, command: Command) => {
      await exportXlsx(shell, optionsOf<ListOptions>(command), name)
    })
  csvOptions(
    group
      .command('claims')
      .summary('décomptes de tous les débiteurs (CSV, ou XLSX par le nom du fichier)')
      .description('Principal, intérêts et indemnités de chaque dossier, comme « quittance claims ».'),
  )
    .addHelpText('after', '\nExemple :\n  quittance export claims --output decomptes.xlsx')
    .action((_options, command: Command) => exportNamed(shell, optionsOf<ListOptions>(command), 'claims'))
  csvOptions(
    group
      .command('journal')
      .summary('le journal, avec ses empreintes (CSV, ou XLSX par le nom du fichier)')
      .description(
        'Le journal de tous les dossiers. L’empreinte d’une ligne est le SHA-256 de la précédente et de la ligne (docs/exports.md) : une ligne changée, ôtée ou ajoutée se voit.',
      ),
  )
    .addHelpText('after', '\nExemple :\n  quittance export journal --output journal.csv')
    .action((_options, command: Command) => exportNamed(shell, optionsOf<ListOptions>(command), 'journal'))
}

function csvOptions(command: Command): Command {
  return command
    .option('--open', 'seulement ce qui est ouvert (invoices, actions)')
    .addOption(
      new Option(
        '--separator <signe>',
        'entre les colonnes (point-virgule en français, virgule en anglais)',
      ).choices(Object.keys(SEPARATORS)),
    )
    .option('--iso-dates', 'dates AAAA-MM-JJ')
    .option('--output <fichier>', 'fichier à écrire (sinon, la sortie)')
}

function exportNamed(shell: Shell, options: ListOptions, name: ListName): Promise<void> {
  return /\.xlsx$/i.test(options.output ?? '')
    ? exportXlsx(shell, options, name)
    : exportCsv(shell, options, name)
}

async function exportCsv(shell: Shell, options: ListOptions, name: ListName): Promise<void> {
  const { output } = options
  if (options.json && output === undefined) return printRows(shell, options, name)
  const style = styleOf(options, name, shell.language)
  const done = await withDesk(shell, options, async desk => {
    let rows = 0
    async function* pieces(): AsyncGenerator<string> {
      const columns = columnsOf(name, shell.language)
      yield (output === undefined ? '' : BYTE_ORDER_MARK) + csvHeader(columns, style)
      for await (const cells of cellsOf(desk, shell, options, name)) {
        rows++
        yield csvRow(cells, columns, style)
      }
    }
    if (output !== undefined) await writePieces(output, pieces())
    // The shell ends each line itself.
    else for await (const piece of pieces()) shell.out(piece.replace(/\n$/, ''))
    return { rows }
  })
  if (output !== undefined) told(shell, options, name, output, done.rows)
}

async function exportXlsx(shell: Shell, options: ListOptions, name: ListName): Promise<void> {
  const { output } = options
  if (output === undefined) throw misuse('output-needed', 'outputNeeded')
  const { writeXlsx } = await import('../../formats/out/xlsx-writer.ts')
  const written = await withDesk(shell, options, desk =>
    writeXlsx(
      listTitle(name, shell.language),
      columnsOf(name, shell.language),
      cellsOf(desk, shell, options, name),
    ),
  )
  if ('problem' in written) throw misuse(written.problem, written.problem)
  await writeOutput(output, written.bytes)
  told(shell, options, name, output, written.rows)
}

function told(shell: Shell, options: ListOptions, name: ListName, output: string, rows: number): void {
  const say = PHRASES[shell.language]
  const count = counted(rows, say.one, say.many, shell.language)
  shell.out(options.json ? toJson({ list: name, output, rows }) : say.written(count, output))
}

/** With `--json` and no file: the rows themselves, codes and cents, in one document. */
async function printRows(shell: Shell, options: ListOptions, name: ListName): Promise<void> {
  const rows: object[] = []
  await withDesk(shell, options, async desk => {
    for await (const row of rowsOf(desk, options, name)) rows.push(row)
    return {}
  })
  shell.out(toJson({ list: name, output: null, rows }))
}

async function* cellsOf(
  desk: Desk,
  shell: Shell,
  options: ListOptions,
  name: ListName,
): AsyncGenerator<Cell[]> {
  const columns = LIST_COLUMNS[name] as readonly ListColumn<unknown>[]
  for await (const row of rowsOf(desk, options, name))
    yield columns.map(column => column.cell(row, shell.language))
}

function rowsOf(desk: Desk, options: ListOptions, name: ListName): AsyncGenerator<object> {
  return LIST_ROWS[name](desk, options.open ?? false)
}

function columnsOf(name: ListName, language: Language): SheetColumn[] {
  return LIST_COLUMNS[name].map(({ title, kind }) => ({ title: title[language], kind }))
}

/** As a spreadsheet of that country expects it; the journal keeps the dates that were hashed. */
function styleOf({ separator, isoDates }: ListOptions, name: ListName, language: Language): CsvStyle {
  const isFrench = language === 'fr'
  return {
    separator: SEPARATORS[separator ?? (isFrench ? 'semicolon' : 'comma')],
    decimalMark: isFrench ? ',' : '.',
    isoDates: isoDates ?? (name === 'journal' || !isFrench),
  }
}

function misuse(code: string, key: 'outputNeeded' | 'too-many-rows' | 'cell-too-long'): Misuse {
  return new Misuse(code, { fr: PHRASES.fr[key], en: PHRASES.en[key] })
}
