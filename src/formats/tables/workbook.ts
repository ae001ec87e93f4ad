import type { DecimalMark } from '../amount.ts'
import { storedZip, unzip, type ZipFile } from '../containers/zip.ts'
import { error, type Problem } from '../problem.ts'
import { cellText, type SheetCell } from './sheet-cell.ts'
import { beyondGrid } from './sheet-grid.ts'

export type Sheet = { name: string; rows: string[][] }

/** About 200,000 rows of ten columns; more goes through CSV. */
const MOST_BYTES = 128 * 2 ** 20
export const LARGEST_WORKBOOK = 64 * 2 ** 20
const MOST_ENTRIES = 2000

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

function emptyWorkbook(): Problem {
  return error(null, 'empty-file', { kind: 'workbook' })
}

export function tooLarge(): Problem {
  return error(null, 'file-too-large', { kind: 'workbook', most: MOST_BYTES / 2 ** 20 })
}

function broken(): Problem {
  return error(null, 'broken-workbook')
}
