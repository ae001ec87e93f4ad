/** How most customers pay: by a number, written one way or another, or saying nothing. */
import { abbreviated, motiveOf, WRITINGS } from './matching-label.ts'
import { inventedName } from './matching-names.ts'
import {
  balanceOf,
  invoicesOf,
  nextDebtor,
  numberOf,
  type Transfer,
  type World,
  whole,
} from './matching-statement.ts'

export type Rest = Partial<Transfer>

export function one(
  world: World,
  situation: string,
  write: (number: string) => string,
  rest: Rest = {},
): Transfer[] {
  const payer = nextDebtor(world, (_, debtor) => invoicesOf(world, debtor).length > 0)
  if (payer === null) return []
  const item = pickOf(world, invoicesOf(world, payer))
  const reference = write(numberOf(world, item))
  const motive = motiveOf(world.random, reference)
  return [{ situation, payer, shares: whole(world, [item]), motive, written: [reference], ...rest }]
}

export function several(
  world: World,
  situation: string,
  most: number,
  between: string,
  rest: Rest = {},
): Transfer[] {
  const payer = nextDebtor(world, (_, debtor) => invoicesOf(world, debtor).length > 1)
  if (payer === null) return []
  const items = someOf(world, invoicesOf(world, payer), most)
  const numbers = items.map(item => numberOf(world, item))
  const motive = motiveOf(world.random, numbers.join(between))
  return [{ situation, payer, shares: whole(world, items), motive, written: numbers, ...rest }]
}

export function abbreviatedList(world: World): Transfer[] {
  const payer = nextDebtor(world, (_, debtor) => invoicesOf(world, debtor).length > 1)
  if (payer === null) return []
  const items = invoicesOf(world, payer).slice(0, world.random.between(2, 4))
  const list = abbreviated(items.map(item => numberOf(world, item)))
  if (list === null) return []
  return [
    {
      situation: 'abbreviated',
      payer,
      shares: whole(world, items),
      motive: motiveOf(world.random, list),
      written: [list],
    },
  ]
}

export function endToEnd(world: World): Transfer[] {
  return one(world, 'end-to-end-id', WRITINGS.exact).map(transfer => ({
    ...transfer,
    motive: 'REGLEMENT',
    endToEndId: transfer.written?.[0] ?? '',
  }))
}

export function silent(
  world: World,
  situation: string,
  most: number,
  rest: Rest = {},
  isAccountKnown = false,
): Transfer[] {
  const payer = nextDebtor(
    world,
    (_, debtor) =>
      invoicesOf(world, debtor).length >= Math.min(most, 2) &&
      (!isAccountKnown || (world.ledger.debtors[debtor]?.ibans.length ?? 0) > 0),
  )
  if (payer === null) return []
  const items = someOf(world, invoicesOf(world, payer), most)
  return [{ situation, payer, shares: whole(world, items), motive: said(world), ...rest }]
}

/** An invoice paid by its number from an account, then another from that account under a name that nobody knows. */
export function learnedIban(world: World): Transfer[] {
  const payer = nextDebtor(
    world,
    (_, debtor) => invoicesOf(world, debtor).length > 1 && (world.ledger.members[debtor]?.length ?? 0) === 1,
  )
  if (payer === null) return []
  const [first, second] = someOf(world, invoicesOf(world, payer), 2) as [number, number]
  const reference = numberOf(world, first)
  return [
    {
      situation: 'exact',
      payer,
      shares: whole(world, [first]),
      motive: reference,
      written: [reference],
      isIbanGiven: true,
    },
    {
      situation: 'learned-iban',
      payer,
      shares: whole(world, [second]),
      motive: said(world),
      payerName: holding(world),
      isIbanGiven: true,
    },
  ]
}

export function wholeBalance(world: World): Transfer[] {
  const payer = nextDebtor(world, (items, debtor) => items.length > 1 && totalOf(world, debtor) > 0n)
  if (payer === null) return []
  const items = world.ledger.itemsOf[payer] ?? []
  return [{ situation: 'whole-balance', payer, shares: whole(world, items), motive: 'SOLDE DE TOUT COMPTE' }]
}

export function said({ random }: World): string {
  return random.pick([
    '',
    'REGLEMENT',
    'VIREMENT',
    'FACTURE',
    'PAIEMENT FACTURES',
    'SEPTEMBRE 2026',
    'REGLEMENT FOURNISSEUR 4012',
  ])
}

export function holding({ random }: World): string {
  return `${inventedName(random).toUpperCase()} HOLDING`
}

export function totalOf(world: World, debtor: number): bigint {
  return (world.ledger.itemsOf[debtor] ?? []).reduce(
    (total, item) => total + balanceOf(world.ledger, item),
    0n,
  )
}

export function pickOf({ random }: World, items: readonly number[]): number {
  return items[random.between(0, items.length - 1)] as number
}

/** Two at least where there are two and more than one may be, in the order of the ledger. */
export function someOf(world: World, items: readonly number[], most: number): number[] {
  const count = Math.min(items.length, most === 1 ? 1 : world.random.between(2, most))
  const left = [...items]
  while (left.length > count) left.splice(world.random.between(0, left.length - 1), 1)
  return left
}
