import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { frenchRates } from '../../countries/fr/rates.ts'
import { addDays, type Day, day, formatDay } from '../date.ts'
import { type Cents, cents, ZERO } from '../money.ts'
import type { Movement } from './appropriation.ts'
import type { InterestTerms } from './interest-terms.ts'
import { type InterestSegment, lateInterest, standardTerms } from './late-interest.ts'
import type { LatePaymentRule, RateBook } from './rate.ts'

const business: LatePaymentRule = {
  base: 'ecb',
  marginBps: 1000,
  since: day('2009-01-01'),
  anchor: 'each-semester',
  runsFrom: 'due-date',
  article: 'L441-10',
  indemnity: null,
}

/** 2.15 % until June 2026, then 2.40 %; unknown from 2027. The legal rate is 2.62 %, then 2.75 %. */
const RATES: RateBook = {
  ...frenchRates,
  ecbRateOn: on => known(on, 'ECB', 215, 240),
  legalRateOn: on => known(on, 'legal', 262, 275),
  rules: {
    business,
    'public-body': { ...business, marginBps: 800, anchor: 'first-day', article: 'R2192-31' },
    consumer: { ...business, base: 'legal', marginBps: 0, runsFrom: 'formal-notice', article: '1231-6' },
  },
}

const TEN_PERCENT = { contractRate: { rateBps: 1000, source: 'CGV 6' } }

describe('published examples (docs/law/fr.md)', () => {
  test('P1: 3 000 at 14.76 % for 30 days', () => {
    const terms = { ...standardTerms('business', day('2024-10-30')), contractRate: rate(1476) }
    expect(amounts(300_000n, '2024-09-30', terms)).toEqual([3639n])
  })

  test('P2: 15 000 at 15 % for 30 days', () => {
    const terms = { ...standardTerms('business', day('2026-05-31')), contractRate: rate(1500) }
    expect(amounts(1_500_000n, '2026-05-01', terms)).toEqual([18_493n])
  })

  test('P5: the rate changes on 1 July', () => {
    expect(segments(1_000_000n, '2026-06-20', standardTerms('business', day('2026-07-10')))).toEqual([
      ['2026-06-21', '2026-06-30', 10, 1215, 3329n],
      ['2026-07-01', '2026-07-10', 10, 1240, 3397n],
    ])
  })

  test('P6, by our convention: 60 + 63 days', () => {
    expect(segments(1_000_000n, '2026-05-01', standardTerms('business', day('2026-09-01')))).toEqual([
      ['2026-05-02', '2026-06-30', 60, 1215, 19_973n],
      ['2026-07-01', '2026-09-01', 63, 1240, 21_403n],
    ])
  })

  test('P7: a payment extinguishes interest first', () => {
    const terms = { ...standardTerms('business', day('2026-01-01')), ...TEN_PERCENT }
    const result = interest(1_000_000n, '2025-01-01', { ...terms, appropriation: 'interest-first' }, [
      paid('2025-07-01', 400_000n),
    ])
    expect(result.segments.map(each => [each.baseCents, each.days, each.amountCents])).toEqual([
      [1_000_000n, 181, 49_589n],
      [649_589n, 184, 32_746n],
    ])
    expect(result.principalLeftCents).toBe(649_589n)
  })

  test('P8: a payment extinguishes principal first', () => {
    const terms = { ...standardTerms('business', day('2026-01-01')), ...TEN_PERCENT }
    const result = interest(1_000_000n, '2025-01-01', terms, [paid('2025-07-01', 400_000n)])
    expect(result.interestCents).toBe(79_836n)
    expect(result.principalLeftCents).toBe(600_000n)
  })

  test('P9: a whole payment, late, leaves the principal that interest took', () => {
    const terms = { ...standardTerms('business', day('2026-01-01')), ...TEN_PERCENT }
    const result = interest(1_000_000n, '2025-01-01', { ...terms, appropriation: 'interest-first' }, [
      paid('2025-03-01', 1_000_000n),
    ])
    expect(result.segments.map(each => [each.days, each.amountCents])).toEqual([
      [59, 16_164n],
      [306, 1355n],
    ])
    expect(result.principalLeftCents).toBe(16_164n)
  })

  test('P10: a leap year by both bases', () => {
    const terms = { ...standardTerms('business', day('2024-12-31')), ...TEN_PERCENT }
    expect(amounts(1_000_000n, '2023-12-31', terms)).toEqual([100_274n])
    expect(amounts(1_000_000n, '2023-12-31', { ...terms, basis: 'actual' })).toEqual([100_000n])
  })
})

