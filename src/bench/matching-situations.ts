/** How French customers pay, one function to a situation, drawn by their weight. */
import type { Cents } from '../domain/money.ts'
import { cents, sum } from '../domain/money.ts'
import { abbreviated, motiveOf, WRITINGS } from './matching-label.ts'
import { inventedName } from './matching-names.ts'
import {
  balanceOf,
  creditsOf,
  invoicesOf,
  nextDebtor,
  numberOf,
  type Transfer,
  type TruePayment,
  type World,
  whole,
  written,
} from './matching-statement.ts'
import type { Random } from './random.ts'

type Situation = (world: World) => readonly Transfer[]

/** Payments of a statement, in no order. */
export function inventPayments(world: World, count: number): TruePayment[] {
  const payments: TruePayment[] = []
  while (payments.length < count && world.unused.length > 20) {
    const situation = drawn(world.random)
    for (const transfer of SITUATIONS[situation]?.make(world) ?? [])
      payments.push(written(world, { ...transfer }))
  }
  return payments
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

const SITUATIONS: Record<string, { weight: number; make: Situation }> = {
  exact: { weight: 16, make: world => one(world, 'exact', WRITINGS.exact) },
  spaced: { weight: 8, make: world => one(world, 'spaced', WRITINGS.spaced) },
  glued: { weight: 6, make: world => one(world, 'glued', WRITINGS.glued) },
  'without-zeros': { weight: 4, make: world => one(world, 'without-zeros', WRITINGS['without-zeros']) },
  digits: { weight: 5, make: world => one(world, 'digits', WRITINGS.digits) },
  'cut-31': { weight: 5, make: world => one(world, 'cut-31', WRITINGS.exact, { cut: 31 }) },
  'cut-140': { weight: 3, make: world => several(world, 'cut-140', 6, ' ', { cut: 140 }) },
  'several-references': {
    weight: 8,
    make: world => several(world, 'several-references', 4, world.random.pick([' ', ', ', ' + ', ' ET '])),
  },
  abbreviated: { weight: 4, make: abbreviatedList },
  'end-to-end-id': { weight: 2, make: endToEnd },
  'other-payer': {
    weight: 3,
    make: world =>
      one(world, 'other-payer', WRITINGS.exact, { payerName: holding(world), isIbanGiven: false }),
  },
  'known-iban': { weight: 5, make: world => silent(world, 'known-iban', 1, { isIbanGiven: true }, true) },
  'learned-iban': { weight: 2, make: learnedIban },
  'name-only': { weight: 8, make: world => silent(world, 'name-only', 1, { isIbanGiven: false }) },
  'several-silent': { weight: 4, make: world => silent(world, 'several-silent', 3) },
  'whole-balance': { weight: 3, make: wholeBalance },
  'part-payment': {
    weight: 4,
    make: world =>
      otherAmount(world, 'part-payment', (balance, random) =>
        cents((balance * BigInt(random.between(20, 80))) / 100n),
      ),
  },
  'over-payment': {
    weight: 2,
    make: world =>
      otherAmount(world, 'over-payment', (balance, random) =>
        cents(balance + BigInt(random.between(300, 9000))),
      ),
  },
  'bank-fee': {
    weight: 2,
    make: world =>
      otherAmount(world, 'bank-fee', (balance, random) => cents(balance - BigInt(random.between(300, 2500)))),
  },
  slip: {
    weight: 1,
    make: world =>
      otherAmount(world, 'slip', (balance, random) => cents(balance - BigInt(random.between(1, 90)))),
  },
  'part-payment-silent': { weight: 1, make: partSilent },
  'credit-note': { weight: 2, make: world => withCredit(world, true) },
  'credit-note-silent': { weight: 1, make: world => withCredit(world, false) },
  group: { weight: 2, make: world => groupPayment(world, true) },
  'group-silent': { weight: 1, make: world => groupPayment(world, false) },
  'wrong-reference': { weight: 2, make: wrongReference },
  'paid-twice': { weight: 1, make: paidTwice },
  unrelated: { weight: 6, make: unrelated },
}

function drawn(random: Random): string {
  const names = Object.keys(SITUATIONS)
  let draw = random.between(
    1,
    names.reduce((total, name) => total + (SITUATIONS[name]?.weight ?? 0), 0),
  )
  return names.find(name => {
    draw -= SITUATIONS[name]?.weight ?? 0
    return draw <= 0
  }) as string
}

type Rest = Partial<Transfer>

function one(
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

function several(
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

function abbreviatedList(world: World): Transfer[] {
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

function endToEnd(world: World): Transfer[] {
  return one(world, 'end-to-end-id', WRITINGS.exact).map(transfer => ({
    ...transfer,
    motive: 'REGLEMENT',
    endToEndId: transfer.written?.[0] ?? '',
  }))
}

function silent(
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
function learnedIban(world: World): Transfer[] {
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

function wholeBalance(world: World): Transfer[] {
  const payer = nextDebtor(world, (items, debtor) => items.length > 1 && totalOf(world, debtor) > 0n)
  if (payer === null) return []
  const items = world.ledger.itemsOf[payer] ?? []
  return [{ situation: 'whole-balance', payer, shares: whole(world, items), motive: 'SOLDE DE TOUT COMPTE' }]
}

function otherAmount(
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

function partSilent(world: World): Transfer[] {
  return otherAmount(world, 'part-payment-silent', balance => cents(balance / 2n)).map(
    ({ written: _, ...transfer }) => ({
      ...transfer,
      motive: 'ACOMPTE',
    }),
  )
}

function withCredit(world: World, isNamed: boolean): Transfer[] {
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
function groupPayment(world: World, isNamed: boolean): Transfer[] {
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
function wrongReference(world: World): Transfer[] {
  return one(world, 'wrong-reference', WRITINGS.exact).map(({ written: _, ...transfer }) => {
    const number = numberOf(world, transfer.shares[0]?.item ?? 0)
    const wrong = number.replace(/(\d)(\d)$/, (_whole, a: string, b: string) =>
      a === b ? `${a}${(Number(b) + 1) % 10}` : b + a,
    )
    return { ...transfer, motive: motiveOf(world.random, wrong) }
  })
}

/** The second pays nothing: it stays on the account. */
function paidTwice(world: World): Transfer[] {
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

function unrelated(world: World): Transfer[] {
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

function said({ random }: World): string {
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

function holding({ random }: World): string {
  return `${inventedName(random).toUpperCase()} HOLDING`
}

function totalOf(world: World, debtor: number): bigint {
  return (world.ledger.itemsOf[debtor] ?? []).reduce(
    (total, item) => total + balanceOf(world.ledger, item),
    0n,
  )
}

function pickOf({ random }: World, items: readonly number[]): number {
  return items[random.between(0, items.length - 1)] as number
}

/** Two at least where there are two and more than one may be, in the order of the ledger. */
function someOf(world: World, items: readonly number[], most: number): number[] {
  const count = Math.min(items.length, most === 1 ? 1 : world.random.between(2, most))
  const left = [...items]
  while (left.length > count) left.splice(world.random.between(0, left.length - 1), 1)
  return left
}
