import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { frenchRates } from '../../countries/fr/rates.ts'
import { addDays, day, formatDay } from '../date.ts'
import type { Movement } from '../interest/appropriation.ts'
import { standardTerms } from '../interest/late-interest.ts'
import type { LatePaymentRule, Rate, RateBook } from '../interest/rate.ts'
import { cents, sum, ZERO } from '../money.ts'
import { type Claim, drawUpClaim } from './claim.ts'
import type { ClaimItem, ClaimTerms } from './claim-item.ts'

const ECB: Rate = { rateBps: 215, name: 'ECB', status: 'checked', sources: [] }
const business: LatePaymentRule = {
  base: 'ecb',
  marginBps: 1000,
  since: day('2009-01-01'),
  anchor: 'each-semester',
  runsFrom: 'due-date',
  article: 'L441-10',
  indemnity: { amountCents: cents(4000), since: day('2013-01-01'), article: 'D441-5' },
}
const RATES: RateBook = {
  ...frenchRates,
  ecbRateOn: on => (on >= day('2027-01-01') ? { unknownRate: 'ECB 2027' } : ECB),
  legalRateOn: () => ({ ...ECB, rateBps: 275, name: 'legal' }),
  rules: {
    business,
    'public-body': { ...business, marginBps: 800, anchor: 'first-day' },
    consumer: { ...business, base: 'legal', marginBps: 0, runsFrom: 'formal-notice', indemnity: null },
  },
}
const YEAR = terms('2026-01-01', { contractRate: { rateBps: 1000, source: 'CGV 6' } })

describe('published examples (docs/law/fr.md), with the 40 €', () => {
  test('P7: interest first', () => {
    const { totals } = claim([item('F-1', '2025-01-01', [paid('2025-07-01', 400_000n)])], {
      ...YEAR,
      appropriation: 'interest-first',
    })
    expect(totals).toEqual({
      principalCents: 1_000_000n,
      paidCents: 400_000n,
      creditedCents: 0n,
      interestCents: 82_335n,
      indemnityCents: 4000n,
      waivedCents: 0n,
      totalCents: 686_335n,
      perDayCents: 178n,
    })
  })

  test('P8: principal first', () => {
    const { totals } = claim([item('F-1', '2025-01-01', [paid('2025-07-01', 400_000n)])], YEAR)
    expect([totals.interestCents, totals.totalCents]).toEqual([79_836n, 683_836n])
  })

  test('P9: paid in full, late, interest first', () => {
    const interestFirst = { ...YEAR, appropriation: 'interest-first' } as const
    const { totals } = claim([item('F-1', '2025-01-01', [paid('2025-03-01', 1_000_000n)])], interestFirst)
    expect([totals.interestCents, totals.totalCents]).toEqual([17_519n, 21_519n])
  })

  test('P11: two invoices, one indemnity each', () => {
    const { totals } = claim([item('F-1', '2025-01-01'), item('F-2', '2025-01-01')], YEAR)
    expect([totals.principalCents, totals.interestCents, totals.indemnityCents, totals.totalCents]).toEqual([
      2_000_000n,
      200_000n,
      8000n,
      2_208_000n,
    ])
  })
})

describe('the indemnity', () => {
  test('is owed once per invoice, however many due dates', () => {
    const items = [item('F-1', '2026-03-31'), item('F-1', '2026-02-28'), item('F-2', '2026-02-28')]
    const lines = claim(items, terms('2026-04-15')).lines.filter(line => line.kind === 'indemnity')
    expect(lines.map(line => [line.invoice, formatDay(line.from), line.amountCents, line.source])).toEqual([
      ['F-1', '2026-03-01', 4000n, 'D441-5'],
      ['F-2', '2026-03-01', 4000n, 'D441-5'],
    ])
  })

  test.each([
    ['not late on its due date', '2026-02-28', []],
    ['late the day after', '2026-03-01', [], 4000n],
    ['paid on the due date', '2026-03-10', [paid('2026-02-28', 1_000_000n)]],
    ['paid a day late', '2026-03-10', [paid('2026-03-01', 1_000_000n)], 4000n],
    ['paid in part on time', '2026-03-10', [paid('2026-02-28', 999_999n)], 4000n],
    ['cancelled by a later credit note', '2026-03-10', [credited('2026-03-05', 1_000_000n)]],
    ['cancelled in part', '2026-03-10', [credited('2026-03-05', 999_999n)], 4000n],
    [
      'paid in part on time, the rest cancelled',
      '2026-03-10',
      [paid('2026-02-10', 400_000n), credited('2026-03-05', 600_000n)],
    ],
    ['the credit note is still to come', '2026-03-04', [credited('2026-03-05', 1_000_000n)], 4000n],
  ] as const)('%s', (_, until, movements, expected: bigint = ZERO) => {
    const { totals } = claim([item('F-1', '2026-02-28', movements)], terms(until))
    expect(totals.indemnityCents).toBe(expected)
  })

  test.each([
    ['business', 4000n],
    ['public-body', 4000n],
    ['consumer', 0n],
  ] as const)('%s: %i', (debtor, expected) => {
    const each = { ...terms('2026-04-01'), debtor, formalNoticeOn: day('2026-03-01') }
    expect(claim([item('F-1', '2026-02-28')], each).totals.indemnityCents).toBe(expected)
  })

  test('did not exist before 2013', () => {
    const old = { ...item('F-1', '2013-01-31'), issuedOn: day('2012-12-31') }
    expect(claim([old], terms('2013-02-28')).totals.indemnityCents).toBe(ZERO)
  })
})

