/** What a payment pays by the numbers that it names. */

import { isTelling, onlyChoice } from './match-amount.ts'
import type { Payer } from './match-payer.ts'
import type { Reference, ReferenceStrength, ReferencesRead } from './match-reference.ts'
import {
  debtorsOf,
  isWithinTolerance,
  leftOf,
  type MatchTable,
  openAmong,
  openOf,
  openOfAmount,
  partsOf,
  sumOf,
} from './match-table.ts'
import type { MatchCode, MatchReading, ReceivedMoney } from './match-types.ts'

/** `weighty`: items named, open or not, of the supposed payer or of that very amount; a reading without them is doubtful. */
export type NamedItems = { readonly readings: readonly MatchReading[]; readonly weighty: readonly number[] }

/** All that the readings of one payment look at. `more`: items that may be meant besides those named. */
type Desk = {
  readonly table: MatchTable
  readonly payment: ReceivedMoney
  readonly payer: Payer
  readonly code: MatchCode
  readonly strengths: ReadonlyMap<number, ReferenceStrength>
  readonly more: readonly number[]
}

const MOST_MORE = 12

export function readByReference(
  table: MatchTable,
  payment: ReceivedMoney,
  found: ReferencesRead,
  code: MatchCode,
  payer: Payer,
): NamedItems {
  const strengths = new Map<number, ReferenceStrength>()
  const named: number[] = []
  const doubtful: number[] = []
  for (const reference of found.exact) {
    const open = openAmong(table, payment, reference.items)
    const chosen = choose(table, payment, open, payer)
    if (chosen.length === 0) doubtful.push(...open)
    for (const item of chosen) if (!named.includes(item)) named.push(item)
    for (const item of open) if (strengths.get(item) !== 'strong') strengths.set(item, reference.strength)
  }
  const more = openAmong(table, payment, [...found.abbreviated, ...found.cut, ...doubtful])
  const desk: Desk = {
    table,
    payment,
    payer,
    code,
    strengths,
    more: more.filter(item => !named.includes(item)),
  }
  const theirs = found.exact.flatMap(({ items }) => ofPayer(desk, items))
  const equal = named.filter(item => leftOf(table, item) === payment.amountCents)
  const isNothingOpen = named.length === 0 && doubtful.length === 0
  const readings = isNothingOpen ? ofPaid(desk, found.exact) : readingsOf(desk, named)
  return { readings: [...readings, ...ofCut(desk, found.cut)], weighty: [...theirs, ...equal] }
}

/** Nothing that is named is open any more: paid twice, it seems. The money stays on the account. */
function ofPaid(desk: Desk, exact: readonly Reference[]): MatchReading[] {
  const { table, payment } = desk
  const paid = exact.flatMap(({ items, strength }) =>
    (strength === 'strong' ? items : ofPayer(desk, items)).filter(
      item => table.ledger.items[item]?.currency === payment.currency,
    ),
  )
  return paid.length === 0
    ? []
    : [{ items: paid, score: 60, because: [...codesOf(desk, paid), 'already-paid'] }]
}

/** Open items of one number: of the debtor most like the payer where several bear it, else of that amount, else none. */
function choose(
  table: MatchTable,
  payment: ReceivedMoney,
  open: readonly number[],
  payer: Payer,
): readonly number[] {
  if (debtorsOf(table, open).size === 1) {
    const isOneNumber = new Set(open.map(item => table.ledger.items[item]?.number)).size === 1
    return isOneNumber ? open : open.filter(item => leftOf(table, item) > 0n)
  }
  const owner = (item: number) => table.debtorOf[item] as number
  const theirs = open.filter(item => payer.debtors.includes(owner(item)))
  const like = payer.likes.find(({ debtor }) => open.some(item => owner(item) === debtor))?.debtor
  const chosen = theirs.length > 0 ? theirs : open.filter(item => owner(item) === like)
  if (debtorsOf(table, chosen).size === 1) return chosen
  const equal = (theirs.length > 0 ? theirs : open).filter(
    item => leftOf(table, item) === payment.amountCents,
  )
  return equal.length === 1 ? equal : []
}

/**
 * Three choices are tried: all that is named; since a number may be there by chance, the payer's items alone; and the
 * items named by strong numbers alone.
 */
function readingsOf(desk: Desk, named: readonly number[]): MatchReading[] {
  const theirs = ofPayer(desk, named)
  const strong = named.filter(item => desk.strengths.get(item) === 'strong')
  const sets = new Map([named, theirs, strong].map(items => [items.join(), items]))
  const readings = [...sets.values()].filter(items => items.length > 0).flatMap(items => exactly(desk, items))
  if (readings.length > 0) return readings
  const items = theirs.length > 0 ? theirs : named
  return [
    ...withTheRest(desk, items),
    ...ofAnotherAmount(
      desk,
      items,
      strong.every(item => items.includes(item)),
    ),
  ]
}

