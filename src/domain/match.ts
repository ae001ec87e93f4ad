/** Which open items money received pays, and how sure that is. Pure: the same statement and ledger give the same matches. */
import type { Day } from './date.ts'
import { type Part, subsetOf } from './match-amount.ts'
import { findLikeNames, indexNames, type NameIndex } from './match-name.ts'
import { findReferences, indexReferences, type ReferenceIndex } from './match-reference.ts'
import { type Cents, smallerOf, subtract, sum, ZERO } from './money.ts'

/** Money received, as a statement tells of it. */
export type ReceivedMoney = {
  readonly receivedOn: Day
  readonly amountCents: Cents
  readonly currency: string
  /** All that the bank wrote of it: description, reference, end-to-end id. */
  readonly label: string
  readonly payerName: string | null
  readonly payerIban: string | null
}

/** An open item, or a credit note with a negative balance. */
export type MatchItem = {
  /** Key of the debtor in the ledger. */
  readonly debtor: string
  /** The number that a payer would write: the invoice's, not `number/2`. */
  readonly number: string
  readonly currency: string
  readonly balanceCents: Cents
  readonly dueOn: Day | null
}

export type MatchDebtor = { readonly key: string; readonly name: string; readonly ibans: readonly string[] }

/** What money is matched against. Items of a debtor are taken in the order given: the oldest due date first. */
export type MatchLedger = { readonly items: readonly MatchItem[]; readonly debtors: readonly MatchDebtor[] }

/** `matched`: certain enough to be recorded by itself. `suggested`: for a person, with a reason. */
export type MatchStatus = 'matched' | 'suggested' | 'unmatched'

/** The same, or `refused` once a person said that no customer paid it. */
export type BankStatus = MatchStatus | 'refused'

export type MatchCode =
  | 'reference'
  | 'reference-cut'
  | 'reference-abbreviated'
  | 'amount-equal'
  | 'credit-note-netted'
  | 'within-tolerance'
  | 'part-payment'
  | 'over-payment'
  | 'known-iban'
  | 'name-alike'
  | 'whole-balance'
  | 'oldest-first'
  | 'only-item-of-that-amount'

/** What a payment is set against. Shares of credit notes are negative; what is left stays on the debtor's account. */
export type Match = {
  readonly status: MatchStatus
  /** From 0 to 100; 90 and more is `matched`. */
  readonly score: number
  readonly shares: readonly { readonly item: number; readonly amountCents: Cents }[]
  readonly leftCents: Cents
  /** Debtors concerned, also when no item is. */
  readonly debtors: readonly string[]
  readonly because: readonly MatchCode[]
}

/** `toleranceCents`: a difference that is a bank's fee or a slip, not a claim. */
export type MatchOptions = { readonly toleranceCents: Cents }

const CERTAIN = 90
const LARGEST_FOLLOW_UP = 12

/**
 * Matches each payment of a statement, those that name an invoice first, so that a guess never takes what another
 * payment names. An IBAN seen in a certain match is known for the payments that follow.
 */
export function matchPayments(
  payments: readonly ReceivedMoney[],
  ledger: MatchLedger,
  options: MatchOptions,
): Match[] {
  const table = tableOf(ledger, options)
  const found = payments.map(payment => findReferences(labelOf(payment), table.references))
  const order = [...payments.keys()].sort(
    (a, b) =>
      rank(found[a]) - rank(found[b]) || (payments[a]?.receivedOn ?? 0) - (payments[b]?.receivedOn ?? 0),
  )
  const matches: Match[] = payments.map(payment => nothing(payment.amountCents, []))
  for (const index of order) {
    const payment = payments[index] as ReceivedMoney
    const match = best(table, payment, candidates(table, payment, found[index] as Found))
    matches[index] = match
    if (match.status === 'matched') settle(table, payment, match)
  }
  return matches
}

type Found = ReturnType<typeof findReferences>

type Table = {
  readonly ledger: MatchLedger
  readonly references: ReferenceIndex
  readonly names: NameIndex
  readonly debtorAt: ReadonlyMap<string, number>
  /** Items of each debtor by place, credit notes apart. */
  readonly itemsOf: ReadonlyMap<string, readonly number[]>
  readonly creditsOf: ReadonlyMap<string, readonly number[]>
  readonly byAmount: ReadonlyMap<string, readonly number[]>
  /** What is left of each item's balance as matches take it. */
  readonly left: Cents[]
  readonly byIban: Map<string, Set<string>>
  readonly toleranceCents: Cents
}

