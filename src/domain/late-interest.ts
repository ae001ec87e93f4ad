/** Late interest, segment by segment: one segment per stretch of days with the same rate and principal. */
import { addDays, civil, type Day, daysInMonth, formatDay, laterOf } from './date.ts'
import type { DebtorKind } from './debtor.ts'
import { atLeastZero, type Cents, cents, divideHalfUp, smallerOf, subtract, sum, ZERO } from './money.ts'
import {
  type LatePaymentRule,
  nextSemesterStart,
  type RateBook,
  semesterStart,
  type UnknownRate,
} from './rate.ts'

/** An amount owed on one date, and what has reduced it since. Amounts are positive. */
export type Debt = {
  readonly amountCents: Cents
  readonly dueOn: Day
  readonly movements: readonly Movement[]
}

/** A payment bears interest up to its own day, included; a credit note reduces the principal from its own day. */
export type Movement = {
  readonly on: Day
  readonly amountCents: Cents
  readonly kind: 'payment' | 'credit-note'
}

/** How interest is counted, up to and including the day `until`. See `standardTerms` for the defaults. */
export type InterestTerms = {
  readonly debtor: DebtorKind
  readonly until: Day
  /** Day of the formal notice, from which a consumer owes interest; null when there was none. */
  readonly formalNoticeOn: Day | null
  /** The rate of the contract in place of the law's; `source` is the clause, shown in the claim. */
  readonly contractRate: { readonly rateBps: number; readonly source: string } | null
  /** Days in a year: 365 always, or 366 for the days of a leap year. */
  readonly basis: '365' | 'actual'
  /** `interest-first` is C. civ. 1343-1; `principal-first` asks less and is the product's default. */
  readonly imputation: 'principal-first' | 'interest-first'
}

/** A stretch of days, both ends included, with one principal and one rate. Rounded half up to the cent, once. */
export type InterestSegment = {
  readonly baseCents: Cents
  readonly from: Day
  readonly to: Day
  readonly days: number
  readonly rateBps: number
  readonly amountCents: Cents
  readonly source: string
}

export type LateInterest = {
  readonly segments: readonly InterestSegment[]
  readonly interestCents: Cents
  /** Principal that still bears interest after the last day. */
  readonly principalLeftCents: Cents
  /** One more day at the rate of the last day; zero while no interest runs. */
  readonly perDayCents: Cents
}

type Balance = { principal: Cents; interest: Cents }
type Change = Movement & { effectiveOn: Day }

/**
 * Interest from the day after the due date (consumer: after the formal notice) to `until`, both included.
 * C. com. L441-10 II, CCP R2192-31 and R2192-32, C. civ. 1231-6. A rate is looked up only for days with
 * principal left; when it is not known the answer names it. Movements after `until` are ignored.
 */
export function lateInterest(debt: Debt, terms: InterestTerms, rates: RateBook): LateInterest | UnknownRate {
  const rule = rates.rules[terms.debtor]
  const first = firstDay(debt, terms, rule)
  const changes = changesUntil(debt, terms.until)
  const starts = segmentStarts(first, changes, terms, rule)
  const segments: InterestSegment[] = []
  let balance: Balance = { principal: debt.amountCents, interest: ZERO }
  let settled = 0
  for (const [index, from] of starts.entries()) {
    for (let next = changes[settled]; next && next.effectiveOn <= from; next = changes[++settled]) {
      balance = impute(balance, next, terms.imputation)
    }
    if (balance.principal === ZERO) continue
    const rate = rateOn(from, first, terms, rule, rates)
    if ('unknownRate' in rate) return rate
    const to = addDays(starts[index + 1] ?? addDays(terms.until, 1), -1)
    const days = to - from + 1
    const amountCents = interestOf(balance.principal, rate.rateBps, days, yearDays(from, terms.basis))
    segments.push({ baseCents: balance.principal, from, to, days, ...rate, amountCents })
    balance = { principal: balance.principal, interest: cents(balance.interest + amountCents) }
  }
  for (const change of changes.slice(settled)) balance = impute(balance, change, terms.imputation)
  return {
    segments,
    interestCents: sum(segments.map(segment => segment.amountCents)),
    principalLeftCents: balance.principal,
    perDayCents: perDay(balance.principal, segments.at(-1), terms),
  }
}

