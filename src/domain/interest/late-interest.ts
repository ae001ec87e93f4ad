/** Late interest, segment by segment: one segment per stretch of days with the same rate and base. */
import { addDays, type Day, yearDays } from '../date.ts'
import type { DebtorKind } from '../debtor.ts'
import { add, type Cents, ZERO } from '../money.ts'
import { appropriate, capitalise, type Movement, movementsUntil, type Owed } from './appropriation.ts'
import {
  type InterestCalendar,
  interestCalendar,
  isAnniversary,
  isSurcharged,
  lastDay,
} from './interest-calendar.ts'
import type { InterestTerms } from './interest-terms.ts'
import type { RateBook, UnknownRate } from './rate.ts'
import { type StatutoryRate, type StatutoryRates, statutoryRates } from './statutory-rate.ts'

/** An amount owed on one date, and what has reduced it since. Amounts are positive. */
export type Debt = {
  /** Shown in its segments. */
  readonly invoice?: string
  readonly amountCents: Cents
  readonly dueOn: Day
  readonly movements: readonly Movement[]
}

/**
 * A stretch of days, both ends included, with one base and one rate. Rounded half up to the cent, once. It has the
 * shape of a line of the claim, so that a claim with many segments need not copy them.
 */
export type InterestSegment = {
  readonly kind: 'interest'
  readonly invoice: string
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

/**
 * Interest from the day after the due date (consumer: after the formal notice) to `until`, both included.
 * C. com. L441-10 II, CCP R2192-31 and R2192-32, C. civ. 1231-6. A rate is looked up only for days with
 * something left that bears interest; when it is not known the answer names it. Movements after `until` are ignored.
 */
export function lateInterest(debt: Debt, terms: InterestTerms, rates: RateBook): LateInterest | UnknownRate {
  refuseNegative(debt)
  const { until, basis, appropriation } = terms
  const { invoice = '' } = debt
  const calendar = interestCalendar(debt.dueOn, terms, rates.rules[terms.debtor])
  const movements = movementsUntil(debt.movements, until)
  const law = statutoryRates(rates, terms.debtor)
  const segments: InterestSegment[] = []
  const owed: Owed = { principal: debt.amountCents, capitalised: ZERO, accrued: ZERO, settledInterest: ZERO }
  let capitalisedOn = calendar.firstDay
  let applied = 0
  for (let from = calendar.firstDay; from <= until; ) {
    for (let next = movements[applied]; next && next.effectiveOn <= from; next = movements[++applied]) {
      appropriate(owed, next, appropriation)
    }
    if (isAnniversary(from, calendar) && capitalise(owed)) capitalisedOn = from
    if (owed.principal === 0n && owed.capitalised === 0n) break
    const rate = rateFrom(from, calendar, terms, law)
    if ('unknownRate' in rate) return rate
    const to = lastDay(from, rate.semesterEndsOn, movements[applied]?.effectiveOn, calendar)
    if (owed.principal > 0n) {
      const segment = segmentOf(invoice, owed.principal, from, to, rate.rateBps, rate.source, basis)
      segments.push(segment)
      owed.accrued = add(owed.accrued, segment.amountCents)
    }
    if (owed.capitalised > 0n) {
      const source = rates.capitalisedSource(capitalisedOn, rate.source)
      const segment = segmentOf(invoice, owed.capitalised, from, to, rate.rateBps, source, basis)
      segments.push(segment)
      owed.accrued = add(owed.accrued, segment.amountCents)
    }
    from = addDays(to, 1)
  }
  while (applied < movements.length) appropriate(owed, movements[applied++] as Movement, appropriation)
  return {
    segments,
    interestCents: owed.accrued,
    principalLeftCents: owed.principal,
    perDayCents: perDay(owed, segments.at(-1), terms),
  }
}

/** The product's defaults: the law's rates, 365 days, principal first, no formal notice, no judgment, no capitalisation. */
export function standardTerms(debtor: DebtorKind, until: Day): InterestTerms {
  return {
    debtor,
    until,
    formalNoticeOn: null,
    judgmentEnforceableOn: null,
    contractRate: null,
    basis: '365',
    appropriation: 'principal-first',
    capitalisation: false,
  }
}

function refuseNegative({ amountCents, movements }: Debt): void {
  let isNegative = amountCents < 0n
  for (const movement of movements) isNegative ||= movement.amountCents < 0n
  if (isNegative) throw new RangeError('a debt and its movements are positive amounts')
}

function rateFrom(
  from: Day,
  calendar: InterestCalendar,
  { contractRate, until }: InterestTerms,
  law: StatutoryRates,
): StatutoryRate | UnknownRate {
  if (contractRate) return { ...contractRate, semesterEndsOn: until }
  return law.rateOn(calendar.rateOf ?? from, isSurcharged(from, calendar))
}

function segmentOf(
  invoice: string,
  baseCents: Cents,
  from: Day,
  to: Day,
  rateBps: number,
  source: string,
  basis: InterestTerms['basis'],
): InterestSegment {
  const days = to - from + 1
  const amountCents = interestOf(baseCents, rateBps, days, basis === '365' ? 365 : yearDays(from))
  return { kind: 'interest', invoice, baseCents, from, to, days, rateBps, amountCents, source }
}

/**
 * `base × rate × days / year`, rounded half up to the cent: the half is added to twice the numerator, over twice the
 * denominator. The factors beside the base are small whole numbers, exact before they become a bigint.
 */
function interestOf(base: Cents, rateBps: number, days: number, daysOfYear: number): Cents {
  const twice = base * BigInt(2 * rateBps * days)
  return daysOfYear === 365
    ? (((twice + YEAR_365) / TWICE_YEAR_365) as Cents)
    : (((twice + YEAR_366) / TWICE_YEAR_366) as Cents)
}

/** Days of a year in ten thousandths, the unit of a rate, and twice that. */
const YEAR_365 = 3_650_000n
const TWICE_YEAR_365 = 7_300_000n
const YEAR_366 = 3_660_000n
const TWICE_YEAR_366 = 7_320_000n

function perDay(owed: Owed, last: InterestSegment | undefined, { until, basis }: InterestTerms): Cents {
  if (!last || (owed.principal === 0n && owed.capitalised === 0n)) return ZERO
  const daysOfYear = basis === '365' ? 365 : yearDays(until)
  const ofPrincipal = interestOf(owed.principal, last.rateBps, 1, daysOfYear)
  return owed.capitalised === 0n
    ? ofPrincipal
    : add(ofPrincipal, interestOf(owed.capitalised, last.rateBps, 1, daysOfYear))
}
