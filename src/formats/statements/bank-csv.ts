/** Entries from a bank's table: a CSV as French banks export it, or the rows of a spreadsheet given as texts. */
import type { Day } from '../../domain/date.ts'
import type { Need } from '../../words/problems/table.ts'
import { decimalMark } from '../amount.ts'
import { dateOrder } from '../calendar-date.ts'
import { error, type Problem, warning } from '../problem.ts'
import { type HeaderSense, readTable, type Table, tableFrom } from '../tables/csv-table.ts'
import type { Mapping } from '../tables/field.ts'
import { type ColumnChoice, columnGuesser, findHeader } from '../tables/guess-columns.ts'
import { cut } from '../tables/mapped-table.ts'
import { BANK_SYNONYMS, type BankField } from './bank-columns.ts'
import { type BankColumns, type BankEntry, type BankRow, readBankRow } from './bank-row.ts'
import { refusedStatements, type Statement, type StatementReading } from './statement.ts'
import { given, givenIban, LONGEST_TEXT, taken, tooLong } from './statement-text.ts'

/** What a user says of the table: whatever is absent is guessed. */
export type BankMapping = {
  columns?: ColumnChoice<BankField>
  dateOrder?: Mapping['dateOrder']
  decimal?: Mapping['decimal']
}

const guessBankColumns = columnGuesser(BANK_SYNONYMS)

/** Entries of a delimited text; the header may stand under titles, and the separator is found. */
export function readBankTable(text: string, mapping: BankMapping = {}): StatementReading {
  const table = readTable(text, senseOf(mapping))
  return 'code' in table ? refusedStatements('csv', [table]) : readBankCells(table, mapping, 'csv')
}

/** Entries of a sheet, each cell as its text (dates as AAAA-MM-JJ or as French software writes them). */
export function readBankRows(
  rows: readonly (readonly string[])[],
  mapping: BankMapping = {},
): StatementReading {
  const numbered = rows.map((cells, index) => ({ line: index + 1, cells: [...cells] }))
  const table = tableFrom(numbered, senseOf(mapping))
  if ('code' in table) return refusedStatements('xlsx', [table])
  return readBankCells(table, mapping, 'xlsx')
}

function readBankCells(table: Table, mapping: BankMapping, format: string): StatementReading {
  const columns = guessBankColumns(table.headers, mapping.columns)
  const lost = lostColumns(table.headers, mapping)
  const fatal = lost.length > 0 ? lost : missingColumns(table.headers, columns)
  if (fatal.length > 0) return refusedStatements(format, fatal)
  const problems: Problem[] = []
  const rows = rowsOf(table, columns, problems)
  const read = readerOf(rows, columns, mapping, problems)
  const entries = rows.flatMap(row => {
    const found = readBankRow(row, read, problems)
    return found === null ? [] : [found]
  })
  if (entries.length === 0)
    return refusedStatements(format, [...problems, error(null, 'no-valid-row', { kind: 'entries' })])
  const ownAccount = accountAbove(table)
  const statements = [...byAccount(entries)].map(([account, found]) =>
    statementOf(account ?? ownAccount, found),
  )
  return taken(format, statements, problems)
}

function senseOf({ columns }: BankMapping): HeaderSense {
  return { known: headers => Object.keys(guessBankColumns(headers, columns)).length, table: 'bank' }
}

function rowsOf(table: Table, columns: Partial<Record<BankField, string>>, problems: Problem[]): BankRow[] {
  const positions = new Map(
    Object.entries(columns).map(([field, header]) => [field, table.headers.indexOf(header)]),
  )
  return table.rows.flatMap(({ line, cells }) => {
    if (cells.every(cell => cell.trim() === '')) return []
    if (cells.every((cell, index) => cell.trim() === (table.headers[index] ?? ''))) return []
    if (cells.some(cell => cell.length > LONGEST_TEXT)) {
      problems.push(tooLong(line))
      return []
    }
    if (cells.slice(table.headers.length).some(cell => cell.trim() !== '')) {
      problems.push(
        error(line, 'too-many-cells', { kind: 'entry', cells: cells.length, columns: table.headers.length }),
      )
      return []
    }
    const texts = cells.map(cell =>
      cell
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/^="(.*)"$/, '$1')
        .replace(/^'(?=\d)/, ''),
    )
    return [{ line, cells: texts, value: (field: BankField) => texts[positions.get(field) ?? -1] ?? '' }]
  })
}

