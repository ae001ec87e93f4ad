/** Interest that bears interest (C. civ. 1343-2): only where chosen, only what was owed for a whole year. */
import { describe, expect, test } from 'vitest'
import { frenchRates } from '../../countries/fr/rates.ts'
import { day, formatDay } from '../date.ts'
import type { Movement } from '../interest/appropriation.ts'
import type { InterestTerms } from '../interest/interest-terms.ts'
import { lateInterest, standardTerms } from '../interest/late-interest.ts'
import { cents } from '../money.ts'

const TERMS: InterestTerms = {
  ...standardTerms('business', day('2026-12-31')),
  contractRate: { rateBps: 1000, source: 'CGV 7' },
  capitalisation: true,
}

test('none before a whole year has run, and none unless chosen', () => {
  const year = { ...TERMS, until: day('2025-12-31') }
  expect(bases('2024-12-31', year)).toEqual([['2025-01-01', '2025-12-31', 1_000_000n, 100_000n]])
  expect(bases('2024-12-31', { ...TERMS, capitalisation: false })).toEqual([
    ['2025-01-01', '2026-12-31', 1_000_000n, 200_000n],
  ])
})

test('from the anniversary the year’s interest bears interest, in a segment that says so', () => {
  expect(bases('2023-12-31', { ...TERMS, until: day('2026-12-31') })).toEqual([
    ['2024-01-01', '2024-12-31', 1_000_000n, 100_274n],
    ['2025-01-01', '2025-12-31', 1_000_000n, 100_000n],
    ['2025-01-01', '2025-12-31', 100_274n, 10_027n],
    ['2026-01-01', '2026-12-31', 1_000_000n, 100_000n],
    // 1 002.74 + 1 000.00 + 100.27
    ['2026-01-01', '2026-12-31', 210_301n, 21_030n],
  ])
  const { segments, perDayCents } = counted('2024-12-31', TERMS)
  expect(segments.map(({ source }) => source)).toEqual([
    'CGV 7',
    'CGV 7',
    'C. civ. 1343-2, intérêts capitalisés au 2026-01-01 : CGV 7',
  ])
  expect(perDayCents).toBe(274n + 27n)
})

test('at the law’s rate each semester has its segments', () => {
  const law = { ...TERMS, contractRate: null, until: day('2026-08-31') }
  // 439.53 + 612.49 + 196.40 in the first year.
  expect(bases('2025-02-28', law).slice(-4)).toEqual([
    ['2026-03-01', '2026-06-30', 1_000_000n, 40_611n],
    ['2026-03-01', '2026-06-30', 124_842n, 5070n],
    ['2026-07-01', '2026-08-31', 1_000_000n, 21_063n],
    ['2026-07-01', '2026-08-31', 124_842n, 2630n],
  ])
})

test('due on 28 February 2027, a year is over after 29 February 2028: never on the day before', () => {
  const until = day('2028-03-01')
  expect(bases('2027-02-28', { ...TERMS, until }).at(-1)).toEqual(['2028-02-29', '2028-03-01', 100_000n, 55n])
})

describe('payments', () => {
  test('principal first: then interest that bears interest, then the rest', () => {
    const payment = paid('2026-01-31', 1_050_000n)
    // 31 days of January on both; then 500.00 of the year’s interest are left, and bear interest alone.
    expect(bases('2024-12-31', TERMS, [payment]).slice(1)).toEqual([
      ['2026-01-01', '2026-01-31', 1_000_000n, 8493n],
      ['2026-01-01', '2026-01-31', 100_000n, 849n],
      ['2026-02-01', '2026-12-31', 50_000n, 4575n],
    ])
  })

  test('interest first: what is paid in time is not capitalised', () => {
    const interestFirst = { ...TERMS, appropriation: 'interest-first' } as const
    expect(bases('2024-12-31', interestFirst, [paid('2025-12-31', 100_000n)]).slice(1)).toEqual([
      ['2026-01-01', '2026-12-31', 1_000_000n, 100_000n],
    ])
  })

  test('the principal paid within the year leaves interest that was not owed for a whole one', () => {
    expect(bases('2024-12-31', TERMS, [paid('2025-06-30', 1_000_000n)])).toEqual([
      ['2025-01-01', '2025-06-30', 1_000_000n, 49_589n],
    ])
  })

  test('a credit note never lowers interest that bears interest', () => {
    const credit = { ...paid('2026-01-01', 1_000_000n), kind: 'credit-note' as const }
    expect(bases('2024-12-30', { ...TERMS, until: day('2026-12-30') }, [credit]).slice(1)).toEqual([
      ['2025-12-31', '2025-12-31', 1_000_000n, 274n],
      ['2025-12-31', '2025-12-31', 100_000n, 27n],
      ['2026-01-01', '2026-12-30', 100_000n, 9973n],
    ])
  })
})

function bases(dueOn: string, terms: InterestTerms, movements: Movement[] = []) {
  return counted(dueOn, terms, movements).segments.map(({ from, to, baseCents, amountCents }) => [
    formatDay(from),
    formatDay(to),
    baseCents,
    amountCents,
  ])
}

function counted(dueOn: string, terms: InterestTerms, movements: Movement[] = []) {
  const debt = { amountCents: cents(1_000_000n), dueOn: day(dueOn), movements }
  const result = lateInterest(debt, terms, frenchRates)
  if ('unknownRate' in result) throw new Error(result.unknownRate)
  return result
}

function paid(on: string, amountCents: bigint): Movement {
  return { on: day(on), amountCents: cents(amountCents), kind: 'payment' }
}
