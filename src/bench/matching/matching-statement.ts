/** Statements whose truth is known: each payment with the situation it shows and the items that it pays. */
import { addDays, day } from '../../domain/date.ts'
import { foldText } from '../../domain/fold-text.ts'
import type { MatchShare, ReceivedMoney } from '../../domain/match/match-types.ts'
import { type Cents, cents, sum } from '../../domain/money.ts'
import type { Random } from '../random.ts'
import { type Cut, labelOf } from './matching-label.ts'
import { type InventedLedger, ibanOf } from './matching-ledger.ts'
import { nameInBank } from './matching-names.ts'

/**
 * `shares` is empty for what pays nothing of the ledger. `personCouldMatch`: the numbers can be read, or the payer can be told
 * and one choice alone of what they owe makes the amount.
 */
export type TruePayment = {
  readonly situation: string
  readonly payment: ReceivedMoney
  readonly shares: readonly MatchShare[]
  readonly personCouldMatch: boolean
}

/** What statements are drawn from; a debtor is used up by the payment that it makes. */
export type World = {
  readonly ledger: InventedLedger
  readonly random: Random
  readonly namesakes: ReadonlyMap<string, readonly number[]>
  readonly unused: number[]
}

/** A transfer to be written; what is not said is as usual. */
export type Transfer = {
  readonly situation: string
  readonly payer: number
  readonly shares: readonly MatchShare[]
  readonly amountCents?: Cents
  readonly motive: string
  /** Numbers as they stand in the motive; a truth is read from them only when all can be. */
  readonly written?: readonly string[]
  readonly cut?: Cut
  readonly endToEndId?: string
  readonly payerName?: string
  readonly isNameApart?: boolean
  readonly isIbanGiven?: boolean
  readonly daysLater?: number
}

export function openWorld(ledger: InventedLedger, random: Random): World {
  const namesakes = new Map<string, number[]>()
  for (const [debtor, { name }] of ledger.debtors.entries()) {
    const key = nameKey(name)
    namesakes.set(key, [...(namesakes.get(key) ?? []), debtor])
  }
  const unused = ledger.debtors.map((_, debtor) => debtor)
  for (let at = unused.length - 1; at > 0; at--) {
    const other = random.between(0, at)
    ;[unused[at], unused[other]] = [unused[other] as number, unused[at] as number]
  }
  return { ledger, random, namesakes, unused }
}

export function written(world: World, transfer: Transfer): TruePayment {
  const { ledger, random } = world
  const { payer, shares, motive, cut = null } = transfer
  const debtor = ledger.debtors[payer]
  const name = transfer.payerName ?? nameInBank(debtor?.name ?? '', random)
  const isNameApart = transfer.isNameApart ?? random.chance(0.5)
  const isIbanGiven = transfer.isIbanGiven ?? random.chance(0.6)
  const label = labelOf(random, name, motive, cut, isNameApart)
  const amountCents = transfer.amountCents ?? sum(shares.map(share => share.amountCents))
  const numbers = transfer.written ?? []
  const areRead =
    numbers.length > 0 && numbers.every(part => label.shows(part) || transfer.endToEndId === part)
  const isNamed = transfer.payerName === undefined && (isNameApart || label.shows(name)) && name.length > 5
  const isAccountKnown = isIbanGiven && (debtor?.ibans.length ?? 0) > 0
  return {
    situation: transfer.situation,
    payment: {
      receivedOn: addDays(day('2026-09-01'), random.between(0, 14) + (transfer.daysLater ?? 0)),
      amountCents,
      currency: 'EUR',
      label: label.text,
      endToEndId:
        transfer.endToEndId ?? random.pick(['NOTPROVIDED', null, String(random.between(1, 99_999_999))]),
      payerName: isNameApart ? name : null,
      payerIban: isIbanGiven ? ibanOf(ledger.members[payer] ?? []) : null,
    },
    shares,
    personCouldMatch:
      shares.length > 0 &&
      (areRead ||
        (isAccountKnown && isOnlyChoice(world, ledger.members[payer] ?? [], shares, amountCents)) ||
        (isNamed && isOnlyChoice(world, namesakesOf(world, payer), shares, amountCents))),
  }
}

/** The next debtor not used yet that owes so many items, in order; null when twenty have been looked at. */
export function nextDebtor(
  world: World,
  fits: (items: readonly number[], debtor: number) => boolean,
): number | null {
  for (let tried = 0; tried < 20; tried++) {
    const debtor = world.unused.pop()
    if (debtor === undefined) return null
    if (fits(world.ledger.itemsOf[debtor] ?? [], debtor)) return debtor
    world.unused.unshift(debtor)
  }
  return null
}

export function invoicesOf({ ledger }: World, debtor: number): number[] {
  return (ledger.itemsOf[debtor] ?? []).filter(item => balanceOf(ledger, item) > 0n)
}

export function creditsOf({ ledger }: World, debtor: number): number[] {
  return (ledger.itemsOf[debtor] ?? []).filter(item => balanceOf(ledger, item) < 0n)
}

export function numberOf({ ledger }: World, item: number): string {
  return ledger.items[item]?.number ?? ''
}

/** Items paid whole. */
export function whole({ ledger }: World, items: readonly number[]): MatchShare[] {
  return items.map(item => ({ item, amountCents: balanceOf(ledger, item) }))
}

export function balanceOf(ledger: InventedLedger, item: number): Cents {
  return ledger.items[item]?.balanceCents ?? cents(0)
}

function namesakesOf({ ledger, namesakes }: World, debtor: number): readonly number[] {
  return namesakes.get(nameKey(ledger.debtors[debtor]?.name ?? '')) ?? [debtor]
}

function nameKey(name: string): string {
  return foldText(name)
    .split(' ')
    .filter(word => !/^(SARL|SAS|EURL|SA|SASU|SNC|M|MME|ET|DE)$/.test(word))
    .sort()
    .join(' ')
}

/** One item, a pair, a trio or all: what a person tries with a payer's account before them, eight items at most. */
function isOnlyChoice(
  { ledger }: World,
  debtors: readonly number[],
  shares: readonly MatchShare[],
  amountCents: Cents,
): boolean {
  const isWhole = shares.every(({ item, amountCents: share }) => share === balanceOf(ledger, item))
  const items = debtors.flatMap(debtor => ledger.itemsOf[debtor] ?? [])
  const balances = items.map(item => balanceOf(ledger, item))
  if (!isWhole || sum(shares.map(share => share.amountCents)) !== amountCents) return false
  const isAll = sum(balances) === amountCents
  if (shares.length === 1) return balances.filter(balance => balance === amountCents).length === 1
  if (isAll && shares.length === items.length) return true
  return shares.length <= 3 && items.length <= 8 && choicesUpTo(balances, amountCents, shares.length) === 1
}

/** How many choices of as many balances or fewer make the amount. */
function choicesUpTo(balances: readonly bigint[], amount: bigint, most: number): number {
  if (most === 0) return 0
  return balances.reduce((count, balance, at) => {
    const rest = amount - balance
    return count + (rest === 0n ? 1 : 0) + choicesUpTo(balances.slice(at + 1), rest, most - 1)
  }, 0)
}
