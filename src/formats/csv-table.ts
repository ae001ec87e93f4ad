/** A table of text → its header and rows, whatever stands above the header. */
import { recordReader } from './csv-records.ts'
import { error, type MappingChoice, type Problem } from './format.ts'
import { guessColumns } from './mapping.ts'

export type Table = { headers: string[]; rows: TableRow[] }

export type TableRow = { line: number; cells: string[] }

const SEPARATORS = [';', '\t', ',', '|']
/** How far down a header is looked for, under titles and addresses. */
export const HEADER_WITHIN = 40
/** A table of invoices or contacts has at least this many columns with a known name. */
const KNOWN_COLUMNS = 2

export function readTable(text: string, choice: MappingChoice['columns']): Table | Problem {
  const lines = text.split(/\r\n|\n|\r/)
  if (lines.at(-1) === '') lines.pop()
  const separator = guessSeparator(lines, choice)
  const records = parseRecords(lines, separator)
  if ('code' in records) return records
  const table = tableFrom(records, choice)
  return 'code' in table ? table : (swallowed(table.rows, separator, table.headers.length) ?? table)
}

/** The table whose header is among these rows. */
export function tableFrom(records: TableRow[], choice: MappingChoice['columns']): Table | Problem {
  const header = findHeader(records, choice)
  if (header === null) return noHeader()
  return { headers: header.headers, rows: records.slice(header.index + 1) }
}

/** The separator under which some line near the top names the most columns; then, that makes the most cells. */
export function guessSeparator(top: readonly string[], choice: MappingChoice['columns']): string {
  let best = { separator: ';', known: 0, cells: 1 }
  for (const separator of SEPARATORS) {
    for (const line of top.slice(0, HEADER_WITHIN)) {
      const cells = line
        .slice(0, 65_536)
        .split(separator)
        .map(cell => cell.replaceAll('"', '').trim())
      if (cells.length < 2) continue
      const known = knownColumns(cells, choice)
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

/** The row near the top that names the most columns. */
export function findHeader(rows: readonly { cells: string[] }[], choice: MappingChoice['columns']) {
  let best: { index: number; cells: string[] } | null = null
  let bestKnown = KNOWN_COLUMNS - 1
  for (const [index, { cells }] of rows.slice(0, HEADER_WITHIN).entries()) {
    const known = knownColumns(cells, choice)
    if (known > bestKnown) {
      best = { index, cells }
      bestKnown = known
    }
  }
  if (best === null) return null
  const headers = best.cells.map(cell => cell.replace(/\s+/g, ' ').trim())
  return { index: best.index, headers, known: bestKnown }
}

function knownColumns(cells: string[], choice: MappingChoice['columns']): number {
  const headers = cells.slice(0, 200).map(cell => cell.trim())
  return Object.keys(guessColumns(headers, choice)).length
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

export function noHeader(): Problem {
  return error(
    null,
    'no-header',
    "Aucune ligne de titres de colonnes n'a été reconnue : la première ligne doit nommer les colonnes (par exemple « Code client;Client;N° facture;Date;Échéance;Montant TTC »), ou indiquez une correspondance.",
  )
}

export function unclosedQuote(line: number): Problem {
  return error(
    line,
    'unclosed-quote',
    `Un guillemet ouvert à partir de la ligne ${line} n'est pas refermé : corrigez cette ligne (un guillemet dans un texte s'écrit ""), puis réimportez le fichier.`,
  )
}