describe('insolvency', () => {
  const opened = { ...terms('2026-04-01'), insolvencyOn: day('2026-03-11') }

  test('stops interest on its eve for a claim born before', () => {
    const { lines, totals } = claim([item('F-1', '2026-02-28')], opened)
    expect(lines.filter(line => line.kind === 'interest').map(line => formatDay(line.to))).toEqual([
      '2026-03-10',
    ])
    expect([totals.indemnityCents, totals.perDayCents]).toEqual([4000n, 0n])
  })

  test('no indemnity for an invoice that falls due on that day or later', () => {
    expect(claim([item('F-1', '2026-03-11')], opened).totals.indemnityCents).toBe(ZERO)
    expect(claim([item('F-1', '2026-03-12')], opened).totals.indemnityCents).toBe(ZERO)
    expect(claim([item('F-1', '2026-03-10')], opened).totals.indemnityCents).toBe(4000n)
  })

  test('leaves later claims alone, and changes nothing before it opens', () => {
    const born = { ...item('F-1', '2026-03-20'), issuedOn: day('2026-03-11') }
    expect(claim([born], opened).totals.interestCents).toBeGreaterThan(ZERO)
    const before = { ...opened, until: day('2026-03-10') }
    expect(claim([item('F-1', '2026-02-28')], before)).toEqual(
      claim([item('F-1', '2026-02-28')], { ...before, insolvencyOn: null }),
    )
  })
})

describe('waivers', () => {
  const waiver = (of: 'principal' | 'interest' | 'indemnity', amountCents: bigint, on = '2026-03-31') => ({
    of,
    amountCents: cents(amountCents),
    on: day(on),
  })

  test('stay visible, and waive no more than there is', () => {
    const waivers = [
      waiver('indemnity', 9999n),
      waiver('interest', 100n),
      waiver('interest', 50n, '2026-04-02'),
    ]
    const { lines, totals } = claim([{ ...item('F-1', '2026-02-28'), waivers }], terms('2026-04-01'))
    const waived = lines.filter(line => line.kind === 'waived')
    expect(waived.map(line => [line.source, line.amountCents])).toEqual([
      ['indemnity', -4000n],
      ['interest', -100n],
    ])
    expect([totals.waivedCents, totals.indemnityCents]).toEqual([4100n, 4000n])
    expect(totals.totalCents).toBe(totals.principalCents + totals.interestCents - 100n)
  })

  test('of interest share what there is, and leave the principal bearing interest', () => {
    const waivers = [waiver('interest', 6000n), waiver('interest', 900_000n, '2026-03-01')]
    const { lines, totals } = claim([{ ...item('F-1', '2026-02-28'), waivers }], terms('2026-04-01'))
    expect(totals.interestCents).toBe(10_652n)
    const waived = lines.filter(line => line.kind === 'waived').map(line => line.amountCents)
    expect(waived).toEqual([-10_652n, 0n])
  })

  test('a waived principal bears no more interest', () => {
    const waivers = [waiver('principal', 1_000_000n, '2026-03-11')]
    const { lines, totals } = claim([{ ...item('F-1', '2026-02-28'), waivers }], terms('2026-04-01'))
    expect(lines.find(line => line.kind === 'interest')?.to).toBe(day('2026-03-10'))
    expect([totals.waivedCents, totals.perDayCents]).toEqual([1_000_000n, 0n])
  })
})

test('lines: principal, movements by date, interest, indemnity, invoice by invoice', () => {
  const movements = [credited('2026-03-06', 10_000n), paid('2026-03-03', 400_000n), paid('2026-05-01', 1n)]
  const { lines } = claim(
    [item('F-1', '2026-02-28', movements), item('F-2', '2026-12-31')],
    terms('2026-03-10'),
  )
  const shown = lines.map(line => [
    line.invoice,
    line.kind,
    formatDay(line.from),
    formatDay(line.to),
    line.days,
  ])
  expect(shown).toEqual([
    ['F-1', 'principal', '2026-01-15', '2026-02-28', null],
    ['F-1', 'payment', '2026-03-03', '2026-03-03', null],
    ['F-1', 'credit-note', '2026-03-06', '2026-03-06', null],
    ['F-1', 'interest', '2026-03-01', '2026-03-03', 3],
    ['F-1', 'interest', '2026-03-04', '2026-03-05', 2],
    ['F-1', 'interest', '2026-03-06', '2026-03-10', 5],
    ['F-1', 'indemnity', '2026-03-01', '2026-03-01', null],
    ['F-2', 'principal', '2026-01-15', '2026-12-31', null],
  ])
  expect(lines[3]).toMatchObject({
    baseCents: 1_000_000n,
    rateBps: 1215,
    source: 'L441-10 : ECB + 10 points',
  })
})

