/**
 * The published examples (docs/law/fr.md) that ask for rates of their own; the others stand in late-interest,
 * claim and countries/fr/rates. P13 is wrong as published, and not used.
 */
import { describe, expect, test } from 'vitest'
import { frenchRates } from '../../countries/fr/rates.ts'
import { day, formatDay } from '../date.ts'
import { lateInterest, standardTerms } from '../interest/late-interest.ts'
import { contractRateFloor, type Rate, type RateBook } from '../interest/rate.ts'
import { cents, divideHalfUp } from '../money.ts'
import { type Claim, drawUpClaim } from './claim.ts'

/** The annual legal rates of before 2015, one to a year, under the rules of today. */
const OLD_RATES: RateBook = {
  ecbRateOn: on => ({ unknownRate: `BCE ${formatDay(on)}` }),
  legalRateOn: on => annual(Number(formatDay(on).slice(0, 4))),
  rules: {
    ...frenchRates.rules,
    consumer: { ...frenchRates.rules.consumer, since: day('2000-01-01') },
  },
}

function annual(year: number): Rate | { unknownRate: string } {
  const rateBps = { 2000: 274, 2001: 426, 2014: 4 }[year]
  if (rateBps === undefined) return { unknownRate: `taux légal ${year}` }
  return { rateBps, name: `taux légal ${year}`, status: 'checked-secondary', sources: [] }
}

test('P12: a judgment of 2 000, five points more from two months after it became enforceable', () => {
  const debt = { amountCents: cents(200_000n), dueOn: day('1999-12-31'), movements: [] }
  const judged = {
    ...standardTerms('consumer', day('2001-04-10')),
    formalNoticeOn: day('2000-01-01'),
    judgmentEnforceableOn: day('2000-01-01'),
  }
  const result = lateInterest(debt, judged, OLD_RATES)
  if ('unknownRate' in result) throw new Error(result.unknownRate)
  const shown = result.segments.map(({ from, to, days, rateBps, amountCents }) => [
    formatDay(from),
    formatDay(to),
    days,
    rateBps,
    amountCents,
  ])
  // Our segments end with the semester as well: 129.35 is 51.32 + 78.04, a cent more for one more rounding.
  expect(shown).toEqual([
    ['2000-01-02', '2000-03-01', 60, 274, 901n],
    ['2000-03-02', '2000-06-30', 121, 774, 5132n],
    ['2000-07-01', '2000-12-31', 184, 774, 7804n],
    ['2001-01-01', '2001-04-10', 100, 926, 5074n],
  ])
  expect(divideHalfUp(200_000n * 774n * 305n, 3_650_000n)).toBe(12_935n)
  expect(result.segments.map(({ source }) => source)).toEqual([
    'C. civ. 1231-6 : taux légal 2000',
    'C. civ. 1231-6 : taux légal 2000 + 5 points (CMF L313-3)',
    'C. civ. 1231-6 : taux légal 2000 + 5 points (CMF L313-3)',
    'C. civ. 1231-6 : taux légal 2001 + 5 points (CMF L313-3)',
  ])
})

test('P12 by the contract’s path, which the product never surcharges: three stretches, to the cent', () => {
  const stretch = (dueOn: string, until: string, rateBps: number) => {
    const debt = { amountCents: cents(200_000n), dueOn: day(dueOn), movements: [] }
    const contractRate = { rateBps, source: 'jugement' }
    const terms = { ...standardTerms('consumer', day(until)), formalNoticeOn: day(dueOn), contractRate }
    return lateInterest(debt, terms, OLD_RATES)
  }
  const stretches = [
    stretch('2000-01-01', '2000-03-01', 274),
    stretch('2000-03-01', '2000-12-31', 774),
    stretch('2000-12-31', '2001-04-10', 926),
  ]
  expect(stretches).toMatchObject([
    { segments: [{ days: 60 }], interestCents: 901n },
    { segments: [{ days: 305 }], interestCents: 12_935n },
    { segments: [{ days: 100 }], interestCents: 5074n },
  ])
  expect(901n + 12_935n + 5074n).toBe(18_910n)
})

test('a judgment raises neither the rate of a business nor one of the contract', () => {
  const debt = { amountCents: cents(1_000_000n), dueOn: day('2025-12-31'), movements: [] }
  const terms = { ...standardTerms('business', day('2026-06-30')), judgmentEnforceableOn: day('2026-01-01') }
  expect(lateInterest(debt, terms, frenchRates)).toMatchObject({ segments: [{ rateBps: 1215, days: 181 }] })
  const contractRate = { rateBps: 900, source: 'CGV' }
  const consumer = { ...terms, debtor: 'consumer', formalNoticeOn: day('2025-12-31'), contractRate } as const
  expect(lateInterest(debt, consumer, frenchRates)).toMatchObject({ segments: [{ rateBps: 900, days: 181 }] })
})

