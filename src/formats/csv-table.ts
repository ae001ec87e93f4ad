/** A delimited text → its header and rows, whatever stands above the header. */
import { CsvError, parse } from 'csv-parse/sync'
import { error, type Problem } from './format.ts'

/** `above`: the lines over the header. */
export type Table = { headers: string[]; rows: TableRow[]; above: TableRow[] }

export type TableRow = { line: number; cells: string[] }

const SEPARATORS = [';', '\t', ',', '|']
/** How far down a header is looked for, under titles and addresses. */
const HEADER_WITHIN = 40
/** How many of these headers have a known name, and a header row to show as an example. */
export type HeaderSense = { known(headers: string[]): number; example: string }

/** A table of invoices, contacts or entries has at least this many columns with a known name. */
const KNOWN_COLUMNS = 2

export function readTable(text: string, sense: HeaderSense): Table | Problem {
  const lines = text.replace(/\r\n?/g, '\n')
  const separator = guessSeparator(lines, sense)
  const records = parseRecords(lines, separator)
  if ('code' in records) return records
  const header = findHeaderRow(records, sense)
  if (header === null) return noHeader(sense)
  const headers = header.row.cells.map(cell => cell.replace(/\s+/g, ' ').trim())
  const rows = records.slice(header.index + 1)
  return (
    swallowed(rows, separator, headers.length) ?? { headers, rows, above: records.slice(0, header.index) }
  )
}

export function noHeader({ example }: HeaderSense): Problem {
  return error(
    null,
    'no-header',
    `Aucune ligne de titres de colonnes n'a été reconnue : la première ligne doit nommer les colonnes (par exemple « ${example} »), ou indiquez une correspondance.`,
  )
}

/** The separator under which some line near the top names the most columns; then, that makes the most cells. */
function guessSeparator(text: string, sense: HeaderSense): string {
  const lines = text.slice(0, 65_536).split('\n', HEADER_WITHIN)
  let best = { separator: ';', known: 0, cells: 1 }
  for (const separator of SEPARATORS) {
    for (const line of lines) {
      const cells = line.split(separator).map(cell => cell.replaceAll('"', '').trim())
      if (cells.length < 2) continue
      const known = knownColumns(cells, sense)
      if (known > best.known || (known === best.known && cells.length > best.cells)) {
        best = { separator, known, cells: cells.length }
      }
    }
  }
  return best.separator
}

function parseRecords(text: string, separator: string): TableRow[] | Problem {
  const rows: TableRow[] = []
  let nextLine = 1
  const keep = (cells: string[], context: { lines: number }): null => {
    rows.push({ line: nextLine, cells })
    nextLine = context.lines + 1
    return null
  }
  try {
    parse(text, { delimiter: separator, relax_column_count: true, relax_quotes: true, on_record: keep })
  } catch (cause) {
    if (cause instanceof CsvError) return unclosedQuote(nextLine)
    throw cause
  }
  return rows
}

/** The row near the top that names the most columns; null when none names two. */
export function findHeaderRow(rows: TableRow[], sense: HeaderSense) {
  let best: { index: number; row: TableRow } | null = null
  let bestKnown = KNOWN_COLUMNS - 1
  for (const [index, row] of rows.slice(0, HEADER_WITHIN).entries()) {
    const known = knownColumns(row.cells, sense)
    if (known > bestKnown) {
      best = { index, row }
      bestKnown = known
    }
  }
  return best
}

function knownColumns(cells: string[], sense: HeaderSense): number {
  const headers = cells.slice(0, 200).map(cell => cell.trim())
  return sense.known(headers)
}

/** A quote opened by mistake and closed by a later one makes a single cell of whole rows: amounts would vanish. */
function swallowed(rows: TableRow[], separator: string, columns: number): Problem | null {
  for (const row of rows) {
    for (const cell of row.cells) {
      if (cell.includes('\n') && cell.split(separator).length >= columns) return unclosedQuote(row.line)
    }
  }
  return null
}

function unclosedQuote(line: number): Problem {
  return error(
    line,
    'unclosed-quote',
    `Un guillemet ouvert à partir de la ligne ${line} n'est pas refermé : corrigez cette ligne (un guillemet dans un texte s'écrit ""), puis réimportez le fichier.`,
  )
}
