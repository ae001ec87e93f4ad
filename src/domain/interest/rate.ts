/** Interest rates set by law or by the European Central Bank, and what the law makes of them for a late payer. */
import { addMonths, civil, civilDay, type Day } from '../date.ts'
import type { DebtorKind } from '../debtor.ts'
import type { Cents } from '../money.ts'

/** What a country's law says of late payment: its rates, day by day, and its rules. No rate is ever extrapolated. */
export type RateBook = {
  /** The European Central Bank's main refinancing rate in force on a day. */
  ecbRateOn(day: Day): Rate | UnknownRate
  /** The legal rate of the semester of a day; `individual` when the creditor is one, `other` for companies. */
  legalRateOn(day: Day, category: 'individual' | 'other'): Rate | UnknownRate
  readonly rules: Readonly<Record<DebtorKind, LatePaymentRule>>
  /** How many times the legal rate a contract between businesses has to set at least; zero: the law sets no floor. */
  readonly contractFloorTimes: number
  /** How the rate of an article is named on a day to which the article does not apply yet. */
  rateBefore(article: string, on: Day): string
  /** How a claim names interest that bears interest itself since a day, and the rate at which it does. */
  capitalisedSource(since: Day, source: string): string
}

/** A rate in basis points (265 is 2.65 %), the name it has in a claim, and how we know it. */
export type Rate = {
  readonly rateBps: number
  readonly name: string
  readonly status: RateStatus
  readonly sources: readonly string[]
}

/** The refusal of a computation for want of a rate: `{ unknownRate: 'taux BCE au 2027-01-01' }`. */
export type UnknownRate = { readonly unknownRate: string }

/** How well a rate was checked, from the official act down to a single secondary source; `recorded`: by a person, who gave its source. */
export type RateStatus =
  | 'checked'
  | 'checked-secondary'
  | 'two-secondary-sources'
  | 'single-secondary-source'
  | 'recorded'

/** The series that the law refers to: the ECB's, and the legal rate of creditors who are individuals, or are not. */
export type RateSeries = 'ecb' | 'legal-individual' | 'legal-other'

/** A rate in basis points, known for every day from one to another, both included. */
export type KnownRate = {
  readonly series: RateSeries
  readonly from: Day
  readonly until: Day
  readonly rateBps: number
  readonly status: RateStatus
  readonly sources: readonly string[]
}

/** What the law lets a creditor claim from one kind of debtor. */
export type LatePaymentRule = {
  readonly base: 'ecb' | 'legal'
  readonly marginBps: number
  /** First day to which the margin applies; interest of earlier days has no known rate. */
  readonly since: Day
  /** `each-semester`: the rate follows each 1 January and 1 July; `first-day`: the first semester's, all along. */
  readonly anchor: 'each-semester' | 'first-day'
  readonly runsFrom: 'due-date' | 'formal-notice'
  readonly article: string
  /** What a rate that is the legal one rises by, some months after a judgment became enforceable. */
  readonly afterJudgment?: { readonly marginBps: number; readonly months: number; readonly article: string }
  /** Owed once per late invoice issued on or after `since`; null where the law gives none. */
  readonly indemnity: {
    readonly amountCents: Cents
    readonly since: Day
    readonly article: string
    /** The text that lets a creditor ask for proven costs beyond it. */
    readonly complementArticle?: string
  } | null
}

/** The rate of a series in force on a day; of a legal rate, that of the day's semester. */
export function rateOn(rates: RateBook, series: RateSeries, on: Day): Rate | UnknownRate {
  if (series === 'ecb') return rates.ecbRateOn(on)
  return rates.legalRateOn(on, series === 'legal-other' ? 'other' : 'individual')
}

/**
 * The lowest rate, in basis points, that a contract between businesses may set for a semester. It limits contracts; it never lifts the
 * statutory rate.
 */
export function contractRateFloor(rates: RateBook, on: Day): number | UnknownRate {
  if (rates.contractFloorTimes === 0) return 0
  const legal = rates.legalRateOn(on, 'other')
  return 'unknownRate' in legal ? legal : rates.contractFloorTimes * legal.rateBps
}

/** `12.15`, `12`, `0.5` (per cent) → basis points; null for anything else. */
export function parsePercent(text: string): number | null {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(text)
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : null
}

/** `2026-S2` → 2026-07-01; null for anything else. */
export function parseSemester(text: string): Day | null {
  const match = /^(\d{4})-S([12])$/.exec(text)
  return match ? civilDay(Number(match[1]), match[2] === '1' ? 1 : 7, 1) : null
}

/** `2026-S2` for 2026-07-01, and for any day of that semester. */
export function semesterName(day: Day): string {
  const { year, month } = civil(day)
  return `${String(year).padStart(4, '0')}-S${month <= 6 ? 1 : 2}`
}

/** The 1 January or 1 July that opens the semester of a day. */
export function semesterStart(day: Day): Day {
  const { year, month } = civil(day)
  return civilDay(year, month <= 6 ? 1 : 7, 1) as Day
}

export function nextSemesterStart(day: Day): Day {
  return addMonths(semesterStart(day), 6)
}
