/** What a payment pays when it names nothing: what its payer owes, or the one item of that amount. */

import { isTelling, onlyChoice } from './match-amount.ts'
import { likenessOf } from './match-name.ts'
import type { Payer } from './match-payer.ts'
import {
  isWithinTolerance,
  leftOf,
  type MatchTable,
  openOf,
  openOfAmount,
  partsOf,
  sumOf,
} from './match-table.ts'
import type { MatchCode, MatchReading, ReceivedMoney } from './match-types.ts'

const HALF_ALIKE = 0.55
const FEW = 3
/**
 * The highest score of a reading in doubt: a payer who named one item and paid the amount of another may have meant
 * either, and a deposit pays a part of something (docs/rules.md 24.2).
 */
const MOST_IN_DOUBT = 85
const DEPOSIT = /\b(ACOMPTE|ARRHES|AVANCE)\b/i

/** `named`: items whose numbers stand in the label, and that a person would hesitate to leave out. */
export function readByPayer(
  table: MatchTable,
  payment: ReceivedMoney,
  payer: Payer,
  named: readonly number[],
): MatchReading[] {
  const readings = [
    ...ofAccount(table, payment, payer, named.length === 0),
    ...ofAmountAlone(table, payment, payer),
  ]
  const isDeposit = DEPOSIT.test(payment.label)
  return readings.map(reading => {
    const isWhole = !isDeposit && named.every(item => reading.items.includes(item))
    return isWhole ? reading : { ...reading, score: Math.min(reading.score, MOST_IN_DOUBT) }
  })
}

function ofAccount(
  table: MatchTable,
  payment: ReceivedMoney,
  payer: Payer,
  mayGuess: boolean,
): MatchReading[] {
  const amount = payment.amountCents
  const open = openOf(table, payment, payer.debtors)
  if (payer.knownBy === null || open.length === 0) return []
  const readings: MatchReading[] = []
  const knownBy = payer.knownBy
  const add = (items: readonly number[], score: number, ...codes: MatchCode[]) =>
    readings.push({ items, score: payer.isSure ? score : score - 20, because: [knownBy, ...codes] })
  const equal = open.filter(item => leftOf(table, item) === amount)
  const [first] = equal
  // A credit of that very amount may be what settles it: the payment is then for something else.
  const isCancelled = open.some(item => leftOf(table, item) === -amount)
  if (first !== undefined && equal.length === 1) add([first], isCancelled ? 80 : 94, 'amount-equal')
  if (first !== undefined && equal.length > 1) add([first], 80, 'amount-equal', 'oldest-first')
  const parts = partsOf(table, open)
  const choice = equal.length === 0 || sumOf(table, open) === amount ? onlyChoice(parts, amount) : null
  const isAll = choice?.length === open.length
  if (choice && choice.length > 1) {
    const netted: MatchCode[] = choice.some(item => leftOf(table, item) < 0n) ? ['credit-note-netted'] : []
    add(
      choice,
      isAll ? 93 : isTelling(parts) ? 91 : 82,
      ...netted,
      isAll ? 'whole-balance' : 'only-combination',
    )
  } else if (!choice && open.length > 1 && sumOf(table, open) === amount) add(open, 82, 'whole-balance')
  const owed = open.filter(item => leftOf(table, item) > 0n)
  const oldest = oldestAddingUpTo(table, owed, amount)
  if (readings.length === 0 && oldest) add(oldest, 80, 'oldest-first', 'amount-equal')
  if (readings.length > 0 || !mayGuess) return readings
  const near = owed.filter(item => isWithinTolerance(table, leftOf(table, item) - amount))
  if (near.length === 1) add(near, 78, 'within-tolerance')
  else if (owed.length > 0)
    add(owed, 60, 'oldest-first', amount < sumOf(table, owed) ? 'part-payment' : 'over-payment')
  return readings
}

/** Items of that very amount: of a debtor whose name is half alike, else the only one there is, unless a round sum. */
function ofAmountAlone(table: MatchTable, payment: ReceivedMoney, payer: Payer): MatchReading[] {
  if (payer.isSure) return []
  const items = openOfAmount(table, payment)
  const likes = new Map(payer.likes.map(like => [like.debtor, likenessOf(like)]))
  const alike = items.filter(item => (likes.get(table.debtorOf[item] as number) ?? 0) >= HALF_ALIKE)
  if (alike.length === 1) {
    return [{ items: alike, score: items.length <= FEW ? 90 : 78, because: ['name-alike', 'amount-equal'] }]
  }
  const isRound = payment.amountCents % 100_00n === 0n
  if (items.length !== 1 || isRound || payer.debtors.length > 0) return []
  return [{ items, score: 45, because: ['only-item-of-that-amount'] }]
}

function oldestAddingUpTo(
  table: MatchTable,
  owed: readonly number[],
  amount: bigint,
): readonly number[] | null {
  let total = 0n
  for (const [count, item] of owed.entries()) {
    total += leftOf(table, item)
    if (total === amount) return owed.slice(0, count + 1)
    if (total > amount) return null
  }
  return null
}
