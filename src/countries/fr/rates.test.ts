import { describe, expect, test } from 'vitest'
import { type Day, day, formatDay } from '../../domain/date.ts'
import type { DebtorKind } from '../../domain/debtor.ts'
import { lateInterest, standardTerms } from '../../domain/interest/late-interest.ts'
import {
  contractRateFloor,
  nextSemesterStart,
  type Rate,
  type UnknownRate,
} from '../../domain/interest/rate.ts'
import { cents } from '../../domain/money.ts'
import { FRENCH_RATES } from './rate-rows.ts'
import { frenchRateBook, frenchRates, knownRates, semesterDay } from './rates.ts'

describe('the series', () => {
  test('ECB rates follow each other without overlap, each one a change', () => {
    const ascending = FRENCH_RATES.ecb.map(([from]) => day(from))
    expect(ascending).toEqual([...new Set(ascending)].sort((a, b) => a - b))
    expect(ascending.at(-1)).toBeLessThanOrEqual(FRENCH_RATES.ecbKnownUntil)
    const unchanged = FRENCH_RATES.ecb.filter((row, index) => row[1] === FRENCH_RATES.ecb[index - 1]?.[1])
    expect(unchanged).toEqual([])
  })

  test('legal rates have one row for each semester from the first to the last', () => {
    const semesters = FRENCH_RATES.legal.map(([semester]) => semesterDay(semester))
    const followed = semesters.slice(0, -1).map(nextSemesterStart)
    expect(semesters.slice(1).map(formatDay)).toEqual(followed.map(formatDay))
  })

  test('every row says where it comes from, and no rate is out of proportion', () => {
    const rows = [
      ...FRENCH_RATES.ecb.map(row => row.slice(1)),
      ...FRENCH_RATES.legal.map(row => row.slice(2)),
    ]
    for (const [rateBps, , sources] of rows) {
      expect(sources).not.toHaveLength(0)
      expect(Number.isInteger(rateBps) && Number(rateBps) >= 0 && Number(rateBps) < 1000).toBe(true)
    }
  })
})

describe('the ECB rate of a semester is the rate in force on its first day', () => {
  test.each([
    ['2008-07-01', 400],
    ['2014-01-01', 25],
    ['2022-07-01', 0],
    ['2023-01-01', 250],
    ['2023-07-01', 400],
    ['2024-01-01', 450],
    ['2024-07-01', 425],
    ['2025-01-01', 315],
    ['2025-07-01', 215],
    ['2026-01-01', 215],
    ['2026-07-01', 240],
  ])('%s: %i', (date, rateBps) => {
    expect(bps(frenchRates.ecbRateOn(day(date)))).toBe(rateBps)
  })

  test('it changes on the effective date, not on the day of the decision', () => {
    expect(bps(frenchRates.ecbRateOn(day('2022-07-26')))).toBe(0)
    expect(bps(frenchRates.ecbRateOn(day('2022-07-27')))).toBe(50)
  })

  test('it carries its name, its status and its sources', () => {
    expect(frenchRates.ecbRateOn(day('2026-07-01'))).toEqual({
      rateBps: 240,
      name: 'taux BCE au 2026-07-01 (2,40 %)',
      status: 'two-secondary-sources',
      sources: [expect.stringContaining('2026-10-03'), expect.stringContaining('Letikette')],
    })
  })
})

describe("le taux d'intérêt légal", () => {
  test.each([
    ['2015-01-01', 406, 93],
    ['2018-06-30', 373, 89],
    ['2019-01-01', 340, 86],
    ['2023-12-31', 682, 422],
    ['2024-03-15', 801, 507],
    ['2026-06-30', 667, 262],
    ['2026-07-01', 684, 275],
    ['2026-12-31', 684, 275],
  ])('%s: %i for an individual creditor, %i otherwise', (date, individual, other) => {
    expect(bps(frenchRates.legalRateOn(day(date), 'individual'))).toBe(individual)
    expect(bps(frenchRates.legalRateOn(day(date), 'other'))).toBe(other)
  })
})

