/** Payment terms: from a date to the due date. */
import { addDays, civil, civilDay, type Day, earlierOf, endOfMonth } from '../date.ts'

/** Days after a date, then perhaps the end of that month, then more days: `45d-eom` is 45, true, 0. */
export type PaymentTerms = {
  readonly days: number
  readonly endOfMonth: boolean
  readonly daysAfter: number
}

/** The due date of terms counted from a day. It is a calendar date: it does not move when nobody works that day. */
export function dueDate(terms: PaymentTerms, from: Day): Day {
  const counted = addDays(from, terms.days)
  return addDays(terms.endOfMonth ? endOfMonth(counted) : counted, terms.daysAfter)
}

/**
 * `30d` (from issue), `45d-eom` (issue + 45 days, then end of month), `eom-45d` (end of month, then 45 days),
 * `eom`, `30d-eom-10d`, `receipt` (as `0d`) → terms; null for anything else.
 */
export function parseTerms(text: string): PaymentTerms | null {
  if (text === 'receipt') return netTerms(0)
  const net = /^(\d{1,3})d$/.exec(text)
  if (net) return netTerms(Number(net[1]))
  const monthly = /^(?:(\d{1,3})d-)?eom(?:-(\d{1,3})d)?$/.exec(text)
  return monthly
    ? { days: Number(monthly[1] ?? 0), endOfMonth: true, daysAfter: Number(monthly[2] ?? 0) }
    : null
}

export function netTerms(days: number): PaymentTerms {
  return { days, endOfMonth: false, daysAfter: 0 }
}

/** « jours fin de mois »: the days, then the end of the month; or the end of the month, then the days. Both are lawful (CEPC). */
export function endOfMonthTerms(days: number): readonly [PaymentTerms, PaymentTerms] {
  return [
    { days, endOfMonth: true, daysAfter: 0 },
    { days: 0, endOfMonth: true, daysAfter: days },
  ]
}

/** The last day of the « décade » of a day: the 10th, the 20th or the end of its month. */
export function endOfTenDays(value: Day): Day {
  const { year, month, day } = civil(value)
  const tens = civilDay(year, month, day <= 10 ? 10 : 20) as Day
  return day <= 20 ? tens : endOfMonth(value)
}

/** How days are counted: from a date alone, to the end of a month last, or from the end of a month. */
export function shapeOf(terms: PaymentTerms): 'net' | 'days-first' | 'month-first' {
  if (!terms.endOfMonth) return 'net'
  return terms.days === 0 && terms.daysAfter > 0 ? 'month-first' : 'days-first'
}

/** Days in all, whatever the months add. */
export function lengthDays(terms: PaymentTerms): number {
  return terms.days + terms.daysAfter
}

/** Dates end with the year 9999. */
export function isWithinCalendar(value: Day): boolean {
  return earlierOf(value, LAST_DAY) === value
}

const LAST_DAY = civilDay(9999, 12, 31) as Day
