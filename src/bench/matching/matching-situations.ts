/** How French customers pay, one line to a situation, drawn by their weight. */
import { cents } from '../../domain/money.ts'
import type { Random } from '../random.ts'
import { WRITINGS } from './matching-label.ts'
import { type Transfer, type TruePayment, type World, written } from './matching-statement.ts'
import {
  groupPayment,
  otherAmount,
  paidTwice,
  partSilent,
  unrelated,
  withCredit,
  wrongReference,
} from './matching-unusual.ts'
import {
  abbreviatedList,
  endToEnd,
  holding,
  learnedIban,
  one,
  several,
  silent,
  wholeBalance,
} from './matching-usual.ts'

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
