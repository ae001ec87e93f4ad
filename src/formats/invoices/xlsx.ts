/** Workbooks of Excel → rows of text, read like those of a CSV file. */
import type { DecimalMark } from '../amount.ts'
import type { ByteSource } from '../byte-source.ts'
import { storedZip, unzip, type ZipFile } from '../containers/zip.ts'
import { type OpenedFile, type Reading, refused, refusedFile } from '../format.ts'
import { error, type Problem, warning } from '../problem.ts'
import { findHeader, HEADER_WITHIN, type HeaderSense, tableFrom } from '../tables/csv-table.ts'
import type { MappingChoice } from '../tables/field.ts'
import { mapTable } from '../tables/mapped-table.ts'
import { headerSense } from '../tables/mapping.ts'
import { cellText, type SheetCell } from '../tables/sheet-cell.ts'
import { beyondGrid } from '../tables/sheet-grid.ts'
import { sheetFeed } from '../tables/table-feed.ts'
import { type CsvOptions, openInvoiceTable } from './csv.ts'
import { readContactTable } from './csv-contacts.ts'

export type Sheet = { name: string; rows: string[][] }

/** About 200,000 rows of ten columns; more goes through CSV. */
const MOST_BYTES = 128 * 2 ** 20
const LARGEST_WORKBOOK = 64 * 2 ** 20
const MOST_ENTRIES = 2000

export async function openWorkbook(source: ByteSource, options: CsvOptions): Promise<OpenedFile> {
  if (source.size > LARGEST_WORKBOOK) return refusedFile('xlsx', [tooLarge()])
  const choice = options.mapping ?? {}
  const chosen = await chosenSheet(source.read(0, source.size), choice)
  if ('code' in chosen) return refusedFile('xlsx', [chosen])
  const opened = openInvoiceTable(sheetFeed(chosen.sheet.rows), ';', 'xlsx', options)
  return { ...opened, problems: () => [...chosen.problems, ...opened.problems()] }
}

export async function readWorkbookContacts(bytes: Uint8Array, choice: MappingChoice): Promise<Reading> {
  if (bytes.length > LARGEST_WORKBOOK) return refused('xlsx', [tooLarge()])
  const chosen = await chosenSheet(bytes, choice)
  if ('code' in chosen) return refused('xlsx', [chosen])
  const records = chosen.sheet.rows.map((cells, index) => ({ line: index + 1, cells }))
  const table = tableFrom(records, headerSense(choice.columns))
  const reading = readContactTable('code' in table ? table : mapTable(table, choice), 'xlsx')
  return { ...reading, problems: [...chosen.problems, ...reading.problems] }
}

/**
 * The rows of the first sheet that `holds` what is looked for, else of the first that is not empty. Dates are ISO, numbers have
 * the mark asked for and at least two decimals unless they are whole, errors (`#N/A`) are as Excel writes them.
 */
export async function xlsxTable(
  bytes: Uint8Array,
  holds: (rows: string[][]) => boolean = () => true,
  mark: DecimalMark = '.',
): Promise<string[][] | Problem> {
  const sheets = await xlsxSheets(bytes, mark)
  if ('code' in sheets) return sheets
  return (sheets.find(({ rows }) => holds(rows)) ?? sheets[0])?.rows ?? emptyWorkbook()
}

/** The sheets that are not empty. */
export async function xlsxSheets(bytes: Uint8Array, mark: DecimalMark): Promise<Sheet[] | Problem> {
  const isPart = (name: string) => name.endsWith('.xml') || name.endsWith('.xml.rels')
  const entries = unzip(bytes, '', { files: MOST_ENTRIES, bytes: MOST_BYTES }, isPart)
  if ('code' in entries) return entries.code === 'zip-too-big' ? tooLarge() : broken()
  const beyond = beyondGrid(entries.filter(isSheet).map(entry => entry.bytes))
  if (beyond !== null) return beyond === 'too-large' ? tooLarge() : broken()
  const sheets = await parsed(
    storedZip(entries.map(entry => (isSheet(entry) ? withErrorsAsText(entry) : entry))),
  )
  if (sheets === null) return broken()
  const named = sheets.map(({ sheet, data }) => ({
    name: sheet,
    rows: data.map(row => row.map(cell => cellText(cell, mark))),
  }))
  const filled = named.filter(({ rows }) => rows.some(row => row.some(text => text.trim() !== '')))
  return filled.length === 0 ? emptyWorkbook() : filled
}