describe('an unknown rate is named, never extrapolated', () => {
  test.each([['2027-01-01'], ['2026-11-23'], ['2007-06-12']])('taux BCE au %s', date => {
    expect(frenchRates.ecbRateOn(day(date))).toEqual({ unknownRate: `taux BCE au ${date}` })
  })

  test.each([
    ['2027-02-15', '2027-01-01'],
    ['2014-12-31', '2014-07-01'],
  ])("taux d'intérêt légal on %s", (date, semester) => {
    const unknown = { unknownRate: `taux d'intérêt légal (autres cas) au ${semester}` }
    expect(frenchRates.legalRateOn(day(date), 'other')).toEqual(unknown)
  })

  test('later rows complete the series', () => {
    const completed = frenchRateBook(
      knownRates({
        ecbKnownUntil: day('2027-01-01'),
        ecb: [...FRENCH_RATES.ecb, ['2026-12-23', 290, 'checked', ['ecb']]],
        legal: FRENCH_RATES.legal,
      }),
    )
    expect(bps(completed.ecbRateOn(day('2027-01-01')))).toBe(290)
    expect(bps(completed.ecbRateOn(day('2026-12-22')))).toBe(265)
  })

  test.each(['2026-S3', '2026', 'S1-2026', ''])('%j is not a semester', text => {
    expect(() => semesterDay(text)).toThrow(RangeError)
  })
})

test.each([
  ['P14', '2023-07-01', 1266],
  ['P15', '2024-07-01', 1476],
  ['R4', '2025-01-01', 1113],
  ['R4', '2025-07-01', 828],
  ['R4', '2026-01-01', 786],
  ['R4, P19', '2026-07-01', 825],
])('%s: on %s a contract between businesses may not set less than %i basis points', (_, date, floor) => {
  expect(contractRateFloor(frenchRates, day(date))).toBe(floor)
})

describe('statutory rates: published examples (docs/law/fr.md)', () => {
  test.each([
    ['P5, P6', 'business', '2026-05-01', '2026-07-01', [1215, 1240]],
    ['P6', 'public-body', '2026-05-01', '2026-07-01', [1015]],
    ['P15', 'business', '2024-06-30', '2024-07-01', [1425]],
    ['P16', 'public-body', '2014-01-31', '2014-07-01', [825]],
    ['P18', 'business', '2024-08-31', '2025-01-01', [1425, 1315]],
  ] as const)('%s: %s, due on %s, to %s', (_, debtor, dueOn, until, expected) => {
    const result = interest(debtor, dueOn, until)
    expect('segments' in result && result.segments.map(segment => segment.rateBps)).toEqual(expected)
  })

  test('P17: a delay that expires on 24 March or 24 July takes the rate of 1 January or 1 July', () => {
    const march = interest('public-body', '2025-03-24', '2025-07-31')
    const july = interest('public-body', '2025-07-24', '2025-07-31')
    expect(march).toMatchObject({ segments: [{ rateBps: 315 + 800 }] })
    expect(july).toMatchObject({ segments: [{ rateBps: 215 + 800 }] })
  })

  test('a semester that begins after the last known day is refused, the days before it are not', () => {
    expect(interest('business', '2026-11-30', '2026-12-31')).toHaveProperty('segments')
    expect(interest('business', '2026-11-30', '2027-01-01')).toEqual({
      unknownRate: 'taux BCE au 2027-01-01',
    })
    expect(interest('public-body', '2026-11-30', '2027-06-30')).toHaveProperty('segments')
  })

  test('the source of a segment can be read by the debtor', () => {
    expect(interest('business', '2026-06-30', '2026-07-01')).toMatchObject({
      segments: [{ source: 'C. com. L441-10 II : taux BCE au 2026-07-01 (2,40 %) + 10 points' }],
    })
  })
})

test('no floor where the legal rate is unknown', () => {
  expect(contractRateFloor(frenchRates, day('2027-01-01'))).toHaveProperty('unknownRate')
})

test('the ECB series is known for each semester that the indemnity of 2013 covers', () => {
  const unknown: Day[] = []
  for (let start = day('2013-01-01'); start <= FRENCH_RATES.ecbKnownUntil; start = nextSemesterStart(start)) {
    if ('unknownRate' in frenchRates.ecbRateOn(start)) unknown.push(start)
  }
  expect(unknown).toEqual([])
})

function interest(debtor: DebtorKind, dueOn: string, until: string) {
  const debt = { amountCents: cents(1_000_000n), dueOn: day(dueOn), movements: [] }
  return lateInterest(debt, standardTerms(debtor, day(until)), frenchRates)
}

function bps(rate: Rate | UnknownRate): number | string {
  return 'unknownRate' in rate ? rate.unknownRate : rate.rateBps
}
