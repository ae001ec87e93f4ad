/** What a payment pays by the numbers that it names. */
import type { MatchCode, MatchReading, ReceivedMoney } from './match.ts'
import { isTelling, onlyChoice } from './match-amount.ts'
import type { Payer } from './match-payer.ts'
import type { FoundReferences, Reference } from './match-reference.ts'
import {
  debtorsOf,
  leftOf,
  type MatchTable,
  openAmong,
  openOf,
  openOfAmount,
  partsOf,
  sumOf,
} from './match-table.ts'

/** `theirs`: the items of the supposed payer that are named, open or not; a reading that leaves them out is doubtful. */
export type NamedItems = { readonly readings: readonly MatchReading[]; readonly theirs: readonly number[] }

/** All that the readings of one payment look at. */
type Desk = {
  readonly table: MatchTable
  readonly payment: ReceivedMoney
  readonly payer: Payer
  readonly code: MatchCode
  readonly isStrong: boolean
}

const MOST_MORE = 12

export function readByReference(
  table: MatchTable,
  payment: ReceivedMoney,
  found: FoundReferences,
  code: MatchCode,
  payer: Payer,
): NamedItems {
  const all = found.exact.flatMap(({ items }) => items)
  const theirs = all.filter(item => payer.debtors.includes(table.debtorOf[item] as number))
  const chosen = found.exact.map(reference => ({
    ...reference,
    items: choose(table, payment, reference, payer),
  }))
  const named = [...new Set(chosen.flatMap(({ items }) => items))]
  const isStrong = chosen.every(reference => reference.isStrong || reference.items.length === 0)
  const desk: Desk = { table, payment, payer, code, isStrong }
  const more = openAmong(table, payment, [...found.abbreviated, ...found.cut]).filter(
    item => !named.includes(item),
  )
  const readings = [...(named.length > 0 ? ofNamed(desk, named, more) : []), ...ofCut(desk, found.cut)]
  if (readings.length === 0 && all.length > 0 && named.length === 0 && theirs.length > 0) {
    return {
      readings: [{ items: [], score: 60, because: [...codesOf(desk, theirs), 'already-paid'] }],
      theirs,
    }
  }
  return { readings, theirs }
}

/** Open items of a number that several may bear: the payer's, else the one of that very amount, else none. */
function choose(
  table: MatchTable,
  payment: ReceivedMoney,
  { items, isStrong }: Reference,
  payer: Payer,
): number[] {
  let open = openAmong(table, payment, items)
  const invoices = open.filter(item => leftOf(table, item) > 0n)
  if (!isStrong && invoices.length > 0) open = invoices
  if (debtorsOf(table, open).size < 2) return open
  const theirs = open.filter(item => payer.debtors.includes(table.debtorOf[item] as number))
  if (debtorsOf(table, theirs).size === 1) return theirs
  const equal = (theirs.length > 0 ? theirs : open).filter(
    item => leftOf(table, item) === payment.amountCents,
  )
  return equal.length === 1 ? equal : []
}

function ofNamed(desk: Desk, named: readonly number[], more: readonly number[]): MatchReading[] {
  const { table, payment, payer } = desk
  const amount = payment.amountCents
  const rest = (items: readonly number[]) => amount - sumOf(table, items)
  if (rest(named) === 0n) return [equal(desk, named)]
  const readings: MatchReading[] = []
  const add = (items: readonly number[], sure: number, unsure: number, ...codes: MatchCode[]) =>
    readings.push({
      items,
      score: trusts(desk, items) ? sure : unsure,
      because: [...codesOf(desk, items), ...codes],
    })
  const side = debtorsOf(table, [...named, ...openOf(table, payment, payer.debtors)])
  const nearby = more.filter(item => side.has(table.debtorOf[item] as number)).slice(0, MOST_MORE)
  const completed = onlyChoice(partsOf(table, nearby), rest(named))
  if (completed) add([...named, ...completed], 96, 85, 'reference-abbreviated', 'amount-equal')
  const account = openOf(table, payment, debtorsOf(table, named)).filter(item => !named.includes(item))
  const credits = account.filter(item => leftOf(table, item) < 0n)
  const netted = onlyChoice(partsOf(table, credits), rest(named))
  if (netted) add([...named, ...netted], 95, 80, 'credit-note-netted', 'amount-equal')
  const some = named.length > 1 ? onlyChoice(partsOf(table, named), amount) : null
  if (some) add(some, 93, 80, 'amount-equal')
  if (isWithin(table, rest(named))) add(named, 92, 70, 'within-tolerance')
  if (readings.length > 0) return readings
  const others = onlyChoice(partsOf(table, account), rest(named))
  const isSafe = others !== null && isTelling(partsOf(table, account))
  if (others) add([...named, ...others], isSafe ? 91 : 82, 70, 'only-combination', 'amount-equal')
  const theirs = named.filter(item => payer.debtors.includes(table.debtorOf[item] as number))
  return [...readings, ...ofAnotherAmount(desk, theirs.length > 0 ? theirs : named)]
}

