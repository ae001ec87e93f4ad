/** A table of text → its header and rows, whatever stands above the header. */

import type { TableKind } from '../../words/problems/table.ts'
import { error, type Problem } from '../problem.ts'
import { recordReader } from './csv-records.ts'

/** `above`: the lines over the header. */
export type Table = { headers: string[]; rows: TableRow[]; above: TableRow[] }

export type TableRow = { line: number; cells: string[] }

const SEPARATORS = [';', '\t', ',', '|']
/** How far down a header is looked for, under titles and addresses. */
export const HEADER_WITHIN = 40
/** How many of these headers have a known name, and of what table they are. */
export type HeaderSense = { known(headers: string[]): number; table: TableKind }

/** A table of invoices, contacts or entries has at least this many columns with a known name. */
const KNOWN_COLUMNS = 2

export function readTable(text: string, sense: HeaderSense): Table | Problem {
  const lines = text.split(/\r\n|\n|\r/)
  if (lines.at(-1) === '') lines.pop()
  const separator = guessSeparator(lines, sense)
  const records = parseRecords(lines, separator)
  if ('code' in records) return records
  const table = tableFrom(records, sense)
  return 'code' in table ? table : (swallowed(table.rows, separator, table.headers.length) ?? table)
}

/** The table whose header is among these rows. */
export function tableFrom(records: TableRow[], sense: HeaderSense): Table | Problem {
  const header = findHeader(records, sense)
  if (header === null) return noHeader(sense)
  const { headers, index } = header
  return { headers, rows: records.slice(index + 1), above: records.slice(0, index) }
}

export function noHeader({ table }: HeaderSense): Problem {
  return error(null, 'no-header', { table })
}

/** The separator under which some line near the top names the most columns; then, that makes the most cells. */
export function guessSeparator(top: readonly string[], sense: HeaderSense): string {
  let best = { separator: ';', known: 0, cells: 1 }
  for (const separator of SEPARATORS) {
    for (const line of top.slice(0, HEADER_WITHIN)) {
      const cells = line
        .slice(0, 65_536)
        .split(separator)
        .map(cell => cell.replaceAll('"', '').trim())
      if (cells.length < 2) continue
      const known = knownColumns(cells, sense)
      if (known > best.known || (known === best.known && cells.length > best.cells)) {
        best = { separator, known, cells: cells.length }
      }
    }
  }
  return best.separator
}

function parseRecords(lines: readonly string[], separator: string): TableRow[] | Problem {
  const rows: TableRow[] = []
  const reader = recordReader(separator)
  let start = 1
  for (const [index, line] of lines.entries()) {
    const cells = reader.take(line)
    if (cells === null) continue
    rows.push({ line: start, cells })
    start = index + 2
  }
  return reader.openLength() === null ? rows : unclosedQuote(start)
}

/** The row near the top that names the most columns; null when none names two. */
export function findHeader(rows: readonly { cells: string[] }[], sense: HeaderSense) {
  let best: { index: number; cells: string[] } | null = null
  let bestKnown = KNOWN_COLUMNS - 1
  for (const [index, { cells }] of rows.slice(0, HEADER_WITHIN).entries()) {
    const known = knownColumns(cells, sense)
    if (known > bestKnown) {
      best = { index, cells }
      bestKnown = known
    }
  }
  if (best === null) return null
  const headers = best.cells.map(cell => cell.replace(/\s+/g, ' ').trim())
  return { index: best.index, headers }
}

function knownColumns(cells: string[], sense: HeaderSense): number {
  const headers = cells.slice(0, 200).map(cell => cell.trim())
  return sense.known(headers)
}

/** A quote opened by mistake and closed by a later one makes a single cell of whole rows: amounts would vanish. */
export function swallowed(rows: Iterable<TableRow>, separator: string, columns: number): Problem | null {
  for (const row of rows) {
    for (const cell of row.cells) {
      if (cell.includes('\n') && cell.split(separator).length >= columns) return unclosedQuote(row.line)
    }
  }
  return null
}

export function unclosedQuote(line: number): Problem {
  return error(line, 'unclosed-quote', { line })
}