function isSheet({ name }: ZipFile): boolean {
  return /worksheets\/[^/]+\.xml$/.test(name)
}

/** The library takes a cell in error for an empty one; an empty balance would be a settled one. */
function withErrorsAsText({ name, bytes }: ZipFile): ZipFile {
  const xml = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const written = xml.replace(/(<(?:\w+:)?c\s[^<>]*\bt\s*=\s*)(["'])e\2/g, '$1"str"')
  return { name, bytes: written === xml ? bytes : new Uint8Array(Buffer.from(written, 'latin1')) }
}

type ParsedSheet = { sheet: string; data: SheetCell[][] }

/** Null for whatever the library can't read: on a damaged workbook it fails in ways of its own. */
async function parsed(zip: Uint8Array): Promise<ParsedSheet[] | null> {
  const { default: readWorkbook } = await import('read-excel-file/universal')
  const copy = new Uint8Array(zip)
  try {
    const sheets = await readWorkbook(copy.buffer, { parseNumber: text => ({ number: text }) })
    return (sheets as unknown as Partial<ParsedSheet>[]).map(({ sheet = '', data }) => ({
      sheet,
      // A sheet of charts has no rows; a damaged one may have holes.
      data: Array.isArray(data) ? Array.from(data, row => row ?? []) : [],
    }))
  } catch {
    return null
  }
}

async function chosenSheet(
  bytes: Uint8Array,
  choice: MappingChoice,
): Promise<{ sheet: Sheet; problems: Problem[] } | Problem> {
  const sheets = await xlsxSheets(bytes, choice.decimal ?? '.')
  if ('code' in sheets) return sheets
  const sense = headerSense(choice.columns)
  const headed = sheets.find(({ rows }) => isHeaded(rows, sense))
  const sheet = headed ?? (sheets[0] as Sheet)
  const others = sheets.filter(other => other !== sheet)
  return { sheet, problems: others.length === 0 ? [] : [otherSheets(sheet, others)] }
}

function isHeaded(rows: string[][], sense: HeaderSense): boolean {
  const top = rows.slice(0, HEADER_WITHIN).map(cells => ({ cells }))
  return findHeader(top, sense) !== null
}

function otherSheets(sheet: Sheet, others: readonly Sheet[]): Problem {
  const names = others.slice(0, 5).map(({ name }) => `« ${name.slice(0, 40)} »`)
  return warning(
    null,
    'other-sheets',
    `La feuille « ${sheet.name.slice(0, 40)} » a été lue ; les autres ne le sont pas : ${names.join(', ')}${others.length > 5 ? '…' : ''}.`,
  )
}

function emptyWorkbook(): Problem {
  return error(null, 'empty-file', 'Le classeur ne contient aucune donnée.')
}

function tooLarge(): Problem {
  return error(
    null,
    'file-too-large',
    `Le classeur dépasse ce qui est lu d'un fichier Excel (${MOST_BYTES / 2 ** 20} Mo une fois décompressé, 10 millions de cellules) : enregistrez la feuille en CSV, ou coupez-la.`,
  )
}

function broken(): Problem {
  return error(
    null,
    'broken-workbook',
    'Le classeur Excel est abîmé ou protégé : ouvrez-le, enregistrez-le à nouveau au format .xlsx sans mot de passe, ou exportez la feuille en CSV.',
  )
}
