/** A table whose columns are known: rows are asked for a field, not for a column. */
import { decimalMark } from '../amount.ts'
import { dateOrder } from '../calendar-date.ts'
import { fold } from '../header-words.ts'
import { error, type Problem, warning } from '../problem.ts'
import type { Field } from './column-synonyms.ts'
import { readTable, type Table, type TableRow } from './csv-table.ts'
import type { Mapping, MappingChoice } from './field.ts'
import { findHeader } from './guess-columns.ts'
import { FIELDS, guessColumns, headerSense } from './mapping.ts'

/** What the columns of a table hold, whatever its rows. */
export type Columns = {
  mapping: Mapping
  has(field: Field): boolean
  header(field: Field): string
}

export type MappedTable = Columns & { rows: MappedRow[]; problems: Problem[] }

export type MappedRow = { line: number; cells: readonly string[]; value(field: Field): string }

export type Positions = Readonly<Record<Field, number>>

export const DATE_FIELDS: readonly Field[] = ['issuedOn', 'dueOn', 'settledOn']
export const AMOUNT_FIELDS: readonly Field[] = ['amount', 'balance', 'paid', 'debit', 'credit']
/** Beyond this a cell is no name, number or address, but a file gone wrong. */
const LONGEST_CELL = 1000

export function readMappedTable(text: string, choice: MappingChoice): MappedTable | Problem {
  const table = readTable(text, headerSense(choice.columns))
  return 'code' in table ? table : mapTable(table, choice)
}

export function mapTable(table: Table, choice: MappingChoice): MappedTable | Problem {
  const found = findColumns(table.headers, choice)
  if ('code' in found) return found
  const problems: Problem[] = []
  const rows = usefulRows(table.rows, table.headers, problems).map(row => mappedRow(row, found.positions))
  if (rows.length === 0) problems.push(noRows())
  const order = choice.dateOrder ?? dateOrder(values(rows, DATE_FIELDS))
  if (order === 'mdy' && choice.dateOrder === undefined) problems.push(monthFirst())
  const decimal = choice.decimal ?? decimalMark(values(rows, AMOUNT_FIELDS))
  return { ...columnsOf({ columns: found.columns, dateOrder: order, decimal }), rows, problems }
}

/** Which column holds which field, and where it stands. */
export function findColumns(
  headers: string[],
  choice: MappingChoice,
): { columns: Mapping['columns']; positions: Positions } | Problem {
  const lost = missingChoice(headers, choice)
  if (lost) return lost
  const columns = guessColumns(headers, choice.columns)
  const positions = FIELDS.map(field => [field, headers.indexOf(columns[field] ?? '\0')])
  return { columns, positions: Object.fromEntries(positions) }
}

export function columnsOf(mapping: Mapping): Columns {
  const { columns } = mapping
  return { mapping, has: field => columns[field] !== undefined, header: field => columns[field] ?? field }
}

function missingChoice(headers: string[], choice: MappingChoice): Problem | null {
  const names = Object.values(choice.columns ?? {}).filter(name => name !== null)
  const lost = names.filter(name => findHeader(headers, name) === undefined)
  if (lost.length === 0) return null
  return error(null, 'mapping-column-missing', {
    kind: 'all',
    lost: cut(lost),
    columns: cut(headers.filter(Boolean)),
  })
}

function usefulRows(rows: TableRow[], headers: string[], problems: Problem[]): TableRow[] {
  return rows.filter(row => {
    if (saysNothing(row.cells, headers)) return false
    const fault = shapeFault(row, headers.length)
    if (fault) problems.push(fault)
    return fault?.severity !== 'error'
  })
}

/** A blank row, or the header once more. */
export function saysNothing(cells: readonly string[], headers: readonly string[]): boolean {
  return (
    cells.every(cell => cell.trim() === '') || cells.every((cell, index) => cell.trim() === headers[index])
  )
}

export function shapeFault(row: TableRow, columns: number): Problem | null {
  if (row.cells.some(cell => cell.length > LONGEST_CELL)) {
    return error(row.line, 'cell-too-long', { kind: 'cell', most: LONGEST_CELL })
  }
  if (row.cells.slice(columns).some(cell => cell.trim() !== '')) {
    return error(row.line, 'too-many-cells', { kind: 'row', cells: row.cells.length, columns })
  }
  if (row.cells.length >= columns || isTotal(row.cells)) return null
  return warning(row.line, 'too-few-cells', { cells: row.cells.length, columns })
}

/** Said in words, or only sums: an amount and nothing that tells whose or which. */
export function isTotalRow(row: MappedRow): boolean {
  const number = row.value('number')
  if (isTotal([number])) return true
  if (number !== '') return false
  const fields: Field[] = ['debtorCode', 'debtorName', 'issuedOn', 'dueOn', 'account']
  return isTotal(row.cells) || fields.every(field => row.value(field) === '')
}

/** `Total`, `Sous-total client`, `Totaux` as first text of a row; `TotalEnergies` is a customer. */
function isTotal(cells: readonly string[]): boolean {
  const first = cells.find(cell => cell.trim() !== '') ?? ''
  if (!/^\s*[gst]/i.test(first)) return false
  return /^(sous[- ]?|grand )?tota(l|ux)\b/.test(fold(first.trim().slice(0, 40)))
}

export function mappedRow({ line, cells }: TableRow, positions: Positions): MappedRow {
  return {
    line,
    cells,
    value: field => {
      const place = positions[field]
      return place < 0 ? '' : clean(cells[place] ?? '')
    },
  }
}

/** Any space but a single one between words. */
const SPACES = /^\s|\s$|\s\s|[^\S ]/

/** Excel's `="00123"` keeps the zeros of a number; so does a leading apostrophe. */
function clean(cell: string): string {
  const text = SPACES.test(cell) ? cell.replace(/\s+/g, ' ').trim() : cell
  if (text.startsWith('=')) return text.replace(/^="(.*)"$/, '$1')
  return text.startsWith("'") ? text.replace(/^'(?=\d)/, '') : text
}

function* values(rows: MappedRow[], fields: readonly Field[]): Generator<string> {
  for (const row of rows) for (const field of fields) yield row.value(field)
}

/** As many names, and as much of each, as a sentence can show. */
export function cut(names: readonly string[]): string[] {
  return names.slice(0, 30).map(name => name.slice(0, 40))
}

export function noRows(): Problem {
  return error(null, 'no-rows')
}

export function monthFirst(): Problem {
  return warning(null, 'month-first-dates')
}