function tableOf(ledger: MatchLedger, { toleranceCents }: MatchOptions): Table {
  const itemsOf = new Map<string, number[]>()
  const creditsOf = new Map<string, number[]>()
  const byAmount = new Map<string, number[]>()
  for (const [at, item] of ledger.items.entries()) {
    push(item.balanceCents < 0n ? creditsOf : itemsOf, item.debtor, at)
    push(byAmount, amountKey(item.currency, item.balanceCents), at)
  }
  const byIban = new Map<string, Set<string>>()
  for (const { key, ibans } of ledger.debtors) for (const iban of ibans) know(byIban, iban, key)
  return {
    ledger,
    references: indexReferences(ledger.items.map(({ number }) => number)),
    names: indexNames(ledger.debtors.map(({ name }) => name)),
    debtorAt: new Map(ledger.debtors.map(({ key }, at) => [key, at])),
    itemsOf,
    creditsOf,
    byAmount,
    left: ledger.items.map(({ balanceCents }) => balanceCents),
    byIban,
    toleranceCents,
  }
}

/** One way to read a payment: what it pays, and what speaks for it. */
type Reading = { items: readonly number[]; credits?: readonly number[]; score: number; because: MatchCode[] }

function candidates(table: Table, payment: ReceivedMoney, found: Found): Reading[] {
  const payer = payerOf(table, payment)
  return [
    ...byReference(table, payment, found, payer),
    ...(found.exact.length === 0 ? byPayer(table, payment, payer) : []),
    ...(found.exact.length === 0 && payer.debtors.length === 0 ? byAmountAlone(table, payment) : []),
  ]
}

type Payer = { debtors: readonly string[]; knownBy: 'known-iban' | 'name-alike' | null; isSure: boolean }

/** By its IBAN, which may be that of a whole group; else by a name that is like one debtor's more than any other's. */
function payerOf(table: Table, { payerIban, payerName, label }: ReceivedMoney): Payer {
  const known = payerIban === null ? undefined : table.byIban.get(payerIban)
  if (known) return { debtors: [...known], knownBy: 'known-iban', isSure: true }
  const [first, second] = findLikeNames(payerName ?? label, table.names)
  if (!first || first.likeness < 0.75) return { debtors: [], knownBy: null, isSure: false }
  const isAlone = !second || second.likeness < first.likeness || second.words < first.words
  if (!isAlone) return { debtors: [], knownBy: null, isSure: false }
  const isSure = first.likeness === 1 && (payerName !== null || first.words > 1)
  return { debtors: [keyAt(table, first.debtor)], knownBy: 'name-alike', isSure }
}

/** The invoices named: for their sum, for a part of it, or with more. */
function byReference(table: Table, payment: ReceivedMoney, found: Found, payer: Payer): Reading[] {
  const items = openNow(table, payment, oneEach(table, found.exact, payment, payer))
  const agrees = items.some(at => payer.debtors.includes(debtorOf(table, at)))
  const base: MatchCode[] = ['reference', ...(agrees && payer.knownBy ? [payer.knownBy] : [])]
  const trust = found.isStrong || agrees
  if (items.length === 0) return byCutReference(table, payment, found, payer)
  const amount = payment.amountCents
  const total = sumOf(table, items)
  const more = openNow(table, payment, found.abbreviated).filter(at => !items.includes(at))
  const readings: Reading[] = []
  const add = (reading: Reading) => readings.push(reading)
  if (total === amount) add({ items, score: trust ? 100 : 92, because: [...base, 'amount-equal'] })
  if (more.length > 0 && more.length <= LARGEST_FOLLOW_UP) {
    const rest = subsetOf(parts(table, more), subtract(amount, total))
    if (rest !== null && rest !== 'several')
      add({
        items: [...items, ...ids(rest)],
        score: 97,
        because: [...base, 'reference-abbreviated', 'amount-equal'],
      })
  }
  const netted = withCredits(table, payment, items, amount)
  if (netted)
    add({ items, credits: netted, score: trust ? 96 : 85, because: [...base, 'credit-note-netted'] })
  if (items.length > 1) {
    const some = subsetOf(parts(table, items), amount)
    if (some !== null && some !== 'several')
      add({ items: ids(some), score: trust ? 94 : 80, because: [...base, 'amount-equal'] })
  }
  const difference = total > amount ? total - amount : amount - total
  if (difference > 0n && difference <= table.toleranceCents)
    add({ items, score: trust ? 93 : 75, because: [...base, 'within-tolerance'] })
  if (readings.length > 0) return readings
  if (amount < total) {
    const single = items.length === 1
    return [{ items, score: single && trust ? 91 : 70, because: [...base, 'part-payment'] }]
  }
  return [
    ...withOthers(table, payment, items, base),
    { items, score: 65, because: [...base, 'over-payment'] },
  ]
}

