/**
 * A table read once from top to bottom, to know what no row tells alone: its header, how it writes dates and amounts, and where
 * the rows of each debtor stand. Rows are not kept, only their places.
 */
import { watchDecimalMark } from '../amount.ts'
import { watchDateOrder } from '../calendar-date.ts'
import type { Problem } from '../problem.ts'
import { type ProblemList, problemList } from '../problem-list.ts'
import { findHeader, HEADER_WITHIN, noHeader, swallowed } from './csv-table.ts'
import { type DebtorPlaces, debtorPlaces, TOO_MANY_ROWS } from './debtor-places.ts'
import type { MappingChoice } from './field.ts'
import {
  AMOUNT_FIELDS,
  type Columns,
  columnsOf,
  DATE_FIELDS,
  findColumns,
  type MappedRow,
  mappedRow,
  monthFirst,
  noRows,
  type Positions,
  saysNothing,
  shapeFault,
} from './mapped-table.ts'
import { headerSense } from './mapping.ts'
import type { TableFeed } from './table-feed.ts'

export type ScannedTable = {
  columns: Columns
  positions: Positions
  places: DebtorPlaces
  problems: ProblemList
  /** Problems of the table as a whole: nothing can be taken. */
  fatal: Problem[]
}

/** Told of each row; answers whose it is, or null when nothing is to be read of it. */
export type Note = (row: MappedRow) => string | null

/** `prepare` is called with the columns once the header is known; their mapping still lacks order and mark. */
export function scanTable(
  feed: TableFeed,
  choice: MappingChoice,
  separator: string,
  prepare: (columns: Columns, problems: ProblemList) => Note,
): ScannedTable | Problem {
  const problems = problemList()
  const places = debtorPlaces()
  const top: Row[] = []
  let body: Body | Problem | null = null
  let fault: Problem | null = null
  const start = () => {
    const opened = openBody(top, choice, columns => prepare(columns, problems))
    body = opened
    if ('code' in opened) return false
    return top.slice(opened.headerAt + 1).every(row => take(row, opened))
  }
  const take = (row: Row, opened: Body): boolean => {
    if (row.lastLine !== row.line) fault = swallowed([row], separator, opened.headers.length)
    if (fault) return false
    opened.rows += noteRow(row, opened, places, problems)
    if (places.count() <= TOO_MANY_ROWS.rows) return true
    fault = TOO_MANY_ROWS.problem
    return false
  }
  const broken = feed.each((cells, line, from, to, lastLine) => {
    const row = { cells, line, from, to, lastLine }
    if (body !== null) return 'code' in body ? false : take(row, body)
    top.push(row)
    return top.length < HEADER_WITHIN ? true : start()
  })
  if (broken) return broken
  if (body === null) start()
  const opened = body as Body | Problem | null
  if (fault) return fault
  if (opened === null || 'code' in opened) return opened ?? noHeader(headerSense(choice.columns))
  return finished(opened, choice, places, problems)
}

type Row = { cells: string[]; line: number; from: number; to: number; lastLine: number }

type Body = {
  headers: string[]
  headerAt: number
  mapping: Columns['mapping']
  positions: Positions
  note: Note
  dates: ReturnType<typeof watchDateOrder>
  amounts: ReturnType<typeof watchDecimalMark>
  rows: number
}

function openBody(top: Row[], choice: MappingChoice, prepare: (columns: Columns) => Note): Body | Problem {
  const sense = headerSense(choice.columns)
  const header = findHeader(top, sense)
  if (header === null) return noHeader(sense)
  const found = findColumns(header.headers, choice)
  if ('code' in found) return found
  const mapping = { columns: found.columns, dateOrder: 'dmy' as const, decimal: null }
  return {
    headers: header.headers,
    headerAt: header.index,
    mapping,
    positions: found.positions,
    note: prepare(columnsOf(mapping)),
    dates: watchDateOrder(),
    amounts: watchDecimalMark(),
    rows: 0,
  }
}

/** How many rows were useful: one or none. */
function noteRow(row: Row, body: Body, places: DebtorPlaces, problems: ProblemList): number {
  if (saysNothing(row.cells, body.headers)) return 0
  const fault = shapeFault(row, body.headers.length)
  if (fault) problems.push(fault)
  if (fault?.severity === 'error') return 0
  const mapped = mappedRow(row, body.positions)
  for (const field of DATE_FIELDS) body.dates.see(mapped.value(field))
  for (const field of AMOUNT_FIELDS) body.amounts.see(mapped.value(field))
  const debtor = body.note(mapped)
  if (debtor !== null) places.add(debtor, row)
  return 1
}

function finished(
  body: Body,
  choice: MappingChoice,
  places: DebtorPlaces,
  problems: ProblemList,
): ScannedTable {
  const dateOrder = choice.dateOrder ?? body.dates.order()
  const decimal = choice.decimal ?? body.amounts.mark()
  const fatal = body.rows === 0 ? [noRows()] : []
  if (dateOrder === 'mdy' && choice.dateOrder === undefined) problems.push(monthFirst())
  const columns = columnsOf({ columns: body.mapping.columns, dateOrder, decimal })
  return { columns, positions: body.positions, places, problems, fatal }
}
