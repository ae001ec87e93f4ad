/** One row of an invoice table → one invoice, credit note or payment, or what is wrong with it. */
import type { Day } from '../../domain/date.ts'
import { dueDate } from '../../domain/law/terms.ts'
import { type Cents, cents, subtract, ZERO } from '../../domain/money.ts'
import { isAmbiguousAmount, readAmount } from '../amount.ts'
import { readDate } from '../calendar-date.ts'
import { error, type Problem, warning } from '../problem.ts'
import { shown } from '../shown.ts'
import type { Field } from '../tables/column-synonyms.ts'
import type { Columns, MappedRow } from '../tables/mapped-table.ts'
import { readContacts } from './contact-fields.ts'
import { debtorCode, isBlank, readDebtor } from './debtor-fields.ts'
import { documentKind, readStatus } from './document-kind.ts'
import { readTerms } from './payment-terms.ts'
import type { DefaultDueDate, InvoiceRow } from './reading.ts'
import { readTax } from './row-tax.ts'

export type RowReader = {
  table: Columns
  dueOn: DefaultDueDate
  problems: Problem[]
  /** A balance column with nothing in it says nothing; one filled in places says zero elsewhere. */
  balanceFilled: boolean
}

/** Every fault of the row is told, not only the first. Null when one of them forbids to take it. */
export function readRow(row: MappedRow, reader: RowReader): InvoiceRow | null {
  const { problems } = reader
  const status = readStatus(row)
  if (status === 'void') {
    problems.push(warning(row.line, 'void-document', { kind: 'row', status: shown(row.value('status')) }))
    return null
  }
  const before = problems.length
  const number = readNumber(row, problems)
  if (debtorCode(row) === '') problems.push(error(row.line, 'missing-debtor', { kind: 'row' }))
  const issuedOn = readDateOf(row, 'issuedOn', reader)
  const statedDueOn = readDateOf(row, 'dueOn', reader)
  if (yesOrNo(row.value('settledOn')) === null) readDateOf(row, 'settledOn', reader)
  const signed = readTotal(row, reader)
  const currency = readCurrency(row, problems)
  const balance = readAmountOf(row, 'balance', reader)
  const paid = readAmountOf(row, 'paid', reader)
  if (problems.slice(before).some(problem => problem.severity === 'error') || signed === null) return null
  if (issuedOn === null && statedDueOn === null) {
    problems.push(error(row.line, 'missing-date', { kind: 'row' }))
    return null
  }
  if (signed === 0n) {
    problems.push(warning(row.line, 'zero-amount', { kind: 'row', number }))
    return null
  }
  const kind = documentKind(row, signed, problems)
  const amountCents = absolute(signed)
  const open = openBalance(row, { kind, amountCents, balance, paid, status }, reader)
  return {
    line: row.line,
    kind,
    number,
    issuedOn,
    dues: kind === 'invoice' ? [due(row, issuedOn, statedDueOn, amountCents, reader)] : [],
    amountCents,
    openCents: open,
    taxCents: kind === 'payment' ? null : readTax(row, reader.table, amountCents),
    currency: currency ?? 'EUR',
    debtor: readDebtor(row, problems),
    contacts: readContacts(row, problems),
    creditNoteFor: row.value('creditNoteFor') || null,
  }
}

function readNumber(row: MappedRow, problems: Problem[]): string {
  const number = row.value('number')
  if (number === '') problems.push(error(row.line, 'missing-number', { kind: 'row' }))
  if (/^\d[.,]\d+E\+?\d+$/i.test(number)) {
    problems.push(error(row.line, 'damaged-number', { number: shown(number) }))
  }
  return number
}

/** The total of the document, signed; its balance where the file gives only that. */
function readTotal(row: MappedRow, reader: RowReader): Cents | null {
  const field = reader.table.has('amount') ? 'amount' : 'balance'
  if (row.value(field) !== '') return readAmountOf(row, field, reader)
  reader.problems.push(error(row.line, 'missing-amount', { kind: 'row', column: reader.table.header(field) }))
  return null
}

