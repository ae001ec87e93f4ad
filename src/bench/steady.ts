import type { BenchResult } from '../cli/program/bench.ts'
import { onCopy } from './day.ts'
import { fillLedger } from './ledger.ts'
import { ourDay } from './our-day.ts'
import type { Size } from './size.ts'
import { median, peakMemory, rounded } from './stopwatch.ts'
import type { ThrowAway } from './throw-away.ts'

const DUE_CASES = 400
const TIMES = 10

/**
 * The same few cases to look at today, among ten times as many open invoices. Each copy is decided twice: first a dry run, which
 * reads pages that nobody has read since the copy (`cold`, in the detail), then the run that is measured.
 */
export async function benchSteady(
  throwAway: ThrowAway,
  { debtors, runs }: Size,
  invoicesPerDebtor: number,
  progress: (line: string) => void,
): Promise<BenchResult> {
  const fewer = Math.max(1, Math.floor(debtors / TIMES))
  const dueCases = Math.min(DUE_CASES, fewer)
  const fill = async (size: number) => {
    progress(`steady : ${size * invoicesPerDebtor} factures, dont ${dueCases * invoicesPerDebtor} à traiter…`)
    const url = await throwAway.create()
    await fillLedger(url, { debtors: size, invoicesPerDebtor, dueCases, history: 'none' })
    await throwAway.ask(url, 'vacuum analyze')
    return url
  }
  const small = await fill(fewer)
  const large = await fill(debtors)
  await onCopy(throwAway, small, ourDay) // warms the program up: neither pays for its compilation
  const ours: Timed = { cold: [], warm: [] }
  const limit: Timed = { cold: [], warm: [] }
  for (let run = 1; run <= runs; run++) {
    await timeCopy(throwAway, small, limit)
    await timeCopy(throwAway, large, ours)
  }
  await throwAway.drop(small)
  await throwAway.drop(large)
  return {
    name: 'steady',
    ours: rounded(median(ours.warm)),
    limit: rounded(median(limit.warm)),
    ratio: rounded(median(ours.warm) / median(limit.warm)),
    unit: 's',
    detail: {
      invoices: debtors * invoicesPerDebtor,
      limitInvoices: fewer * invoicesPerDebtor,
      dueInvoices: dueCases * invoicesPerDebtor,
      peakMemoryMb: peakMemory(),
      ours: ours.warm.map(rounded),
      limit: limit.warm.map(rounded),
      cold: {
        ours: rounded(median(ours.cold)),
        limit: rounded(median(limit.cold)),
        ratio: rounded(median(ours.cold) / median(limit.cold)),
      },
    },
  }
}

/** Seconds of each run: `cold` on pages that nobody has read since the copy, `warm` on those that the cold run read. */
type Timed = { cold: number[]; warm: number[] }

async function timeCopy(throwAway: ThrowAway, ledger: string, { cold, warm }: Timed): Promise<void> {
  const { seconds } = await onCopy(throwAway, ledger, async url => {
    cold.push(await ourDay(url, true))
    return ourDay(url)
  })
  warm.push(seconds)
}
