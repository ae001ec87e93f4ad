/** French late payment: the rates known, those of this program and those that people recorded, and the rules on them. */
import { addDays, type Day, day, formatDay } from '../../domain/date.ts'
import type { DebtorKind } from '../../domain/debtor.ts'
import {
  type KnownRate,
  type LatePaymentRule,
  nextSemesterStart,
  parseSemester,
  type Rate,
  type RateBook,
  type RateSeries,
  semesterStart,
} from '../../domain/interest/rate.ts'
import { cents } from '../../domain/money.ts'
import { FRENCH_RATES, type FrenchRates, SOURCES } from './rate-rows.ts'

/** A book of known rates, in any order. A day that none covers is an unknown rate: nothing is extrapolated. */
export function frenchRateBook(known: readonly KnownRate[]): RateBook {
  const bySeries = (series: RateSeries) => known.filter(each => each.series === series)
  const all = {
    ecb: bySeries('ecb'),
    individual: bySeries('legal-individual'),
    other: bySeries('legal-other'),
  }
  return {
    rules: RULES,
    // C. com. L441-10 II.
    contractFloorTimes: 3,
    rateBefore: (article, on) => `${article} au ${formatDay(on)}`,
    capitalisedSource: (since, source) =>
      `C. civ. 1343-2, intérêts capitalisés au ${formatDay(since)} : ${source}`,
    ecbRateOn: on => rateOn(all.ecb, on, `taux BCE au ${formatDay(on)}`),
    legalRateOn(on, category) {
      const start = semesterStart(on)
      const name = `taux d'intérêt légal (${FRENCH_CATEGORY[category]}) au ${formatDay(start)}`
      return rateOn(all[category], start, name)
    },
  }
}

/** The rows of the law's tables as rates known from a day to a day: an ECB rate until the next one, a legal rate for its semester. */
export function knownRates({ ecb, legal, ecbKnownUntil }: FrenchRates): KnownRate[] {
  const ecbRates = ecb.map(([from, rateBps, status, sources], index): KnownRate => {
    const next = ecb[index + 1]
    const until = next ? addDays(day(next[0]), -1) : ecbKnownUntil
    return { series: 'ecb', from: day(from), until, rateBps, status, sources: texts(sources) }
  })
  const legalRates = legal.flatMap(([semester, individualBps, otherBps, status, sources]): KnownRate[] => {
    const from = semesterDay(semester)
    const row = { from, until: addDays(nextSemesterStart(from), -1), status, sources: texts(sources) }
    return [
      { ...row, series: 'legal-individual', rateBps: individualBps },
      { ...row, series: 'legal-other', rateBps: otherBps },
    ]
  })
  return [...ecbRates, ...legalRates]
}

/** `2026-S2` → 2026-07-01. Throws on anything else. */
export function semesterDay(semester: string): Day {
  const start = parseSemester(semester)
  if (start === null) throw new RangeError(`not a semester: ${semester}`)
  return start
}

function rateOn(known: readonly KnownRate[], on: Day, name: string): Rate | { unknownRate: string } {
  const found = known.findLast(each => each.from <= on && on <= each.until)
  if (!found) return { unknownRate: name }
  const { rateBps, status, sources } = found
  const percent = `${Math.floor(rateBps / 100)},${String(rateBps % 100).padStart(2, '0')} %`
  return { rateBps, name: `${name} (${percent})`, status, sources }
}

function texts(sources: readonly (keyof typeof SOURCES)[]): string[] {
  return sources.map(source => SOURCES[source])
}

const FRENCH_CATEGORY = { individual: 'particuliers', other: 'autres cas' } as const

/** LME of 2008 for the 10 points, CCP R2192-31 for the 8; décret 2012-1115 for the 40 €. */
const RULES: Readonly<Record<DebtorKind, LatePaymentRule>> = {
  business: {
    base: 'ecb',
    marginBps: 1000,
    since: day('2009-01-01'),
    anchor: 'each-semester',
    runsFrom: 'due-date',
    article: 'C. com. L441-10 II',
    indemnity: {
      amountCents: cents(4000),
      since: day('2013-01-01'),
      article: 'C. com. D441-5',
      complementArticle: 'C. com. L441-10 II',
    },
  },
  'public-body': {
    base: 'ecb',
    marginBps: 800,
    since: day('2013-03-16'),
    anchor: 'first-day',
    runsFrom: 'due-date',
    article: 'CCP R2192-31',
    // The earlier décret 2013-269 was not read: before the code, no indemnity is asked.
    indemnity: {
      amountCents: cents(4000),
      since: day('2019-04-01'),
      article: 'CCP D2192-35',
      complementArticle: 'CCP L2192-13',
    },
  },
  // A company that chases a consumer has the rate of « tous les autres cas »: the category follows the creditor.
  consumer: {
    base: 'legal',
    marginBps: 0,
    since: day('2015-01-01'),
    anchor: 'each-semester',
    runsFrom: 'formal-notice',
    article: 'C. civ. 1231-6',
    afterJudgment: { marginBps: 500, months: 2, article: 'CMF L313-3' },
    indemnity: null,
  },
}

/** What the program brings. */
export const FRENCH_KNOWN_RATES: readonly KnownRate[] = knownRates(FRENCH_RATES)

/** The book for whoever has no database, such as the calculator. */
export const frenchRates: RateBook = frenchRateBook(FRENCH_KNOWN_RATES)