export function readAmountOf(row: MappedRow, field: Field, reader: RowReader): Cents | null {
  const text = row.value(field)
  if (text === '' || (field !== 'amount' && yesOrNo(text) !== null)) return null
  const amount = readAmount(text, reader.table.mapping.decimal)
  if (amount !== null) return amount
  const column = reader.table.header(field)
  const ambiguous = isAmbiguousAmount(text)
  reader.problems.push(
    ambiguous
      ? error(row.line, 'ambiguous-amount', { text: shown(text), column })
      : error(row.line, 'bad-amount', { kind: 'column', text: shown(text), column }),
  )
  return null
}

export function readDateOf(row: MappedRow, field: Field, reader: RowReader): Day | null {
  const text = row.value(field)
  if (isBlank(text)) return null
  const date = readDate(text, reader.table.mapping.dateOrder)
  if (date !== null) return date
  reader.problems.push(
    error(row.line, 'bad-date', {
      kind: 'column',
      text: shown(text),
      column: reader.table.header(field),
      order: reader.table.mapping.dateOrder,
    }),
  )
  return null
}

function readCurrency(row: MappedRow, problems: Problem[]): string | null {
  const text = row.value('currency').toUpperCase()
  if (isBlank(text) || /^(€|EUROS?)$/.test(text)) return 'EUR'
  if (/^[A-Z]{3}$/.test(text)) return text
  problems.push(error(row.line, 'bad-currency', { kind: 'invoice', text: shown(text) }))
  return null
}

function due(row: MappedRow, issuedOn: Day | null, dueOn: Day | null, amountCents: Cents, reader: RowReader) {
  if (dueOn !== null || issuedOn === null) {
    if (dueOn !== null && issuedOn !== null && dueOn < issuedOn) {
      reader.problems.push(warning(row.line, 'due-before-issue', { kind: 'file' }))
    }
    return { dueOn, amountCents, assumed: false }
  }
  const words = row.value('terms')
  const terms = isBlank(words) ? null : readTerms(words)
  if (!isBlank(words) && terms === null) {
    reader.problems.push(warning(row.line, 'unknown-terms', { text: shown(words) }))
  }
  return { dueOn: terms ? dueDate(terms, issuedOn) : reader.dueOn(issuedOn), amountCents, assumed: true }
}

type Found = Pick<InvoiceRow, 'kind' | 'amountCents'> & {
  balance: Cents | null
  paid: Cents | null
  status: 'settled' | 'open' | null
}

/** What the source says first hand wins: its balance, then that it is settled, then what was paid. */
function openBalance(row: MappedRow, found: Found, reader: RowReader): Cents | null {
  const { amountCents } = found
  if (found.balance !== null) return boundedBalance(row, found, found.balance, reader.problems)
  if (yesOrNo(row.value('balance')) === true || yesOrNo(row.value('paid')) === true) return ZERO
  if (reader.balanceFilled && row.value('balance') === '') return ZERO
  if (isSettled(row) || found.status === 'settled') return ZERO
  if (found.paid !== null)
    return boundedBalance(row, found, subtract(amountCents, absolute(found.paid)), reader.problems)
  const says = reader.table.has('settledOn') || reader.table.has('paid') || found.status === 'open'
  return says ? amountCents : null
}

function boundedBalance(row: MappedRow, found: Found, balance: Cents, problems: Problem[]): Cents {
  const open = found.kind === 'invoice' ? balance : absolute(balance)
  if (open < 0n) {
    problems.push(warning(row.line, 'overpaid', { kind: 'row' }))
    return ZERO
  }
  if (open <= found.amountCents) return open
  problems.push(warning(row.line, 'balance-above-amount', { kind: 'row' }))
  return found.amountCents
}

function isSettled(row: MappedRow): boolean {
  const text = row.value('settledOn')
  return !isBlank(text) && yesOrNo(text) !== false
}

/** `Réglé` and `Soldé` columns hold words in some exports, amounts in others. */
function yesOrNo(text: string): boolean | null {
  if (/^(oui|yes|o|vrai|true|x)$/i.test(text)) return true
  return /^(non|no|n|faux|false)$/i.test(text) ? false : null
}

function absolute(amount: Cents): Cents {
  return amount < 0n ? cents(-amount) : amount
}
