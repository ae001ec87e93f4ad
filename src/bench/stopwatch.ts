import { performance } from 'node:perf_hooks'
import type { BenchResult } from '../cli/program/bench.ts'

export async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

/** Seconds that work takes that never waits. */
export function spentOn(work: () => unknown): number {
  const start = performance.now()
  work()
  return (performance.now() - start) / 1000
}

/** Of an odd number of figures the middle one, of an even number the one just above. */
export function median(figures: readonly number[]): number {
  return [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN
}

/** Three significant digits: the rest is noise. */
export function rounded(figure: number): number {
  return Number(figure.toPrecision(3))
}

/** How many a second, ours and the limit: the medians of the same runs. */
export function speedBeside(
  name: string,
  unit: string,
  speeds: { readonly ours: readonly number[]; readonly limit: readonly number[] },
  detail: BenchResult['detail'],
): BenchResult {
  const [ours, limit] = [median(speeds.ours), median(speeds.limit)]
  return {
    name,
    ours: Math.round(ours),
    limit: Math.round(limit),
    ratio: rounded(limit / ours),
    unit,
    detail,
  }
}

/** The most memory that this process has ever held, in MiB. */
export function peakMemory(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024)
}