describe('which days and which rate', () => {
  test('none on the due date, one the day after', () => {
    expect(amounts(1_000_000n, '2026-05-01', standardTerms('business', day('2026-05-01')))).toEqual([])
    expect(amounts(1_000_000n, '2026-05-01', standardTerms('business', day('2026-05-02')))).toEqual([333n])
  })

  test('a payment bears interest on its own day; a credit note no more', () => {
    const terms = standardTerms('business', day('2026-03-31'))
    const half = [paid('2026-03-11', 50_000n)]
    const lessHalf = [credited('2026-03-11', 50_000n)]
    expect(interest(100_000n, '2026-03-01', terms, half).segments.map(each => each.days)).toEqual([10, 20])
    expect(interest(100_000n, '2026-03-01', terms, lessHalf).segments.map(each => each.days)).toEqual([9, 21])
  })

  test('a movement on the last day: a payment counts from the next day, a credit note at once', () => {
    const terms = standardTerms('business', day('2026-03-11'))
    const payment = interest(1_000_000n, '2026-03-01', terms, [paid('2026-03-11', 400_000n)])
    expect(payment.segments.map(each => [each.baseCents, each.days])).toEqual([[1_000_000n, 10]])
    expect([payment.principalLeftCents, payment.perDayCents]).toEqual([600_000n, 200n])
    const creditNote = interest(1_000_000n, '2026-03-01', terms, [credited('2026-03-11', 400_000n)])
    expect(creditNote.segments.map(each => [each.baseCents, each.days])).toEqual([
      [1_000_000n, 9],
      [600_000n, 1],
    ])
  })

  test('a credit note never extinguishes interest', () => {
    const terms = { ...standardTerms('business', day('2026-01-01')), ...TEN_PERCENT }
    const interestFirst = { ...terms, appropriation: 'interest-first' } as const
    const result = interest(1_000_000n, '2025-01-01', interestFirst, [credited('2025-07-02', 400_000n)])
    expect(result.principalLeftCents).toBe(600_000n)
    expect(result.interestCents).toBe(79_836n)
  })

  test('paid on the due date: nothing; paid in full: nothing after', () => {
    const terms = standardTerms('business', day('2026-12-31'))
    expect(interest(100_000n, '2026-03-01', terms, [paid('2026-03-01', 100_000n)]).segments).toEqual([])
    const late = interest(100_000n, '2026-03-01', terms, [paid('2026-03-31', 120_000n)])
    expect(late.segments.map(each => formatDay(each.to))).toEqual(['2026-03-31'])
    expect([late.principalLeftCents, late.perDayCents]).toEqual([ZERO, ZERO])
  })

  test('P17: a public body keeps the rate of the semester in which interest began', () => {
    expect(segments(1_000_000n, '2026-03-24', standardTerms('public-body', day('2026-10-31')))).toEqual([
      ['2026-03-25', '2026-10-31', 221, 1015, 61_456n],
    ])
    expect(segments(1_000_000n, '2026-07-24', standardTerms('public-body', day('2026-07-25')))).toEqual([
      ['2026-07-25', '2026-07-25', 1, 1040, 285n],
    ])
    // Due on the last day of a semester, interest begins in the next one.
    expect(segments(1_000_000n, '2026-06-30', standardTerms('public-body', day('2026-07-01')))).toEqual([
      ['2026-07-01', '2026-07-01', 1, 1040, 285n],
    ])
  })

  test('a consumer owes the legal rate from the day after the formal notice, and nothing without one', () => {
    const terms = standardTerms('consumer', day('2026-07-31'))
    expect(segments(1_000_000n, '2026-03-01', terms)).toEqual([])
    expect(segments(1_000_000n, '2026-03-01', { ...terms, formalNoticeOn: day('2026-06-10') })).toEqual([
      ['2026-06-11', '2026-06-30', 20, 262, 1436n],
      ['2026-07-01', '2026-07-31', 31, 275, 2336n],
    ])
  })

  test('a contractual rate is one segment across semesters, and needs no rate of the law', () => {
    const terms = { ...standardTerms('business', day('2028-06-30')), ...TEN_PERCENT }
    const result = interest(1_000_000n, '2025-12-31', terms)
    expect(result.segments.map(each => [each.days, each.source])).toEqual([[912, 'CGV 6']])
  })

  test('the actual basis cuts where the length of the year changes', () => {
    const terms = {
      ...standardTerms('business', day('2026-12-31')),
      ...TEN_PERCENT,
      basis: 'actual',
    } as const
    expect(segments(1_000_000n, '2022-12-31', terms).map(each => each[0])).toEqual([
      '2023-01-01',
      '2024-01-01',
      '2025-01-01',
    ])
  })

  test('the source of a segment is the article, the rate and the margin', () => {
    const [segment] = interest(1n, '2026-06-30', standardTerms('business', day('2026-07-01'))).segments
    expect(segment?.source).toBe('L441-10 : ECB 2026-07-01 + 10 points')
  })

  test('a zero rate is a rate', () => {
    const terms = { ...standardTerms('business', day('2026-05-02')), contractRate: rate(0) }
    expect(amounts(1_000_000n, '2026-05-01', terms)).toEqual([ZERO])
  })

  test('an unknown rate is named, but only where principal is left', () => {
    const debt = { amountCents: cents(100_000n), dueOn: day('2026-05-01'), movements: [] }
    const terms = standardTerms('business', day('2027-01-01'))
    expect(lateInterest(debt, terms, RATES)).toEqual({ unknownRate: 'ECB 2027-01-01' })
    expect(interest(100_000n, '2026-05-01', terms, [paid('2026-12-31', 100_000n)]).segments).toHaveLength(2)
    expect(interest(100_000n, '2027-03-01', standardTerms('business', day('2027-02-01'))).segments).toEqual(
      [],
    )
  })

  test('days before the margin applied have no known rate', () => {
    const debt = { amountCents: cents(100_000n), dueOn: day('2008-11-30'), movements: [] }
    const unknown = { unknownRate: 'L441-10 au 2008-12-01' }
    expect(lateInterest(debt, standardTerms('business', day('2009-02-01')), RATES)).toEqual(unknown)
    expect(amounts(1_000_000n, '2008-12-31', standardTerms('business', day('2009-01-01')))).toEqual([333n])
  })

  test('a negative amount is a bug', () => {
    const terms = standardTerms('business', day('2026-05-02'))
    expect(() => interest(-1n, '2026-05-01', terms)).toThrow(RangeError)
    expect(() => interest(1n, '2026-05-01', terms, [paid('2026-05-01', -1n)])).toThrow(RangeError)
  })
})

