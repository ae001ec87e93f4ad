/** Ledgers of French creditors, each with its software's way of numbering. */
import type { MatchItem, MatchLedger } from '../../domain/match/match-types.ts'
import { type Cents, cents } from '../../domain/money.ts'
import type { Random } from '../random.ts'
import { customerName, groupNames } from './matching-names.ts'

/** `members[n]`: the debtors of debtor n's group, itself among them; `itemsOf[n]` its invoices and credit notes. */
export type InventedLedger = MatchLedger & {
  readonly members: readonly (readonly number[])[]
  readonly itemsOf: readonly (readonly number[])[]
}

/** The first and the last give the same numbers: two creditors of one organisation. */
const NUMBERINGS: readonly [Numbering, ...Numbering[]] = [
  n => `F-2026-${padded(n, 4)}`,
  n => `FA${padded(n, 8)}`,
  n => `2026/${padded(n, 4)}`,
  n => `FAC2026${padded(n, 5)}`,
  n => `VE-26-${padded(n, 5)}`,
  n => String(100_000 + n),
  n => `F-2026-${padded(n, 4)}`,
]
type Numbering = (place: number) => string

const PRICES = [60_00, 120_00, 240_00, 99_00, 49_90, 1200_00, 360_00, 588_00] as const

export function inventLedger(random: Random, debtors: number, invoicesPerDebtor: number): InventedLedger {
  const names: string[] = []
  const members: number[][] = []
  while (names.length < debtors) {
    const isGroup = random.chance(0.02) && names.length + 4 <= debtors
    const together = isGroup ? groupNames(random, random.between(2, 4)) : [customerName(random)]
    const places = together.map((_, at) => names.length + at)
    for (const name of together) {
      names.push(name)
      members.push(places)
    }
  }
  const next = NUMBERINGS.map(() => 1)
  const number = (creditor: number) => {
    next[creditor] = (next[creditor] as number) + random.between(1, 3)
    return (NUMBERINGS[creditor] ?? NUMBERINGS[0])(next[creditor] as number)
  }
  const items: MatchItem[] = []
  const itemsOf = names.map((_, debtor) => {
    const creditor = random.between(0, NUMBERINGS.length - 1)
    const subscription = random.chance(0.08) ? cents(random.pick(PRICES)) : null
    const count = random.between(1, 2 * invoicesPerDebtor - 1)
    return Array.from({ length: count }, (_, at) => {
      const isCredit = at > 0 && random.chance(0.05)
      const amount = subscription ?? amountOf(random)
      items.push({
        debtor: `D${debtor}`,
        number: isCredit ? `AV-2026-${padded(items.length, 5)}` : number(creditor),
        references: [],
        currency: 'EUR',
        balanceCents: isCredit ? cents(-amount / 4n) : amount,
      })
      return items.length - 1
    })
  })
  const isKnown = members.map(() => random.chance(0.4))
  return {
    items,
    debtors: names.map((name, debtor) => ({
      key: `D${debtor}`,
      name,
      ibans: isKnown[members[debtor]?.[0] ?? 0] ? [ibanOf(members[debtor] ?? [])] : [],
    })),
    members,
    itemsOf,
  }
}

/** A group pays from one account. */
export function ibanOf(members: readonly number[]): string {
  return `FR76${padded(members[0] ?? 0, 23)}`
}

/** Most amounts have cents; one in eight is a price of the list, which many owe. */
function amountOf(random: Random): Cents {
  if (random.chance(0.125)) return cents(random.pick(PRICES))
  const scale = random.pick([50_00, 300_00, 1500_00, 9000_00])
  return cents(random.between(scale / 5, scale * 2))
}

function padded(number: number, width: number): string {
  return String(number).padStart(width, '0')
}
