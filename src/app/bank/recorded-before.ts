import { addDays, earlierOf, laterOf } from '../../domain/date.ts'
import { answerTo } from '../../domain/facts/bank-payment.ts'
import { findLikeNames, indexNames } from '../../domain/match/match-name.ts'
import { findReferences, indexReferences } from '../../domain/match/match-reference.ts'
import {
  type BankEntry,
  type EntryOutcome,
  paymentsWithoutEntry,
  type RecordedPayment,
} from '../../store/bank/bank-entries.ts'
import type { Tx } from '../../store/database.ts'
import type { Desk } from '../desk.ts'
import { changeByBank } from './record-shares.ts'

/** A person records a payment some days before or after its booking. */
const DAYS_APART = 15

/**
 * Entries that tell of a payment recorded before, by a person or from the books: same amount, about the same day, and the same
 * invoices, account or payer. They answer to it; nothing is paid twice.
 */
export async function matchRecordedBefore(
  desk: Desk,
  tx: Tx,
  creditorId: string,
  entries: readonly BankEntry[],
): Promise<EntryOutcome[]> {
  if (entries.length === 0) return []
  const days = entries.map(({ bookedOn }) => bookedOn)
  const [from, to] = [days.reduce(earlierOf), days.reduce(laterOf)]
  const amounts = [...new Set(entries.map(({ amountCents }) => amountCents))]
  const known = await paymentsWithoutEntry(
    tx,
    creditorId,
    amounts,
    addDays(from, -DAYS_APART),
    addDays(to, DAYS_APART),
  )
  const taken = new Set<RecordedPayment>()
  const found = entries.flatMap(entry => {
    const [payment, other] = known.filter(candidate => !taken.has(candidate) && isTheSame(entry, candidate))
    if (!payment || other) return []
    taken.add(payment)
    return [{ entry, payment }]
  })
  const caseIds = [...new Set(found.map(({ payment }) => payment.caseId))].sort()
  await changeByBank(desk, tx, caseIds, (caseFile, caseId) =>
    found
      .filter(({ payment }) => payment.caseId === caseId)
      .reduce((current, { entry, payment }) => answerTo(current, payment.paymentId, entry.entryId), caseFile),
  )
  return found.map(({ entry }) => ({
    entryId: entry.entryId,
    status: 'matched',
    score: 100,
    because: ['recorded-before'],
    suggestion: null,
  }))
}

function isTheSame(entry: BankEntry, payment: RecordedPayment): boolean {
  if (entry.amountCents !== payment.amountCents || entry.currency !== payment.currency) return false
  if (Math.abs(entry.bookedOn - payment.receivedOn) > DAYS_APART) return false
  if (entry.partyIban !== null && payment.ibans.includes(entry.partyIban)) return true
  const label = [entry.description, entry.reference, entry.endToEndId].filter(Boolean).join(' ')
  const named = findReferences(label, indexReferences(payment.numbers.map(number => [number])))
  if (named.exact.length > 0) return true
  const [like] = findLikeNames(entry.partyName ?? label, entry.partyName !== null, indexNames([payment.name]))
  return like?.found === 1
}
