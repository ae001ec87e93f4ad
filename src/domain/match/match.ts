/** Which open items money received pays, and how sure that is. Pure: the same statement and ledger give the same matches. */
import { smallerOf, subtract, ZERO } from '../money.ts'
import { readByPayer } from './match-by-payer.ts'
import { readByReference } from './match-by-reference.ts'
import { payerOf } from './match-payer.ts'
import { findReferences } from './match-reference.ts'
import { debtorKeys, leftOf, type MatchTable, openTable, settle } from './match-table.ts'
import type {
  Match,
  MatchLedger,
  MatchOptions,
  MatchReading,
  MatchShare,
  ReceivedMoney,
} from './match-types.ts'

const CERTAIN = 90

/**
 * Matches each payment of a statement, those that name an item first, so that a guess never takes what another payment
 * names. What is matched is settled for the payments that follow, and its IBAN is known to them; a suggestion settles
 * nothing, so that two suggestions may name one item.
 */
export function matchPayments(
  payments: readonly ReceivedMoney[],
  ledger: MatchLedger,
  options: MatchOptions,
): Match[] {
  const table = openTable(ledger, options)
  const clues = payments.map(payment => cluesOf(table, payment))
  const order = [...payments.keys()].sort(
    (a, b) =>
      rank(clues[a]) - rank(clues[b]) || (payments[a]?.receivedOn ?? 0) - (payments[b]?.receivedOn ?? 0),
  )
  const matches: Match[] = []
  for (const index of order) {
    const payment = payments[index] as ReceivedMoney
    matches[index] = matchOne(table, payment, clues[index] as Clues)
  }
  return matches
}

type Clues = ReturnType<typeof cluesOf>

/** Numbers in the label; those of the end-to-end id where the label has none. */
function cluesOf(table: MatchTable, { label, endToEndId }: ReceivedMoney) {
  const found = findReferences(label, table.references)
  if (found.exact.length > 0 || endToEndId === null) return { found, code: 'reference' } as const
  const byId = findReferences(endToEndId, table.references)
  if (byId.exact.length === 0) return { found, code: 'reference' } as const
  return { found: { ...byId, cut: found.cut }, code: 'end-to-end-id' } as const
}

function rank(clues: Clues | undefined): number {
  if (!clues) return 3
  const { exact, cut } = clues.found
  if (exact.some(({ strength }) => strength === 'strong')) return 0
  return exact.length > 0 ? 1 : cut.length > 0 ? 2 : 3
}

function matchOne(table: MatchTable, payment: ReceivedMoney, { found, code }: Clues): Match {
  if (payment.amountCents <= 0n) return unmatched(payment, [])
  const payer = payerOf(table, payment)
  const named = readByReference(table, payment, found, code, payer)
  const readings = [...named.readings, ...readByPayer(table, payment, payer, named.weighty)]
  const [best] = readings.sort((a, b) => b.score - a.score)
  if (!best) return unmatched(payment, debtorKeys(table, payer.debtors))
  const match = matchOf(table, payment, best)
  if (match.status === 'matched') settle(table, payment, match)
  return match
}

/** What each item gets of the money: credit notes are used whole, then items in the order given. */
function matchOf(table: MatchTable, payment: ReceivedMoney, { items, score, because }: MatchReading): Match {
  let left = payment.amountCents
  const shares: MatchShare[] = []
  for (const item of items) {
    const credit = leftOf(table, item)
    if (credit >= 0n) continue
    shares.push({ item, amountCents: credit })
    left = subtract(left, credit)
  }
  const isPaid = because.includes('already-paid')
  for (const item of isPaid ? items.slice(0, 1) : items) {
    const amountCents = smallerOf(left, leftOf(table, item))
    if (amountCents <= 0n && !isPaid) continue
    shares.push({ item, amountCents })
    left = subtract(left, amountCents)
  }
  const debtors = items.map(item => table.debtorOf[item] as number)
  const status = score >= CERTAIN ? 'matched' : 'suggested'
  return { status, score, shares, leftCents: left, debtors: debtorKeys(table, debtors), because }
}

function unmatched({ amountCents }: ReceivedMoney, debtors: readonly string[]): Match {
  const leftCents = amountCents > 0n ? amountCents : ZERO
  return { status: 'unmatched', score: 0, shares: [], leftCents, debtors, because: [] }
}
