/** One row of a bank's table → one entry, or what is wrong with it. */
import { type Cents, cents } from '../../domain/money.ts'
import { type DecimalMark, isAmbiguousAmount, readAmount } from '../amount.ts'
import { type DateOrder, readDate } from '../calendar-date.ts'
import { fold } from '../header-words.ts'
import { error, type Problem, warning } from '../problem.ts'
import type { BankField } from './bank-columns.ts'
import { returnedByLabel } from './returned-labels.ts'
import type { StatementEntry } from './statement.ts'
import { badDate, given, givenIban, givenReference, joined } from './statement-text.ts'

export type BankRow = { line: number; cells: readonly string[]; value(field: BankField): string }

export type BankColumns = { order: DateOrder; decimal: DecimalMark | null; has(field: BankField): boolean }

export type BankEntry = { account: string | null; entry: StatementEntry; balanceCents: Cents | null }

const TOTAL = /^(sous-?total|total|totaux|solde|ancien solde|nouveau solde)\b/

/** Null, and a problem, for a row that is no entry or can't be read. */
export function readBankRow(row: BankRow, columns: BankColumns, problems: Problem[]): BankEntry | null {
  const { line } = row
  const date = row.value('bookedOn') || row.value('valueOn')
  if (date === '' || isTotal(row)) {
    problems.push(warning(line, 'not-an-entry'))
    return null
  }
  const before = problems.length
  const bookedOn = readDate(date, columns.order)
  if (bookedOn === null) problems.push(badDate(line, date))
  const amountCents = signedAmount(row, columns, problems)
  const currency = currencyOf(row)
  if (currency === null)
    problems.push(error(line, 'bad-currency', { kind: 'entry', text: row.value('currency').slice(0, 40) }))
  if (bookedOn === null || amountCents === null || currency === null) {
    if (problems.length === before) problems.push(error(line, 'no-amount', { kind: 'row' }))
    return null
  }
  const [label, details] = [row.value('label'), row.value('details')]
  return {
    account: givenIban(row.value('account')) ?? given(row.value('account')),
    balanceCents: columns.has('balance') ? readAmount(row.value('balance'), columns.decimal) : null,
    entry: {
      line,
      bookedOn,
      valueOn: readDate(row.value('valueOn'), columns.order),
      amountCents,
      currency,
      counterparty: {
        name: given(row.value('counterpartyName')),
        iban: givenIban(row.value('counterpartyIban')),
      },
      reference: givenReference(row.value('reference')),
      endToEndId: givenReference(row.value('endToEndId')),
      description:
        joined([label, details]) || joined([row.value('counterpartyName'), row.value('reference')]),
      bankReference: givenReference(row.value('bankReference')),
      returned: returnedByLabel(label || details),
    },
  }
}

/** A signed amount, an amount and its side, or one of two columns. */
function signedAmount(row: BankRow, columns: BankColumns, problems: Problem[]): Cents | null {
  if (columns.has('amount') && row.value('amount') !== '') {
    const amount = amountIn(row, 'amount', columns, problems)
    return amount === null ? null : sided(amount, row, columns, problems)
  }
  const debit = amountIn(row, 'debit', columns, problems)
  const credit = amountIn(row, 'credit', columns, problems)
  if (debit !== null && credit !== null && debit !== 0n && credit !== 0n) {
    problems.push(error(row.line, 'debit-and-credit'))
    return null
  }
  if (credit !== null && (credit !== 0n || debit === null)) return credit
  return debit === null ? null : cents(debit > 0n ? -debit : debit)
}

/** The side, where there is one, tells the sign: banks write a debit as `33,50 D` or `-33,50 D`. */
function sided(amount: Cents, row: BankRow, columns: BankColumns, problems: Problem[]): Cents | null {
  if (!columns.has('side')) return amount
  const side = sideOf(row.value('side'))
  if (side === null) {
    const text = row.value('side').slice(0, 40)
    problems.push(error(row.line, 'bad-side', { kind: 'entry', text }))
    return null
  }
  if (side === 'credit' && amount < 0n) {
    problems.push(warning(row.line, 'sign-and-side-differ', { kind: 'side' }))
  }
  const size = amount < 0n ? -amount : amount
  return cents(side === 'credit' ? size : -size)
}

function sideOf(text: string): 'debit' | 'credit' | null {
  if (/^(d|db|dbit|dr|debit|-)$/.test(fold(text.slice(0, 20)))) return 'debit'
  return /^(c|cr|crdt|credit|\+)$/.test(fold(text.slice(0, 20))) ? 'credit' : null
}

function amountIn(row: BankRow, field: BankField, columns: BankColumns, problems: Problem[]): Cents | null {
  const text = row.value(field)
  if (text === '') return null
  const amount = readAmount(withoutCurrency(text), columns.decimal)
  if (amount !== null) return amount
  const kind = isAmbiguousAmount(text) ? 'ambiguous' : 'entry'
  problems.push(error(row.line, 'bad-amount', { kind, text: text.slice(0, 40) }))
  return null
}

/** `12,00 USD`: the code is told by its own column. */
function withoutCurrency(text: string): string {
  return text.length > 60 ? text : text.replace(/\s*[A-Z]{3}$/, '')
}

/** `EUR`, or `USD dollar`; null for what is no code: no currency is guessed. */
function currencyOf(row: BankRow): string | null {
  const text = row.value('currency').toUpperCase()
  if (text === '€' || text === '' || text.startsWith('EURO')) return 'EUR'
  return /^[A-Z]{3}(?![A-Z])/.exec(text)?.[0] ?? null
}

/** `Total` or `Solde au 31/03/2026` as the first text of a row, or as the label of one that moves nothing. */
function isTotal(row: BankRow): boolean {
  const first = row.cells.find(cell => cell !== '') ?? ''
  const isWithoutAmount = ['amount', 'debit', 'credit'].every(field => row.value(field as BankField) === '')
  return (
    TOTAL.test(fold(first.slice(0, 40))) ||
    (isWithoutAmount && TOTAL.test(fold(row.value('label').slice(0, 40))))
  )
}
