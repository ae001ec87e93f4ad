import type { BenchResult } from '../cli/bench.ts'
import type { Size } from './bench.ts'
import { onCopy } from './day.ts'
import { fillLedger } from './ledger.ts'
import { ourDay } from './our-day.ts'
import { median, peakMemory, rounded } from './stopwatch.ts'
import type { ThrowAway } from './throw-away.ts'

const DUE_CASES = 400
const TIMES = 10

/** The same few cases to look at today, among ten times as many open invoices. */
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
  const ours: number[] = []
  const limit: number[] = []
  for (let run = 1; run <= runs; run++) {
    limit.push((await onCopy(throwAway, small, ourDay)).seconds)
    ours.push((await onCopy(throwAway, large, ourDay)).seconds)
  }
  await throwAway.drop(small)
  await throwAway.drop(large)
  return {
    name: 'steady',
    ours: rounded(median(ours)),
    limit: rounded(median(limit)),
    ratio: rounded(median(ours) / median(limit)),
    unit: 's',
    detail: {
      invoices: debtors * invoicesPerDebtor,
      limitInvoices: fewer * invoicesPerDebtor,
      dueInvoices: dueCases * invoicesPerDebtor,
      peakMemoryMb: peakMemory(),
      ours: ours.map(rounded),
      limit: limit.map(rounded),
    },
  }
}
