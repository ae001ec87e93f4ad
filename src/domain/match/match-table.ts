/** The ledger as matching looks it up: by number, debtor, amount, name and IBAN, with what is left of each balance. */

import { type Cents, subtract, sum, ZERO } from '../money.ts'
import type { Addend } from './match-amount.ts'
import { indexNames, type NameIndex } from './match-name.ts'
import { indexReferences, type ReferenceIndex } from './match-reference.ts'
import type { Match, MatchLedger, MatchOptions, ReceivedMoney } from './match-types.ts'

/** Items and debtors by their place in the ledger. `left` and `byIban` change as payments are matched. */
export type MatchTable = {
  readonly ledger: MatchLedger
  readonly references: ReferenceIndex
  readonly names: NameIndex
  readonly debtorOf: readonly number[]
  readonly itemsOf: readonly (readonly number[])[]
  readonly byAmount: ReadonlyMap<string, readonly number[]>
  readonly left: Cents[]
  readonly byIban: Map<string, Set<number>>
  readonly toleranceCents: Cents
}

/** Throws where an item's debtor is not in the ledger: a bug of the caller. */
export function openTable(ledger: MatchLedger, { toleranceCents }: MatchOptions): MatchTable {
  const places = new Map(ledger.debtors.map(({ key }, at) => [key, at]))
  const itemsOf: number[][] = ledger.debtors.map(() => [])
  const byAmount = new Map<string, number[]>()
  const debtorOf = ledger.items.map(({ debtor, currency, balanceCents }, at) => {
    const place = places.get(debtor)
    if (place === undefined) throw new Error(`no debtor ${debtor} in the ledger`)
    itemsOf[place]?.push(at)
    const key = amountKey(currency, balanceCents)
    const known = byAmount.get(key)
    if (known) known.push(at)
    else byAmount.set(key, [at])
    return place
  })
  const byIban = new Map<string, Set<number>>()
  for (const [at, { ibans }] of ledger.debtors.entries()) for (const iban of ibans) learn(byIban, iban, at)
  return {
    ledger,
    references: indexReferences(ledger.items.map(({ number, references }) => [number, ...references])),
    names: indexNames(ledger.debtors.map(({ name }) => name)),
    debtorOf,
    itemsOf,
    byAmount,
    left: ledger.items.map(({ balanceCents }) => balanceCents),
    byIban,
    toleranceCents,
  }
}

export function leftOf(table: MatchTable, item: number): Cents {
  return table.left[item] ?? ZERO
}

/** Those of these items, each once, that are not settled and are in the payment's currency. */
export function openAmong(
  table: MatchTable,
  { currency }: ReceivedMoney,
  items: readonly number[],
): number[] {
  const open = items.filter(
    item => leftOf(table, item) !== 0n && table.ledger.items[item]?.currency === currency,
  )
  return [...new Set(open)]
}

export function openOf(table: MatchTable, payment: ReceivedMoney, debtors: Iterable<number>): number[] {
  return [...new Set(debtors)].flatMap(debtor => openAmong(table, payment, table.itemsOf[debtor] ?? []))
}

/** Open items of exactly this amount, whoever owes them. */
export function openOfAmount(table: MatchTable, payment: ReceivedMoney): number[] {
  const items = table.byAmount.get(amountKey(payment.currency, payment.amountCents)) ?? []
  return items.filter(item => leftOf(table, item) === payment.amountCents)
}

export function sumOf(table: MatchTable, items: readonly number[]): Cents {
  return sum(items.map(item => leftOf(table, item)))
}

export function isWithinTolerance({ toleranceCents }: MatchTable, difference: bigint): boolean {
  return difference <= toleranceCents && -difference <= toleranceCents
}

export function partsOf(table: MatchTable, items: readonly number[]): Addend[] {
  return items.map(item => ({ id: item, cents: leftOf(table, item) }))
}

export function debtorsOf(table: MatchTable, items: readonly number[]): Set<number> {
  return new Set(items.map(item => table.debtorOf[item] as number))
}

export function debtorKeys(table: MatchTable, debtors: readonly number[]): string[] {
  return [...new Set(debtors)].map(debtor => table.ledger.debtors[debtor]?.key ?? '')
}

/** Takes a match's shares off the balances; an IBAN that paid for one debtor alone is that debtor's from now on. */
export function settle(table: MatchTable, { payerIban }: ReceivedMoney, { shares }: Match): void {
  for (const { item, amountCents } of shares) {
    table.left[item] = subtract(leftOf(table, item), amountCents)
  }
  const [debtor, ...others] = debtorsOf(
    table,
    shares.map(({ item }) => item),
  )
  if (payerIban !== null && debtor !== undefined && others.length === 0)
    learn(table.byIban, payerIban, debtor)
}

function learn(byIban: Map<string, Set<number>>, iban: string, debtor: number): void {
  const known = byIban.get(iban)
  if (known) known.add(debtor)
  else byIban.set(iban, new Set([debtor]))
}

function amountKey(currency: string, amount: Cents): string {
  return `${currency} ${amount}`
}
