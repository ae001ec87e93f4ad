/** A journal or ledger exported as a table: accounts, debit and credit (or amount and side), clearing if any. */
import { type Cents, cents, subtract, ZERO } from '../../domain/money.ts'
import { error, type Problem } from '../problem.ts'
import { shown } from '../shown.ts'
import { owned } from '../tables/debtor-places.ts'
import { type Columns, isTotalRow, type MappedRow } from '../tables/mapped-table.ts'
import { type RowReader, readAmountOf, readDateOf } from './csv-row.ts'
import { debtorCode } from './debtor-fields.ts'
import { kindOfWord } from './document-kind.ts'
import { type LedgerLine, openItems } from './ledger.ts'
import { readSide } from './ledger-side.ts'
import type { InvoiceRow } from './reading.ts'

export function isLedger(table: Columns): boolean {
  return (table.has('amount') && table.has('side')) || (table.has('debit') && table.has('credit'))
}

/** What must be known of all rows before one is read: whose accounts there are, and which entries are sales. */
export type LedgerNotes = {
  note(row: MappedRow): string | null
  /** Of the rows noted, by their index: lines of accounts 411; all when the table has no general accounts. */
  isCustomer(index: number): boolean
  isSale(row: MappedRow): boolean
  isEmpty(): boolean
}

export function ledgerNotes(columns: Columns): LedgerNotes {
  const sales = new Set<string>()
  const of411: boolean[] = []
  let general = false
  const note = (row: MappedRow) => {
    const account = row.value('account')
    if (columns.has('account') && /^\d{3}/.test(account)) general = true
    if (account.startsWith('70')) sales.add(owned(entryOf(row)))
    if (isTotalRow(row)) return null
    of411.push(account.startsWith('411'))
    return debtorCode(row)
  }
  return {
    note,
    isCustomer: index => !general || of411[index] === true,
    isSale: row => sales.has(entryOf(row)),
    isEmpty: () => (general ? !of411.includes(true) : of411.length === 0),
  }
}

export function noCustomerAccount(): Problem {
  return error(null, 'no-customer-account')
}

/** Without a clearing column the source doesn't say what is settled. Adds the clearings that don't balance. */
export function customerItems(
  lines: readonly LedgerLine[],
  reader: RowReader,
  unbalanced: string[],
): InvoiceRow[] {
  const reading = openItems(lines, reader.dueOn)
  unbalanced.push(...reading.unbalanced)
  if (reader.table.has('lettering')) return reading.documents
  return reading.documents.map(document => ({ ...document, openCents: null }))
}

function entryOf(row: MappedRow): string {
  return JSON.stringify([row.value('journal'), row.value('number'), row.value('issuedOn')])
}

export function readLedgerLine(
  row: MappedRow,
  reader: RowReader,
  isSale: LedgerNotes['isSale'],
): LedgerLine | null {
  const { problems } = reader
  const before = problems.length
  const customerCode = debtorCode(row)
  const number = row.value('number')
  const issuedOn = readDateOf(row, 'issuedOn', reader) ?? readDateOf(row, 'dueOn', reader)
  const amountCents = readSigned(row, reader)
  if (problems.slice(before).some(problem => problem.severity === 'error') || amountCents === ZERO)
    return null
  if (customerCode === '' || number === '' || issuedOn === null || amountCents === null) {
    problems.push(error(row.line, 'incomplete-line'))
    return null
  }
  return {
    line: row.line,
    customerCode,
    customerName: row.value('debtorName'),
    number,
    entryNumber: row.value('journal') || String(issuedOn),
    issuedOn,
    dueOn: readDateOf(row, 'dueOn', reader),
    amountCents,
    clearing: row.value('lettering'),
    sale: isSale(row) || kindOfWord(row.value('kind')) === 'credit-note',
    taxCents: null,
  }
}

/** Debit positive, credit negative. */
function readSigned(row: MappedRow, reader: RowReader): Cents | null {
  if (reader.table.has('debit') && reader.table.has('credit')) {
    const debit = readAmountOf(row, 'debit', reader)
    const credit = readAmountOf(row, 'credit', reader)
    return debit === null && credit === null ? null : subtract(debit ?? ZERO, credit ?? ZERO)
  }
  const amount = readAmountOf(row, 'amount', reader)
  const side = readSide(row.value('side'))
  if (amount === null) return null
  if (side !== null) return cents(amount * side)
  reader.problems.push(error(row.line, 'bad-side', { kind: 'ledger', text: shown(row.value('side')) }))
  return null
}