function readerOf(
  rows: readonly BankRow[],
  columns: Partial<Record<BankField, string>>,
  mapping: BankMapping,
  problems: Problem[],
): BankColumns {
  const values = (...fields: BankField[]) => rows.flatMap(row => fields.map(field => row.value(field)))
  const order = mapping.dateOrder ?? dateOrder(values('bookedOn', 'valueOn'))
  if (order === 'mdy' && mapping.dateOrder === undefined) {
    problems.push(warning(null, 'month-first-dates'))
  }
  const decimal = mapping.decimal ?? decimalMark(values('amount', 'debit', 'credit', 'balance'))
  return { order, decimal, has: field => columns[field] !== undefined }
}

function byAccount(found: readonly BankEntry[]): Map<string | null, BankEntry[]> {
  const groups = new Map<string | null, BankEntry[]>()
  for (const row of found) {
    const group = groups.get(row.account)
    if (group === undefined) groups.set(row.account, [row])
    else group.push(row)
  }
  return groups
}

/** The balance of each row, where the bank gives them all, tells which end of the table is the older. */
function statementOf(account: string | null, found: readonly BankEntry[]): Statement {
  const entries = found.map(({ entry }) => entry)
  const currencies = new Set(entries.map(({ currency }) => currency))
  const [currency = null] = currencies
  const balances = currencies.size === 1 ? balancesOf(found) : null
  return {
    account,
    currency: currencies.size === 1 ? currency : null,
    from: null,
    to: null,
    openingCents: (balances?.opening ?? null) as Statement['openingCents'],
    closingCents: (balances?.closing ?? null) as Statement['closingCents'],
    entries,
  }
}

function balancesOf(found: readonly BankEntry[]): { opening: bigint; closing: bigint } | null {
  const rows = found.map(({ entry, balanceCents }) => ({
    on: entry.bookedOn,
    cents: entry.amountCents,
    balanceCents,
  }))
  const oldestFirst = isNewestFirst(rows) ? [...rows].reverse() : rows
  const [first, last] = [oldestFirst[0], oldestFirst.at(-1)]
  if (rows.some(row => row.balanceCents === null) || !first || !last) return null
  return { opening: (first.balanceCents ?? 0n) - first.cents, closing: last.balanceCents ?? 0n }
}

/** Each balance is the one below plus the row's amount; where neither order fits, the dates decide. */
function isNewestFirst(rows: readonly { on: Day; cents: bigint; balanceCents: bigint | null }[]): boolean {
  const follows = (older: number, newer: number) =>
    (rows[older]?.balanceCents ?? 0n) + (rows[newer]?.cents ?? 0n) === rows[newer]?.balanceCents
  const pairs = rows.slice(1).map((_, index) => index)
  if (pairs.every(index => follows(index, index + 1))) return false
  if (pairs.every(index => follows(index + 1, index))) return true
  return (rows[0]?.on ?? 0) > (rows.at(-1)?.on ?? 0)
}

/** An account number in the titles above the header: an IBAN, or what stands beside `Numéro compte`. */
function accountAbove({ above }: Table): string | null {
  for (const { cells } of above.slice(0, 40)) {
    for (const cell of cells) {
      const iban = givenIban(/[A-Z]{2}\d\d[A-Z\d ]{11,36}/.exec(cell.slice(0, 200))?.[0])
      if (iban !== null) return iban
    }
    const [title = '', ...beside] = cells.map(cell => cell.trim()).filter(cell => cell !== '')
    if (guessBankColumns([title]).account !== undefined) return given(beside[0]?.slice(0, 40))
  }
  return null
}

function lostColumns(headers: readonly string[], { columns = {} }: BankMapping): Problem[] {
  const names = Object.values(columns).filter(name => name !== null)
  const lost = names.filter(name => findHeader(headers, name) === undefined)
  return lost.map(name => error(null, 'mapping-column-missing', { kind: 'one', column: name }))
}

function missingColumns(headers: readonly string[], columns: Partial<Record<BankField, string>>): Problem[] {
  const needs: [BankField[], Need][] = [
    [['bookedOn', 'valueOn'], 'entry-date'],
    [['amount', 'debit', 'credit'], 'entry-amount'],
  ]
  return needs
    .filter(([fields]) => fields.every(field => columns[field] === undefined))
    .map(([fields, need]) =>
      error(null, 'missing-column', { kind: 'header', need, columns: cut(headers), fields }),
    )
}
