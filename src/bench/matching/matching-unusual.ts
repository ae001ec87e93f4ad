/** Payments of another amount, by another payer, with a wrong number, or of nothing in the ledger. */
import { type Cents, cents, sum } from '../../domain/money.ts'
import type { Random } from '../random.ts'
import { motiveOf, WRITINGS } from './matching-label.ts'
import {
  creditsOf,
  invoicesOf,
  nextDebtor,
  numberOf,
  type Transfer,
  type World,
  whole,
} from './matching-statement.ts'
import { one, pickOf, said, someOf, totalOf } from './matching-usual.ts'

export function otherAmount(
  world: World,
  situation: string,
  paid: (balance: Cents, random: Random) => Cents,
): Transfer[] {
  return one(world, situation, WRITINGS.exact).flatMap(transfer => {
    const share = transfer.shares[0]
    if (!share) return []
    const amountCents = paid(share.amountCents, world.random)
    if (amountCents <= 0n) return []
    const kept = share.amountCents < amountCents ? share.amountCents : amountCents
    return [{ ...transfer, amountCents, shares: [{ ...share, amountCents: kept }] }]
  })
}

export function partSilent(world: World): Transfer[] {
  return otherAmount(world, 'part-payment-silent', balance => cents(balance / 2n)).map(
    ({ written: _, ...transfer }) => ({
      ...transfer,
      motive: 'ACOMPTE',
    }),
  )
}

export function withCredit(world: World, isNamed: boolean): Transfer[] {
  const payer = nextDebtor(
    world,
    (_, debtor) => creditsOf(world, debtor).length > 0 && totalOf(world, debtor) > 0n,
  )
  if (payer === null) return []
  const items = someOf(world, invoicesOf(world, payer), 2)
  const shares = whole(world, [...items, ...creditsOf(world, payer).slice(0, 1)])
  if (sum(shares.map(share => share.amountCents)) <= 0n) return []
  const numbers = items.map(item => numberOf(world, item))
  const motive = `${numbers.join(' ')} ${world.random.pick(['- AVOIR', 'MOINS AVOIR', 'DEDUCTION AVOIR'])}`
  return isNamed
    ? [{ situation: 'credit-note', payer, shares, motive, written: numbers }]
    : [{ situation: 'credit-note-silent', payer, shares, motive: said(world) }]
}

/** The first company of a group pays an item of each. */
export function groupPayment(world: World, isNamed: boolean): Transfer[] {
  const payer = world.unused.findLast(debtor => (world.ledger.members[debtor]?.length ?? 0) > 1)
  if (payer === undefined) return []
  const members = world.ledger.members[payer] ?? []
  if (!members.every(member => world.unused.includes(member) && invoicesOf(world, member).length > 0))
    return []
  for (const member of members) world.unused.splice(world.unused.indexOf(member), 1)
  const items = members.map(member => pickOf(world, invoicesOf(world, member)))
  const numbers = items.map(item => numberOf(world, item))
  return isNamed
    ? [
        {
          situation: 'group',
          payer,
          shares: whole(world, items),
          motive: numbers.join(' '),
          written: numbers,
        },
      ]
    : [
        {
          situation: 'group-silent',
          payer,
          shares: whole(world, items),
          motive: said(world),
          isIbanGiven: true,
        },
      ]
}

/** Two figures of the number changed places. */
export function wrongReference(world: World): Transfer[] {
  return one(world, 'wrong-reference', WRITINGS.exact).map(({ written: _, ...transfer }) => {
    const number = numberOf(world, transfer.shares[0]?.item ?? 0)
    const wrong = number.replace(/(\d)(\d)$/, (_whole, a: string, b: string) =>
      a === b ? `${a}${(Number(b) + 1) % 10}` : b + a,
    )
    return { ...transfer, motive: motiveOf(world.random, wrong) }
  })
}

/** The second pays nothing: it stays on the account. */
export function paidTwice(world: World): Transfer[] {
  return one(world, 'exact', WRITINGS.exact).flatMap(transfer => [
    transfer,
    {
      ...transfer,
      situation: 'paid-twice',
      daysLater: 15,
      amountCents: sum(transfer.shares.map(share => share.amountCents)),
      shares: [],
    },
  ])
}

const UNRELATED: readonly [string, ...string[]] = [
  'DGFIP REMBOURSEMENT CREDIT TVA 092026',
  'VIR SEPA DRFIP REMB IS 2026 ACOMPTE',
  'DEBLOCAGE PRET 00045871 PROFESSIONNEL',
  'REMISE CB 260915 CONTRAT 5478123',
  'REM CARTE DU 15092026 NO 0012345',
  'VIR REJET SALAIRE 09 2026 DUPONT JEAN',
  'RETOUR VIR SALAIRE MARTIN SOPHIE MOTIF AC01',
  'VIR SEPA RECU /DE URSSAF /MOTIF TROP PERCU T2 2026',
  'VIR APPORT ASSOCIE COMPTE COURANT',
  'VIREMENT DE TRESORERIE COMPTE EPARGNE',
  'AVOIR FOURNISSEUR TELECOM 2026-100234',
  'INDEMNITE SINISTRE 2026-004512 ASSURANCES',
]

export function unrelated(world: World): Transfer[] {
  const { random } = world
  const isRound = random.chance(0.5)
  const amountCents = cents(isRound ? random.between(1, 200) * 100_00 : random.between(50_00, 20_000_00))
  const motive = random.pick(UNRELATED)
  return [
    {
      situation: 'unrelated',
      payer: -1,
      shares: [],
      amountCents,
      motive,
      payerName: motive.split(' ')[0] ?? '',
      isIbanGiven: false,
      isNameApart: random.chance(0.3),
    },
  ]
}
