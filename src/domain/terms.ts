/** Payment terms: from the issue date to the due date, and the longest delay that the law allows. */
import { addDays, type Day, endOfMonth, laterOf } from './date.ts'

/** Days after issue, then perhaps the end of that month, then more days: `45d-eom` is 45, true, 0. */
export type PaymentTerms = {
  readonly days: number
  readonly endOfMonth: boolean
  readonly daysAfter: number
}

/** The longest terms that businesses may agree between themselves, in days. */
export type TermLimits = { readonly days: number; readonly endOfMonthDays: number }

/** The due date, the latest one that the law allows, and what is wrong with it. */
export type CheckedTerms = {
  readonly dueOn: Day
  readonly legalMaximum: Day
  readonly warnings: readonly 'over-legal-maximum'[]
}

/** The due date of an invoice. It is a calendar date: it does not move when nobody works that day. */
export function dueDate(terms: PaymentTerms, issuedOn: Day): Day {
  const counted = addDays(issuedOn, terms.days)
  return addDays(terms.endOfMonth ? endOfMonth(counted) : counted, terms.daysAfter)
}

/**
 * `30d` (from issue), `45d-eom` (issue + 45 days, then end of month), `eom-45d` (end of month, then 45 days),
 * `eom`, `30d-eom-10d`, `receipt` (as `0d`) → terms; null for anything else.
 */
export function parseTerms(text: string): PaymentTerms | null {
  if (text === 'receipt') return { days: 0, endOfMonth: false, daysAfter: 0 }
  const net = /^(\d{1,3})d$/.exec(text)
  if (net) return { days: Number(net[1]), endOfMonth: false, daysAfter: 0 }
  const monthly = /^(?:(\d{1,3})d-)?eom(?:-(\d{1,3})d)?$/.exec(text)
  return monthly
    ? { days: Number(monthly[1] ?? 0), endOfMonth: true, daysAfter: Number(monthly[2] ?? 0) }
    : null
}

/**
 * The due date against the limits between businesses. Both ways to count "45 jours fin de mois" are lawful
 * (CEPC): each is measured against its own. Terms too long in general are reported even where a date complies.
 */
export function checkTerms(terms: PaymentTerms, issuedOn: Day, limits: TermLimits): CheckedTerms {
  const dueOn = dueDate(terms, issuedOn)
  const legalMaximum = dueDate(longestTerms(terms, limits), issuedOn)
  const limit = terms.endOfMonth ? limits.endOfMonthDays : limits.days
  const over = laterOf(dueOn, legalMaximum) !== legalMaximum || terms.days + terms.daysAfter > limit
  return { dueOn, legalMaximum, warnings: over ? ['over-legal-maximum'] : [] }
}

function longestTerms(terms: PaymentTerms, limits: TermLimits): PaymentTerms {
  if (!terms.endOfMonth) return { days: limits.days, endOfMonth: false, daysAfter: 0 }
  const monthFirst = terms.days === 0 && terms.daysAfter > 0
  return monthFirst
    ? { days: 0, endOfMonth: true, daysAfter: limits.endOfMonthDays }
    : { days: limits.endOfMonthDays, endOfMonth: true, daysAfter: 0 }
}