describe('laws', () => {
  const start = day('2024-06-01')
  const someDay = (min: number, max: number) => fc.integer({ min, max }).map(days => addDays(start, days))
  const amount = fc.bigInt({ min: 1n, max: 10n ** 9n }).map(cents)
  const movements = fc.array(
    fc.record({ on: someDay(0, 900), amountCents: amount, kind: fc.constantFrom('payment', 'credit-note') }),
    { maxLength: 5 },
  )
  const debts = fc.record({ amountCents: amount, dueOn: someDay(0, 300), movements })
  const terms: fc.Arbitrary<InterestTerms> = fc.record({
    debtor: fc.constantFrom('business', 'consumer', 'public-body'),
    until: someDay(0, 900),
    formalNoticeOn: fc.option(someDay(0, 600)),
    judgmentEnforceableOn: fc.option(someDay(0, 600)),
    contractRate: fc.option(fc.integer({ min: 0, max: 3000 }).map(rate)),
    basis: fc.constantFrom('365', 'actual'),
    appropriation: fc.constantFrom('principal-first', 'interest-first'),
    capitalisation: fc.boolean(),
  })

  test('interest is never negative, and segments follow each other within the days counted', () => {
    fc.assert(
      fc.property(debts, terms, (debt, each) => {
        const result = everKnown(debt, each)
        let previous: Day = debt.dueOn
        for (const [index, segment] of result.segments.entries()) {
          const { from, to } = result.segments[index - 1] ?? {}
          // Capitalised interest has segments of its own, beside those of the principal.
          const isBeside = from === segment.from && to === segment.to && isCapitalised(segment)
          expect(isBeside || segment.from > previous).toBe(true)
          expect(segment.days).toBe(segment.to - segment.from + 1)
          expect(segment.days > 0 && segment.amountCents >= 0n && segment.baseCents > 0n).toBe(true)
          previous = segment.to
        }
        expect(previous).toBeLessThanOrEqual(Math.max(each.until, debt.dueOn))
        expect(result.principalLeftCents >= 0n && result.perDayCents >= 0n).toBe(true)
      }),
    )
  })

  test('interest never shrinks as time passes', () => {
    fc.assert(
      fc.property(debts, terms, fc.integer({ min: 0, max: 400 }), (debt, each, days) => {
        const later = { ...each, until: addDays(each.until, days) }
        expect(everKnown(debt, later).interestCents >= everKnown(debt, each).interestCents).toBe(true)
      }),
    )
  })

  test('the order in which movements are given changes nothing', () => {
    const shuffled = movements.chain(given =>
      fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
    )
    fc.assert(
      fc.property(debts, terms, shuffled, (debt, each, [given, other]) => {
        expect(everKnown({ ...debt, movements: other }, each)).toEqual(
          everKnown({ ...debt, movements: given }, each),
        )
      }),
    )
  })

  test('a segment cut in two on a day without a change of rate differs by a cent at most', () => {
    const cut = fc.tuple(fc.integer({ min: 1, max: 800 }), fc.integer({ min: 1, max: 800 }), amount, terms)
    fc.assert(
      fc.property(cut, ([first, second, amountCents, each]) => {
        const flat = {
          ...each,
          debtor: 'business',
          contractRate: rate(1234),
          basis: '365',
          capitalisation: false,
        } as const
        const middle = addDays(start, first)
        const until = addDays(middle, second)
        const count = (dueOn: Day, end: Day) =>
          everKnown({ amountCents, dueOn, movements: [] }, { ...flat, until: end }).interestCents
        const difference = count(start, until) - count(start, middle) - count(middle, until)
        expect(difference >= -1n && difference <= 1n).toBe(true)
      }),
    )
  })

  test('one more day costs what the claim says, within the roundings', () => {
    fc.assert(
      fc.property(debts, terms, (debt, each) => {
        const flat = { ...each, contractRate: rate(1215), basis: '365', capitalisation: false } as const
        const today = everKnown({ ...debt, movements: [] }, flat)
        const tomorrow = everKnown({ ...debt, movements: [] }, { ...flat, until: addDays(flat.until, 1) })
        fc.pre(today.segments.length > 0)
        const difference = tomorrow.interestCents - today.interestCents - today.perDayCents
        expect(difference >= -1n && difference <= 1n).toBe(true)
      }),
    )
  })
})