/** A number and its amount: a proof, unless both are such as chance brings together. */
function equal(desk: Desk, items: readonly number[]): MatchReading {
  const { table, payment, payer, isStrong } = desk
  const isRare = items.length > 1 || openOfAmount(table, payment).length === 1
  const score = agrees(desk, items) ? 100 : isStrong ? 96 : isRare && !payer.isSure ? 91 : 75
  const netted: MatchCode[] = items.some(item => leftOf(table, item) < 0n) ? ['credit-note-netted'] : []
  return { items, score, because: [...codesOf(desk, items), ...netted, 'amount-equal'] }
}

/** Less or more than the items named: certain for one invoice of a payer who can have meant nothing else. */
function ofAnotherAmount(desk: Desk, named: readonly number[]): MatchReading[] {
  const { table, payment } = desk
  const items = named.filter(item => leftOf(table, item) > 0n)
  if (items.length === 0) return []
  const total = sumOf(table, items)
  const isPart = payment.amountCents < total
  const others = openOf(table, payment, debtorsOf(table, items)).filter(item => !named.includes(item))
  const amount = isPart ? payment.amountCents : payment.amountCents - total
  const isElsewhere = others.some(item => {
    const left = leftOf(table, item)
    return isPart ? left === amount : left > 0n && left <= amount
  })
  const isOneInvoice = new Set(items.map(item => table.ledger.items[item]?.number)).size === 1
  const isSure = desk.isStrong && agrees(desk, items) && !isElsewhere && (isOneInvoice || !isPart)
  const score = isSure ? 91 : agrees(desk, items) ? 70 : 55
  return [{ items, score, because: [...codesOf(desk, items), isPart ? 'part-payment' : 'over-payment'] }]
}

/** A number that the bank cut proves something where the amount says the same. */
function ofCut(desk: Desk, cut: readonly number[]): MatchReading[] {
  const { table, payment, payer } = desk
  const open = openAmong(table, payment, cut)
  const theirs = open.filter(item => payer.debtors.includes(table.debtorOf[item] as number))
  const equalOnes = (theirs.length > 0 ? theirs : open).filter(
    item => leftOf(table, item) === payment.amountCents,
  )
  const [item] = equalOnes
  if (item === undefined || equalOnes.length > 1) return []
  const isSure = agrees(desk, [item]) || (!payer.isSure && openOfAmount(table, payment).length === 1)
  const [, ...payerCodes] = codesOf(desk, [item])
  return [
    { items: [item], score: isSure ? 92 : 75, because: ['reference-cut', ...payerCodes, 'amount-equal'] },
  ]
}

function isWithin({ toleranceCents }: MatchTable, difference: bigint): boolean {
  return difference <= toleranceCents && -difference <= toleranceCents
}

function agrees({ table, payer }: Desk, items: readonly number[]): boolean {
  return items.some(item => payer.debtors.includes(table.debtorOf[item] as number))
}

/** The payer is theirs; or the numbers prove enough and nobody else is known to have paid. */
function trusts(desk: Desk, items: readonly number[]): boolean {
  return agrees(desk, items) || (desk.isStrong && !desk.payer.isSure)
}

function codesOf(desk: Desk, items: readonly number[]): MatchCode[] {
  const { knownBy } = desk.payer
  return knownBy !== null && agrees(desk, items) ? [desk.code, knownBy] : [desk.code]
}