/** The product's defaults: the law's rates, 365 days, principal first, no formal notice. */
export function standardTerms(debtor: DebtorKind, until: Day): InterestTerms {
  const counting = { basis: '365', imputation: 'principal-first' } as const
  return { debtor, until, formalNoticeOn: null, contractRate: null, ...counting }
}

/** The first day that bears interest; null when none ever will. */
function firstDay(debt: Debt, terms: InterestTerms, rule: LatePaymentRule): Day | null {
  if (rule.runsFrom === 'due-date') return addDays(debt.dueOn, 1)
  return terms.formalNoticeOn === null ? null : addDays(laterOf(debt.dueOn, terms.formalNoticeOn), 1)
}

/** Movements in the order in which they take effect, whatever the order in which they were given. */
function changesUntil(debt: Debt, until: Day): Change[] {
  if (debt.amountCents < 0n || debt.movements.some(movement => movement.amountCents < 0n)) {
    throw new RangeError('a debt and its movements are positive amounts')
  }
  return debt.movements
    .filter(movement => movement.on <= until && movement.amountCents > 0n)
    .map(movement => ({ ...movement, effectiveOn: effectiveDay(movement) }))
    .sort((a, b) => a.effectiveOn - b.effectiveOn)
}

function effectiveDay(movement: Movement): Day {
  switch (movement.kind) {
    case 'payment':
      return addDays(movement.on, 1)
    case 'credit-note':
      return movement.on
  }
}

/** The first day, then each day up to `until` on which rate, principal or length of year may change. */
function segmentStarts(
  first: Day | null,
  changes: readonly Change[],
  terms: InterestTerms,
  rule: LatePaymentRule,
): Day[] {
  if (first === null || first > terms.until) return []
  const starts = new Set([first])
  for (const { effectiveOn } of changes) {
    if (effectiveOn > first && effectiveOn <= terms.until) starts.add(effectiveOn)
  }
  const followsSemesters = terms.contractRate === null && rule.anchor === 'each-semester'
  for (let day = nextSemesterStart(first); day <= terms.until; day = nextSemesterStart(day)) {
    const yearChanges = yearDays(day, terms.basis) !== yearDays(addDays(day, -1), terms.basis)
    if (followsSemesters || yearChanges) starts.add(day)
  }
  return [...starts].sort((a, b) => a - b)
}

/** What is left after a movement. Only a payment can extinguish interest; nothing goes below zero. */
function impute(balance: Balance, change: Change, imputation: InterestTerms['imputation']): Balance {
  const first = change.kind === 'payment' && imputation === 'interest-first' ? balance.interest : ZERO
  const toInterest = smallerOf(change.amountCents, first)
  const toPrincipal = subtract(change.amountCents, toInterest)
  return {
    interest: subtract(balance.interest, toInterest),
    principal: atLeastZero(subtract(balance.principal, toPrincipal)),
  }
}

function rateOn(
  from: Day,
  first: Day | null,
  terms: InterestTerms,
  rule: LatePaymentRule,
  rates: RateBook,
): { rateBps: number; source: string } | UnknownRate {
  if (terms.contractRate) return terms.contractRate
  const day = rule.anchor === 'first-day' && first !== null ? first : from
  const anchor = semesterStart(day)
  if (day < rule.since) return { unknownRate: `${rule.article} au ${formatDay(day)}` }
  const base = rule.base === 'ecb' ? rates.ecbRateOn(anchor) : rates.legalRateOn(anchor, 'other')
  if ('unknownRate' in base) return base
  const margin = rule.marginBps === 0 ? '' : ` + ${rule.marginBps / 100} points`
  return { rateBps: base.rateBps + rule.marginBps, source: `${rule.article} : ${base.name}${margin}` }
}

/** `base × rate × days / year`, rounded half up to the cent. */
function interestOf(base: Cents, rateBps: number, days: number, daysOfYear: number): Cents {
  return cents(divideHalfUp(base * BigInt(rateBps) * BigInt(days), 10_000n * BigInt(daysOfYear)))
}

function perDay(principal: Cents, last: InterestSegment | undefined, terms: InterestTerms): Cents {
  return last ? interestOf(principal, last.rateBps, 1, yearDays(terms.until, terms.basis)) : ZERO
}

function yearDays(day: Day, basis: InterestTerms['basis']): number {
  return basis === 'actual' && daysInMonth(civil(day).year, 2) === 29 ? 366 : 365
}