function isCapitalised({ source }: InterestSegment): boolean {
  return source.startsWith('C. civ. 1343-2')
}

function interest(
  amountCents: bigint,
  dueOn: string,
  terms: InterestTerms,
  movements: readonly Movement[] = [],
) {
  const result = lateInterest({ amountCents: cents(amountCents), dueOn: day(dueOn), movements }, terms, RATES)
  if ('unknownRate' in result) throw new Error(result.unknownRate)
  return result
}

/** The same with every rate known, for random dates. */
function everKnown(debt: Parameters<typeof lateInterest>[0], terms: InterestTerms) {
  const always: RateBook = {
    ...RATES,
    ecbRateOn: on => ({ rateBps: 100 + (on % 7) * 50, name: 'ECB', status: 'checked', sources: [] }),
    legalRateOn: on => ({ rateBps: 50 + (on % 5) * 40, name: 'legal', status: 'checked', sources: [] }),
  }
  const result = lateInterest(debt, terms, always)
  if ('unknownRate' in result) throw new Error(result.unknownRate)
  return result
}

function segments(amountCents: bigint, dueOn: string, terms: InterestTerms) {
  return interest(amountCents, dueOn, terms).segments.map(each => [
    formatDay(each.from),
    formatDay(each.to),
    each.days,
    each.rateBps,
    each.amountCents,
  ])
}

function amounts(amountCents: bigint, dueOn: string, terms: InterestTerms): Cents[] {
  return interest(amountCents, dueOn, terms).segments.map(each => each.amountCents)
}

function paid(on: string, amountCents: bigint): Movement {
  return { on: day(on), amountCents: cents(amountCents), kind: 'payment' }
}

function credited(on: string, amountCents: bigint): Movement {
  return { on: day(on), amountCents: cents(amountCents), kind: 'credit-note' }
}

function rate(rateBps: number) {
  return { rateBps, source: 'CGV 6' }
}

function known(on: Day, series: string, before: number, after: number) {
  const name = `${series} ${formatDay(on)}`
  if (on >= day('2027-01-01')) return { unknownRate: name }
  return { rateBps: on < day('2026-07-01') ? before : after, name, status: 'checked', sources: [] } as const
}