/** A number that the bank cut proves something where the amount or the payer says the same. */
function byCutReference(table: Table, payment: ReceivedMoney, found: Found, payer: Payer): Reading[] {
  const items = openNow(table, payment, found.cut)
  if (items.length === 0) return []
  const agrees = items.every(at => payer.debtors.includes(debtorOf(table, at)))
  const isEqual = sumOf(table, items) === payment.amountCents
  const because: MatchCode[] = ['reference-cut', ...(agrees && payer.knownBy ? [payer.knownBy] : [])]
  if (isEqual) return [{ items, score: agrees ? 96 : 90, because: [...because, 'amount-equal'] }]
  const isPart = payment.amountCents < sumOf(table, items)
  return agrees && isPart ? [{ items, score: 72, because: [...because, 'part-payment'] }] : []
}

/** More than the invoices named: with others of the same debtor, where one choice alone adds up. */
function withOthers(
  table: Table,
  payment: ReceivedMoney,
  items: readonly number[],
  base: MatchCode[],
): Reading[] {
  const debtors = new Set(items.map(at => debtorOf(table, at)))
  const others = [...debtors]
    .flatMap(debtor => openItemsOf(table, payment, debtor))
    .filter(at => !items.includes(at))
  const rest = subsetOf(parts(table, others), subtract(payment.amountCents, sumOf(table, items)))
  if (rest === null || rest === 'several') return []
  return [{ items: [...items, ...ids(rest)], score: 80, because: [...base, 'amount-equal'] }]
}

/** No invoice is named: what this payer owes, from the surest reading to the least. */
function byPayer(table: Table, payment: ReceivedMoney, payer: Payer): Reading[] {
  if (payer.knownBy === null) return []
  const because: MatchCode[] = [payer.knownBy]
  const items = payer.debtors.flatMap(debtor => openItemsOf(table, payment, debtor))
  if (items.length === 0) return []
  const amount = payment.amountCents
  const isKnown = payer.knownBy === 'known-iban'
  const sure = (score: number) => (payer.isSure ? score : score - 20)
  const equal = items.filter(at => table.left[at] === amount)
  const readings: Reading[] = []
  const only = equal[0]
  if (only !== undefined)
    readings.push({
      items: [only],
      score: sure(equal.length === 1 ? 94 : 84),
      because: [...because, 'amount-equal', ...(equal.length > 1 ? (['oldest-first'] as const) : [])],
    })
  if (items.length > 1 && sumOf(table, items) === amount)
    readings.push({ items, score: sure(isKnown ? 95 : 92), because: [...because, 'whole-balance'] })
  const oldest = oldestAddingUpTo(table, items, amount)
  if (oldest.length > 1)
    readings.push({ items: oldest, score: sure(91), because: [...because, 'oldest-first', 'amount-equal'] })
  const netted = only === undefined ? creditsWithSome(table, payment, payer.debtors, items) : null
  if (netted) readings.push({ ...netted, score: sure(83), because: [...because, 'credit-note-netted'] })
  const some = readings.length === 0 ? subsetOf(parts(table, items), amount) : null
  if (some !== null && some !== 'several')
    readings.push({ items: ids(some), score: sure(85), because: [...because, 'amount-equal'] })
  if (readings.length > 0) return readings
  const code = amount < sumOf(table, items) ? 'part-payment' : 'over-payment'
  return [{ items, score: sure(65), because: [...because, 'oldest-first', code] }]
}

/** Nothing says who paid: the only open item of that very amount is worth a look, unless the amount is a round one. */
function byAmountAlone(table: Table, payment: ReceivedMoney): Reading[] {
  if (payment.amountCents % 100_00n === 0n) return []
  const key = amountKey(payment.currency, payment.amountCents)
  const items = (table.byAmount.get(key) ?? []).filter(at => table.left[at] === payment.amountCents)
  return items.length === 1 ? [{ items, score: 45, because: ['only-item-of-that-amount'] }] : []
}

/** Credit notes of the debtors named that make the sum of these items the amount paid. */
function withCredits(
  table: Table,
  payment: ReceivedMoney,
  items: readonly number[],
  amount: Cents,
): readonly number[] | null {
  const debtors = new Set(items.map(at => debtorOf(table, at)))
  const credits = [...debtors].flatMap(debtor => creditsNow(table, payment, debtor))
  if (credits.length === 0) return null
  const found = subsetOf(parts(table, credits), subtract(amount, sumOf(table, items)))
  return found === null || found === 'several' ? null : ids(found)
}

