/** Which days bear interest, and on which days a segment ends. */
import { addDays, addMonths, civil, type Day, earlierOf, endOfYear, laterOf, yearDays } from '../date.ts'
import type { InterestTerms } from './interest-terms.ts'
import type { LatePaymentRule } from './rate.ts'

export type InterestCalendar = {
  /** After `until` when no interest runs by then. */
  readonly firstDay: Day
  readonly until: Day
  /** The day whose rate holds all along; null when each semester has its own. */
  readonly rateOf: Day | null
  readonly surchargedFrom: Day | null
  readonly basis: InterestTerms['basis']
  readonly capitalisation: boolean
}

export function interestCalendar(dueOn: Day, terms: InterestTerms, rule: LatePaymentRule): InterestCalendar {
  const { until, basis, capitalisation, contractRate } = terms
  const firstDay = firstDayOf(dueOn, terms, rule) ?? addDays(until, 1)
  return {
    firstDay,
    until,
    rateOf: contractRate !== null || rule.anchor === 'first-day' ? firstDay : null,
    surchargedFrom: surchargeDay(terms, rule),
    basis,
    capitalisation,
  }
}

/** The first day that bears interest; null when none ever will. */
function firstDayOf(dueOn: Day, terms: InterestTerms, rule: LatePaymentRule): Day | null {
  if (rule.runsFrom === 'due-date') return addDays(dueOn, 1)
  return terms.formalNoticeOn === null ? null : addDays(laterOf(dueOn, terms.formalNoticeOn), 1)
}

/** The day after the months that the law leaves from an enforceable judgment; a rate of the contract stays as it is. */
function surchargeDay(terms: InterestTerms, { afterJudgment }: LatePaymentRule): Day | null {
  const { judgmentEnforceableOn, contractRate } = terms
  if (!afterJudgment || judgmentEnforceableOn === null || contractRate !== null) return null
  return addDays(addMonths(judgmentEnforceableOn, afterJudgment.months), 1)
}

export function isSurcharged(on: Day, { surchargedFrom }: InterestCalendar): boolean {
  return surchargedFrom !== null && on >= surchargedFrom
}

/** Interest owed by this day begins to bear interest on it: a whole number of years after interest began to run. */
export function isAnniversary(on: Day, calendar: InterestCalendar): boolean {
  return calendar.capitalisation && on === anniversaryFrom(on, calendar.firstDay)
}

/** The last day of the segment that begins on `from`: the eve of whatever changes next. */
export function lastDay(
  from: Day,
  semesterEndsOn: Day,
  nextMovementOn: Day | undefined,
  calendar: InterestCalendar,
): Day {
  const { until, rateOf, surchargedFrom, basis, capitalisation, firstDay } = calendar
  let last = until
  if (nextMovementOn !== undefined && nextMovementOn <= last) last = addDays(nextMovementOn, -1)
  if (rateOf === null && semesterEndsOn < last) last = semesterEndsOn
  if (surchargedFrom !== null && from < surchargedFrom) last = earlierOf(last, addDays(surchargedFrom, -1))
  if (basis === 'actual') last = earlierOf(last, endOfLikeYears(from, last))
  if (capitalisation) last = earlierOf(last, addDays(anniversaryFrom(addDays(from, 1), firstDay), -1))
  return last
}

/** The first anniversary of the first day, the first year excepted, that doesn't come before a day. */
function anniversaryFrom(on: Day, firstDay: Day): Day {
  const eve = addDays(firstDay, -1)
  const anniversary = (years: number) => addDays(addMonths(eve, 12 * years), 1)
  let years = Math.max(1, civil(on).year - civil(eve).year - 1)
  while (anniversary(years) < on) years++
  return anniversary(years)
}

/** The last day, up to `limit`, before the first 1 January from which years are longer or shorter. */
function endOfLikeYears(from: Day, limit: Day): Day {
  let end = endOfYear(from)
  while (end < limit && yearDays(end) === yearDays(addDays(end, 1))) end = endOfYear(addDays(end, 1))
  return end
}