/** The amount to the cent, with what the label may mean besides, or within tolerance. */
function exactly(desk: Desk, named: readonly number[]): MatchReading[] {
  const { table, payment } = desk
  const rest = payment.amountCents - sumOf(table, named)
  if (rest === 0n) return [ofEqual(desk, named)]
  const readings: MatchReading[] = []
  const add = (items: readonly number[], sure: number, unsure: number, ...codes: MatchCode[]) =>
    readings.push({
      items,
      score: isTrusted(desk, items) ? sure : unsure,
      because: [...codesOf(desk, items), ...codes],
    })
  const completed = onlyChoice(partsOf(table, moreBeside(desk, named)), rest)
  if (completed) add([...named, ...completed], 96, 85, 'reference-abbreviated', 'amount-equal')
  const credits = besides(desk, named).filter(item => leftOf(table, item) < 0n)
  const netted = onlyChoice(partsOf(table, credits), rest)
  if (netted) add([...named, ...netted], 95, 80, 'credit-note-netted', 'amount-equal')
  const some = named.length > 1 ? onlyChoice(partsOf(table, named), payment.amountCents) : null
  if (some) add(some, 93, 80, 'amount-equal')
  if (isWithinTolerance(table, rest)) add(named, 92, 70, 'within-tolerance')
  return readings
}

/** A number together with its amount is a proof, unless both may be there by chance. */
function ofEqual(desk: Desk, items: readonly number[]): MatchReading {
  const { table, payment, payer } = desk
  const isRare = items.length > 1 || openOfAmount(table, payment).length === 1
  const isRival = openOf(table, payment, payer.debtors).some(
    item => leftOf(table, item) === payment.amountCents,
  )
  const alone = isStrong(desk, items) ? 96 : isRare && !payer.isSure ? 91 : 75
  const netted: MatchCode[] = items.some(item => leftOf(table, item) < 0n) ? ['credit-note-netted'] : []
  const because = [...codesOf(desk, items), ...netted, 'amount-equal' as const]
  return { items, score: agrees(desk, items) ? 100 : isRival ? 80 : alone, because }
}

/** More than the items named: with others of their debtors, where one choice alone makes the rest. */
function withTheRest(desk: Desk, named: readonly number[]): MatchReading[] {
  const { table, payment } = desk
  if (named.length === 0) return []
  const account = partsOf(table, besides(desk, named))
  const others = onlyChoice(account, payment.amountCents - sumOf(table, named))
  if (!others) return []
  const items = [...named, ...others]
  const score = !isTrusted(desk, named) ? 70 : isTelling(account) ? 91 : 82
  return [{ items, score, because: [...codesOf(desk, items), 'only-combination'] }]
}

/** Less or more than the items named: certain for one invoice of a payer who can have meant nothing else. */
function ofAnotherAmount(desk: Desk, named: readonly number[], isAllNamed: boolean): MatchReading[] {
  const { table, payment } = desk
  const items = named.filter(item => leftOf(table, item) > 0n)
  if (items.length === 0) return []
  const rest = payment.amountCents - sumOf(table, items)
  const isPart = rest < 0n
  const amounts: readonly bigint[] = [payment.amountCents, rest]
  const isElsewhere = besides(desk, named).some(item => amounts.includes(leftOf(table, item)))
  const isOneInvoice = new Set(items.map(item => table.ledger.items[item]?.number)).size === 1
  const isFaint = items.some(item => desk.strengths.get(item) === 'faint')
  const isClear =
    !isFaint && !isElsewhere && (isPart ? isOneInvoice : isAllNamed && moreBeside(desk, named).length === 0)
  const score = !agrees(desk, items) ? 55 : isClear ? 91 : 70
  return [{ items, score, because: [...codesOf(desk, items), isPart ? 'part-payment' : 'over-payment'] }]
}

/** A number that the bank cut counts only where the amount agrees. */
function ofCut(desk: Desk, cut: readonly number[]): MatchReading[] {
  const { table, payment, payer } = desk
  const open = openAmong(table, payment, cut)
  const theirs = ofPayer(desk, open)
  const equal = (theirs.length > 0 ? theirs : open).filter(
    item => leftOf(table, item) === payment.amountCents,
  )
  const [item] = equal
  if (item === undefined || equal.length > 1) return []
  const isSure = agrees(desk, [item]) || (!payer.isSure && openOfAmount(table, payment).length === 1)
  const [, ...knownBy] = codesOf(desk, [item])
  return [{ items: [item], score: isSure ? 92 : 75, because: ['reference-cut', ...knownBy, 'amount-equal'] }]
}

/** What the label may mean besides these items: of their debtors, of the payer, or a number that two creditors gave. */
function moreBeside({ table, payment, payer, more, strengths }: Desk, named: readonly number[]): number[] {
  const side = debtorsOf(table, [...named, ...openOf(table, payment, payer.debtors)])
  const near = more.filter(item => side.has(table.debtorOf[item] as number) || strengths.has(item))
  return near.slice(0, MOST_MORE)
}

/** What else is open of the debtors of these items. */
function besides({ table, payment }: Desk, items: readonly number[]): number[] {
  return openOf(table, payment, debtorsOf(table, items)).filter(item => !items.includes(item))
}

function ofPayer({ table, payer }: Desk, items: readonly number[]): number[] {
  return items.filter(item => payer.debtors.includes(table.debtorOf[item] as number))
}

function agrees(desk: Desk, items: readonly number[]): boolean {
  return ofPayer(desk, items).length > 0
}

function isStrong({ strengths }: Desk, items: readonly number[]): boolean {
  return items.every(item => (strengths.get(item) ?? 'strong') === 'strong')
}

/** The payer is theirs; or the numbers prove enough and nobody else is known to have paid. */
function isTrusted(desk: Desk, items: readonly number[]): boolean {
  return agrees(desk, items) || (isStrong(desk, items) && !desk.payer.isSure)
}

function codesOf(desk: Desk, items: readonly number[]): MatchCode[] {
  const { knownBy } = desk.payer
  return knownBy !== null && agrees(desk, items) ? [desk.code, knownBy] : [desk.code]
}