test('one unknown rate refuses the whole claim', () => {
  const items = [item('F-1', '2026-02-28'), item('F-2', '2027-01-15')]
  expect(drawUpClaim(items, terms('2027-01-20'), RATES)).toEqual({ unknownRate: 'ECB 2027' })
  expect(drawUpClaim(items, terms('2026-12-31'), RATES)).toHaveProperty('totals')
})

test('nothing to claim', () => {
  const { lines, totals } = claim([], terms('2026-02-28'))
  expect([lines, totals.totalCents]).toEqual([[], 0n])
})

describe('laws', () => {
  const start = day('2025-01-01')
  const someDay = fc.integer({ min: 0, max: 600 }).map(days => addDays(start, days))
  const amountCents = fc.bigInt({ min: 0n, max: 10n ** 8n }).map(cents)
  const movement = fc.record({ on: someDay, amountCents, kind: fc.constantFrom('payment', 'credit-note') })
  const waiver = fc.record({
    on: someDay,
    amountCents,
    of: fc.constantFrom('principal', 'interest', 'indemnity'),
  })
  const items = fc.array(
    fc.record({
      invoice: fc.constantFrom('F-1', 'F-2', 'F-3'),
      issuedOn: someDay,
      dueOn: someDay,
      amountCents,
      movements: fc.array(movement, { maxLength: 4 }),
      waivers: fc.array(waiver, { maxLength: 2 }),
    }),
    { maxLength: 4 },
  )
  const anyTerms: fc.Arbitrary<ClaimTerms> = fc.record({
    debtor: fc.constantFrom('business', 'consumer', 'public-body'),
    until: someDay,
    formalNoticeOn: fc.option(someDay),
    judgmentEnforceableOn: fc.option(someDay),
    contractRate: fc.constantFrom(null, { rateBps: 1500, source: 'CGV' }),
    basis: fc.constantFrom('365', 'actual'),
    appropriation: fc.constantFrom('principal-first', 'interest-first'),
    capitalisation: fc.boolean(),
    insolvencyOn: fc.option(someDay),
  })

  test('lines add up to the total, which is what is claimed less what came in or was given up', () => {
    fc.assert(
      fc.property(items, anyTerms, (given, each) => {
        const { lines, totals } = claim(given, each)
        expect(sum(lines.map(line => line.amountCents))).toBe(totals.totalCents)
        const claimed = totals.principalCents + totals.interestCents + totals.indemnityCents
        expect(totals.totalCents).toBe(claimed - totals.paidCents - totals.creditedCents - totals.waivedCents)
        expect(totals.waivedCents <= claimed).toBe(true)
        expect(Object.entries(totals).every(([name, value]) => name === 'totalCents' || value >= 0n)).toBe(
          true,
        )
      }),
    )
  })

  test('the order of movements and waivers in the input changes nothing', () => {
    fc.assert(
      fc.property(items, anyTerms, (given, each) => {
        const reversed = given.map(one => ({
          ...one,
          movements: one.movements.toReversed(),
          waivers: one.waivers.toReversed(),
        }))
        expect(claim(reversed, each)).toEqual(claim(given, each))
      }),
    )
  })
})

function claim(items: readonly ClaimItem[], each: ClaimTerms): Claim {
  const drawn = drawUpClaim(items, each, RATES)
  if ('unknownRate' in drawn) throw new Error(drawn.unknownRate)
  return drawn
}

function terms(until: string, others: Partial<ClaimTerms> = {}): ClaimTerms {
  return { ...standardTerms('business', day(until)), insolvencyOn: null, ...others }
}

/** 10 000.00 issued on 15 January 2026, or on the due date when that comes first. */
function item(invoice: string, dueOn: string, movements: readonly Movement[] = []): ClaimItem {
  const issuedOn = day(dueOn < '2026-01-15' ? dueOn : '2026-01-15')
  return { invoice, issuedOn, dueOn: day(dueOn), amountCents: cents(1_000_000n), movements }
}

function paid(on: string, amountCents: bigint): Movement {
  return { on: day(on), amountCents: cents(amountCents), kind: 'payment' }
}

function credited(on: string, amountCents: bigint): Movement {
  return { on: day(on), amountCents: cents(amountCents), kind: 'credit-note' }
}
