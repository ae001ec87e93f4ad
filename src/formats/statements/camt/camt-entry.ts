/** One entry of a camt statement (Ntry) and its transactions → one entry for each, or one for all of them. */
import type { Cents } from '../../../domain/money.ts'
import type { XmlElement } from '../../containers/xml-elements.ts'
import { type Problem, warning } from '../../problem.ts'
import type { StatementEntry } from '../statement.ts'
import { commonOf, NOBODY, splitAmounts, withReferences } from './camt-batch.ts'
import {
  type Booking,
  bookingWarnings,
  type EntryContext,
  isPending,
  namedBy,
  readBooking,
} from './camt-booking.ts'
import type { CamtTransaction, Party } from './camt-transaction.ts'

/** `isPending`: not booked yet, or for information alone, hence left out. */
export type EntryReading = { entries: StatementEntry[]; problems: Problem[]; isPending: boolean }

export function readEntry(
  ntry: XmlElement,
  transactions: readonly CamtTransaction[],
  context: EntryContext,
): EntryReading {
  if (isPending(ntry)) return { entries: [], problems: [], isPending: true }
  const booking = readBooking(ntry, transactions, context)
  if ('severity' in booking) return { entries: [], problems: [booking], isPending: false }
  const problems = bookingWarnings(ntry, booking, context)
  const amounts = transactions.length > 1 ? splitAmounts(booking, transactions) : null
  if (amounts) return { entries: parts(booking, transactions, amounts, context), problems, isPending: false }
  if (transactions.length > 1)
    problems.push(
      warning(context.line, 'batch-not-split', { ...namedBy(context), transactions: transactions.length }),
    )
  return { entries: [entryOf(booking, commonOf(transactions), context)], problems, isPending: false }
}

function parts(
  booking: Booking,
  transactions: readonly CamtTransaction[],
  amounts: readonly Cents[],
  context: EntryContext,
): StatementEntry[] {
  const entries = transactions.map((transaction, index) => {
    const part = { ...booking, amountCents: amounts[index] as Cents, bankReference: null }
    return entryOf(part, transaction, context)
  })
  return withReferences(entries, booking.bankReference)
}

const MAX_DESCRIPTION_LENGTH = 10_000

function entryOf(booking: Booking, transaction: CamtTransaction, context: EntryContext): StatementEntry {
  const returned = transaction.returned ?? booking.returned ?? (booking.isReversal ? { reason: null } : null)
  const { bookedOn, valueOn, amountCents, currency } = booking
  return {
    line: context.line,
    bookedOn,
    valueOn,
    amountCents,
    currency,
    counterparty: counterpartyOf(transaction, amountCents >= 0n, returned !== null, context.account),
    reference: transaction.reference,
    endToEndId: transaction.endToEndId,
    description: descriptionOf([...transaction.texts, ...booking.texts]),
    bankReference: booking.bankReference ?? transaction.bankReference,
    returned,
  }
}

/**
 * Who paid, or was paid. Money that comes back keeps the sides of the first payment with most banks, and not with all:
 * the account's own IBAN tells which side is ours, else the only party named is the other one.
 */
function counterpartyOf(
  { debtor, creditor }: CamtTransaction,
  isCredit: boolean,
  isReturned: boolean,
  account: string | null,
): Party {
  const [usual, other] = isCredit ? [debtor, creditor] : [creditor, debtor]
  const isOurs = ({ iban }: Party) => iban !== null && iban === account
  if (isOurs(usual)) return isOurs(other) ? NOBODY : other
  if (!isReturned || isOurs(other) || isNobody(other)) return usual
  return other
}

function isNobody({ name, iban }: Party): boolean {
  return name === null && iban === null
}

/** A text said twice, by the entry and by its only transaction, is kept once. */
function descriptionOf(texts: readonly string[]): string {
  const joined = [...new Set(texts)].join(' ')
  return joined.length > MAX_DESCRIPTION_LENGTH ? `${joined.slice(0, MAX_DESCRIPTION_LENGTH)}…` : joined
}