test('a judgment enforceable on the last day of a month of 31 days: two months end on the last day of February', () => {
  const debt = { amountCents: cents(1_000_000n), dueOn: day('2025-12-01'), movements: [] }
  const terms = {
    ...standardTerms('consumer', day('2026-03-31')),
    formalNoticeOn: day('2025-12-31'),
    judgmentEnforceableOn: day('2025-12-31'),
  }
  expect(lateInterest(debt, terms, frenchRates)).toMatchObject({
    segments: [
      { from: day('2026-01-01'), to: day('2026-02-28'), rateBps: 262 },
      { from: day('2026-03-01'), to: day('2026-03-31'), rateBps: 762 },
    ],
  })
})

test('P3, P4: a quarter of a year’s interest as published, and 90 days as the product counts them', () => {
  const year = (rateBps: number) => {
    const debt = { amountCents: cents(1_000_000n), dueOn: day('2013-12-31'), movements: [] }
    const contractRate = { rateBps, source: 'CGV' }
    return (until: string) =>
      lateInterest(debt, { ...standardTerms('business', day(until)), contractRate }, OLD_RATES)
  }
  expect(year(1025)('2014-12-31')).toMatchObject({ interestCents: 4n * 25_625n })
  expect(year(1025)('2014-03-31')).toMatchObject({ interestCents: 25_274n })
  expect(year(1025)('2014-04-01')).toMatchObject({ interestCents: 25_555n })
  expect(contractRateFloor(OLD_RATES, day('2014-01-01'))).toBe(12)
  expect(year(12)('2014-12-31')).toMatchObject({ interestCents: 4n * 300n })
})

describe('P19: a contract’s rate stays as given, and is checked semester by semester', () => {
  test('8 % is under the floor of 8.25 % in 2026-S2, and is not raised', () => {
    const { lines, warnings } = claimAt(800, '2026-06-20', '2026-07-10')
    expect(warnings).toEqual([
      { code: 'below-legal-floor', semester: day('2026-07-01'), rateBps: 800, floor: 825 },
    ])
    expect(lines.filter(line => line.kind === 'interest').map(line => line.rateBps)).toEqual([800])
  })

  test('12 % complies; in 2024 it did not', () => {
    expect(claimAt(1200, '2026-06-20', '2026-07-10').warnings).toEqual([])
    expect(claimAt(1200, '2024-06-20', '2025-01-10').warnings.map(({ floor }) => floor)).toEqual([1521, 1476])
  })

  test('exactly the floor complies', () => {
    expect(claimAt(825, '2026-07-01', '2026-07-10').warnings).toEqual([])
  })

  test('only semesters in which interest runs are checked', () => {
    const paidOn = { on: day('2026-06-30'), amountCents: cents(1_000_000n), kind: 'payment' } as const
    expect(claimAt(800, '2026-06-20', '2026-07-10', [paidOn]).warnings).toEqual([])
  })

  test('a floor that is not known is said, and stops nothing', () => {
    expect(claimAt(1200, '2026-12-20', '2027-01-10').warnings).toEqual([
      {
        code: 'legal-floor-unknown',
        semester: day('2027-01-01'),
        rateBps: 1200,
        floor: "taux d'intérêt légal (autres cas) au 2027-01-01",
      },
    ])
  })

  test('there is no floor but between businesses', () => {
    expect(claimAt(100, '2026-06-20', '2026-07-10', [], 'public-body').warnings).toEqual([])
  })
})

function claimAt(
  rateBps: number,
  dueOn: string,
  until: string,
  movements: Parameters<typeof drawUpClaim>[0][0]['movements'] = [],
  debtor: 'business' | 'public-body' = 'business',
): Claim {
  const item = { invoice: 'F-1', issuedOn: day(dueOn), dueOn: day(dueOn), amountCents: cents(1_000_000n) }
  const contractRate = { rateBps, source: 'CGV 7' }
  const terms = { ...standardTerms(debtor, day(until)), contractRate, insolvencyOn: null }
  const drawn = drawUpClaim([{ ...item, movements }], terms, frenchRates)
  if ('unknownRate' in drawn) throw new Error(drawn.unknownRate)
  return drawn
}
