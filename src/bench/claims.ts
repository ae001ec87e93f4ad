import type { BenchResult } from '../cli/program/bench.ts'
import { france } from '../countries/fr/country.ts'
import { drawUpClaim } from '../domain/claim/claim.ts'
import type { ClaimItem } from '../domain/claim/claim-item.ts'
import { addDays, type Day, day } from '../domain/date.ts'
import { lateInterest, standardTerms } from '../domain/interest/late-interest.ts'
import { nextSemesterStart } from '../domain/interest/rate.ts'
import { statutoryRates } from '../domain/interest/statutory-rate.ts'
import { type Cents, cents } from '../domain/money.ts'
import { BENCH_DAY } from './ledger.ts'
import type { Size } from './size.ts'
import { peakMemory, speedBeside, spentOn } from './stopwatch.ts'

/** Due within this semester, so that five rates have applied by the day of the benchmarks. */
const FIRST_DUE = day('2024-07-01')
const DUE_DAYS = 180
const SEGMENTS = 5
const INDEMNITY = 4000n

/**
 * Claims of five segments each, drawn up whole, and their interest alone, beside a bare loop of the same arithmetic: base ×
 * rate × days, divided and rounded, for each segment and for one more day; the principal, the 40 € and the total; from arrays
 * made beforehand, and nothing kept. All three come to the same sum.
 */
export function benchClaims({ debtors, runs }: Size, invoicesPerDebtor: number): BenchResult[] {
  const count = debtors * invoicesPerDebtor
  const terms = { ...standardTerms('business', BENCH_DAY), insolvencyOn: null }
  const sides = {
    claims: (index: number) => {
      const claim = drawUpClaim([itemOf(index)], terms, france.rates)
      return 'unknownRate' in claim ? 0n : claim.totals.totalCents + claim.totals.perDayCents
    },
    interest: (index: number) => {
      const item = itemOf(index)
      const interest = lateInterest(item, terms, france.rates)
      if ('unknownRate' in interest) return 0n
      return item.amountCents + interest.interestCents + INDEMNITY + interest.perDayCents
    },
    bare: bareClaim(),
  }
  const speeds = { claims: [] as number[], interest: [] as number[], bare: [] as number[] }
  for (let run = 0; run <= runs; run++) {
    const totals = new Set<bigint>()
    for (const name of ['bare', 'interest', 'claims'] as const) {
      const { perSecond, total } = measure(count, sides[name])
      if (run > 0) speeds[name].push(perSecond) // the first compiles
      totals.add(total)
    }
    if (totals.size > 1) throw new Error(`claims differ: ${[...totals].join(', ')} cents`)
  }
  return (['claims', 'interest'] as const).map(name => {
    const detail = { claims: count, segments: count * SEGMENTS, peakMemoryMb: peakMemory() }
    return speedBeside(name, 'décomptes/s', { ours: speeds[name], limit: speeds.bare }, detail)
  })
}

function measure(count: number, claimOf: (index: number) => bigint) {
  let total = 0n
  const seconds = spentOn(() => {
    for (let index = 0; index < count; index++) total += claimOf(index)
  })
  return { perSecond: count / seconds, total }
}

function bareClaim(): (index: number) => bigint {
  const ends: number[] = []
  const rates: bigint[] = []
  for (let start = FIRST_DUE; start <= BENCH_DAY; start = nextSemesterStart(start)) {
    const rate = statutoryRates(france.rates, 'business').rateOn(start, false)
    if ('unknownRate' in rate) throw new Error(rate.unknownRate)
    ends.push(rate.semesterEndsOn < BENCH_DAY ? rate.semesterEndsOn : BENCH_DAY)
    rates.push(BigInt(rate.rateBps))
  }
  return index => {
    const principal = amountOf(index)
    let interest = 0n
    let perDay = 0n
    let from = dueOf(index) + 1
    for (let segment = 0; segment < SEGMENTS; segment++) {
      const [to, rate] = [ends[segment] as number, rates[segment] as bigint]
      interest += (2n * principal * rate * BigInt(to - from + 1) + 3_650_000n) / 7_300_000n
      perDay = rate
      from = to + 1
    }
    perDay = (2n * principal * perDay + 3_650_000n) / 7_300_000n
    return principal + interest + INDEMNITY + perDay
  }
}

function itemOf(index: number): ClaimItem {
  const dueOn = dueOf(index)
  return {
    invoice: 'F-1',
    issuedOn: addDays(dueOn, -30),
    dueOn,
    amountCents: amountOf(index),
    movements: [],
  }
}

function amountOf(index: number): Cents {
  return cents(5000 + ((index * 104_729) % 499_900))
}

function dueOf(index: number): Day {
  return addDays(FIRST_DUE, (index * 7919) % DUE_DAYS)
}
