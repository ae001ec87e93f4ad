/** What payments and credit notes extinguish, and in what order: nothing is created or lost, nothing goes below zero. */
import { addDays, type Day } from '../date.ts'
import { add, type Cents, smallerOf, subtract } from '../money.ts'

/** A payment bears interest up to its own day, included; a credit note reduces the principal from its own day. */
export type Movement = {
  readonly on: Day
  readonly amountCents: Cents
  readonly kind: 'payment' | 'credit-note'
}

/** What a payment extinguishes first. `interest-first` is C. civ. 1343-1; `principal-first` asks less. */
export type Appropriation = 'principal-first' | 'interest-first'

/**
 * What is owed as days go by. `capitalised` is interest that bears interest, and ranks between the other two; the rest
 * of the interest is what has accrued, less what was paid of it or capitalised.
 */
export type Owed = { principal: Cents; capitalised: Cents; accrued: Cents; settledInterest: Cents }

/** A movement, and the first day on which it counts. */
export type EffectiveMovement = Movement & { readonly effectiveOn: Day }

/** Movements up to a day in the order in which they take effect, whatever the order in which they were given. */
export function movementsUntil(movements: readonly Movement[], until: Day): readonly EffectiveMovement[] {
  if (movements.length === 0) return NONE
  return movements
    .filter(({ on, amountCents }) => on <= until && amountCents > 0n)
    .map(({ on, amountCents, kind }) => ({ on, amountCents, kind, effectiveOn: effectiveDay(on, kind) }))
    .sort((a, b) => a.effectiveOn - b.effectiveOn || rank(a) - rank(b))
}

const NONE: readonly EffectiveMovement[] = []

function effectiveDay(on: Day, kind: Movement['kind']): Day {
  return kind === 'payment' ? addDays(on, 1) : on
}

/** On one day credit notes count before payments: they lower the price that the payments then pay. */
function rank({ kind }: Movement): number {
  return kind === 'credit-note' ? 0 : 1
}

/** Takes a movement off. A credit note lowers the principal alone; what a payment leaves over goes on to the next. */
export function appropriate(owed: Owed, { kind, amountCents }: Movement, appropriation: Appropriation): void {
  if (kind === 'credit-note') {
    extinguish(owed, 'principal', amountCents)
    return
  }
  let left = amountCents
  for (const part of ORDER[appropriation]) left = extinguish(owed, part, left)
}

const ORDER = {
  'principal-first': ['principal', 'capitalised', 'interest'],
  'interest-first': ['interest', 'capitalised', 'principal'],
} as const

/** Returns what the amount leaves over. */
function extinguish(owed: Owed, part: 'principal' | 'capitalised' | 'interest', amount: Cents): Cents {
  const paid = smallerOf(amount, part === 'interest' ? interestLeft(owed) : owed[part])
  if (part === 'interest') owed.settledInterest = add(owed.settledInterest, paid)
  else owed[part] = subtract(owed[part], paid)
  return subtract(amount, paid)
}

function interestLeft({ accrued, settledInterest }: Owed): Cents {
  return subtract(accrued, settledInterest)
}

/**
 * Interest owed so far begins to bear interest, where principal bore it all along; says whether there was any. What is
 * left of interest once the principal is paid was not owed for a whole year, and stays as it is.
 */
export function capitalise(owed: Owed): boolean {
  const interest = interestLeft(owed)
  if (owed.principal === 0n || interest === 0n) return false
  owed.capitalised = add(owed.capitalised, interest)
  owed.settledInterest = owed.accrued
  return true
}