/** The items and credit notes of a payer that add up, where one choice alone does. */
function creditsWithSome(
  table: Table,
  payment: ReceivedMoney,
  debtors: readonly string[],
  items: readonly number[],
): { items: readonly number[]; credits: readonly number[] } | null {
  const credits = debtors.flatMap(debtor => creditsNow(table, payment, debtor))
  if (credits.length === 0) return null
  const found = subsetOf(parts(table, [...items, ...credits]), payment.amountCents)
  if (found === null || found === 'several') return null
  const chosen = ids(found)
  return {
    items: chosen.filter(at => (table.left[at] as Cents) > 0n),
    credits: chosen.filter(at => (table.left[at] as Cents) < 0n),
  }
}

function oldestAddingUpTo(table: Table, items: readonly number[], amount: Cents): readonly number[] {
  let total = 0n
  for (const [count, at] of items.entries()) {
    total += table.left[at] as Cents
    if (total === amount) return items.slice(0, count + 1)
    if (total > amount) return []
  }
  return []
}

/** The reading that speaks loudest, with what each item gets of the money. */
function best(table: Table, payment: ReceivedMoney, readings: readonly Reading[]): Match {
  const [first] = [...readings].sort((a, b) => b.score - a.score)
  if (!first) return nothing(payment.amountCents, payerOf(table, payment).debtors)
  const credits = (first.credits ?? []).map(at => ({ item: at, amountCents: table.left[at] as Cents }))
  let left = subtract(payment.amountCents, sum(credits.map(({ amountCents }) => amountCents)))
  const shares = first.items.flatMap(at => {
    const amountCents = smallerOf(left, table.left[at] as Cents)
    left = subtract(left, amountCents)
    return amountCents > 0n ? [{ item: at, amountCents }] : []
  })
  return {
    status: first.score >= CERTAIN ? 'matched' : 'suggested',
    score: first.score,
    shares: [...shares, ...credits],
    leftCents: left,
    debtors: [...new Set(first.items.map(at => debtorOf(table, at)))],
    because: first.because,
  }
}

function nothing(leftCents: Cents, debtors: readonly string[]): Match {
  return { status: 'unmatched', score: 0, shares: [], leftCents, debtors, because: [] }
}

function settle(table: Table, { payerIban }: ReceivedMoney, match: Match): void {
  for (const { item, amountCents } of match.shares) {
    table.left[item] = subtract(table.left[item] as Cents, amountCents)
  }
  const [debtor] = match.debtors
  if (payerIban !== null && debtor !== undefined && match.debtors.length === 1)
    know(table.byIban, payerIban, debtor)
}

/** Where several creditors' invoices bear a number: the payer's, or the one of that very amount. */
function oneEach(
  table: Table,
  groups: readonly (readonly number[])[],
  payment: ReceivedMoney,
  payer: Payer,
): number[] {
  const chosen = groups.flatMap(group => {
    const open = openNow(table, payment, group)
    if (open.length < 2 || new Set(open.map(at => debtorOf(table, at))).size === 1) return open
    const theirs = open.filter(at => payer.debtors.includes(debtorOf(table, at)))
    if (theirs.length > 0) return theirs
    const equal = open.filter(at => table.left[at] === payment.amountCents)
    return equal.length === 1 ? equal : []
  })
  return [...new Set(chosen)]
}

function openNow(table: Table, { currency }: ReceivedMoney, items: readonly number[]): number[] {
  return items.filter(at => (table.left[at] as Cents) > 0n && table.ledger.items[at]?.currency === currency)
}

function openItemsOf(table: Table, payment: ReceivedMoney, debtor: string): number[] {
  return openNow(table, payment, table.itemsOf.get(debtor) ?? [])
}

function creditsNow(table: Table, { currency }: ReceivedMoney, debtor: string): number[] {
  return (table.creditsOf.get(debtor) ?? []).filter(
    at => (table.left[at] as Cents) < 0n && table.ledger.items[at]?.currency === currency,
  )
}

function sumOf(table: Table, items: readonly number[]): Cents {
  return items.length === 0 ? ZERO : sum(items.map(at => table.left[at] as Cents))
}

function parts(table: Table, items: readonly number[]): Part[] {
  return items.map(at => ({ id: at, cents: table.left[at] as Cents }))
}

function ids(found: readonly Part[]): number[] {
  return found.map(({ id }) => id)
}

function debtorOf(table: Table, at: number): string {
  return table.ledger.items[at]?.debtor ?? ''
}

function keyAt(table: Table, at: number): string {
  return table.ledger.debtors[at]?.key ?? ''
}

function labelOf({ label }: ReceivedMoney): string {
  return label
}

function rank(found: Found | undefined): number {
  return found && found.exact.length > 0 ? 0 : 1
}

function amountKey(currency: string, amount: Cents): string {
  return `${currency} ${amount}`
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}

function know(byIban: Map<string, Set<string>>, iban: string, debtor: string): void {
  const known = byIban.get(iban)
  if (known) known.add(debtor)
  else byIban.set(iban, new Set([debtor]))
}
