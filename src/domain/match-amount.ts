/** Which of a debtor's items an amount pays: searched within bounds, so that no statement takes for ever. */
import type { Cents } from './money.ts'

/** An amount that may be part of a sum; negative for a credit note. */
export type Part = { readonly id: number; readonly cents: Cents }

const MOST_PARTS = 40
const MOST_STEPS = 20_000
const LARGEST_SUBSET = 12

/**
 * The subset of `parts` that adds up to the amount: null when there is none, `several` when more than one is found or
 * the search is given up. Items of the same amount are taken in the order given, the oldest first.
 */
export function subsetOf(parts: readonly Part[], amount: Cents): readonly Part[] | 'several' | null {
  if (parts.length > MOST_PARTS) return null
  const sorted = [...parts].sort((a, b) => (a.cents < b.cents ? 1 : a.cents > b.cents ? -1 : 0))
  const [highest, lowest] = reachableSums(sorted)
  const found: Part[][] = []
  let steps = 0
  const search = (from: number, left: bigint, taken: Part[]): void => {
    if (found.length > 1 || steps++ > MOST_STEPS) return
    if (left === 0n && taken.length > 0) {
      found.push([...taken])
      return
    }
    if (taken.length === LARGEST_SUBSET) return
    for (let at = from; at < sorted.length; at++) {
      const part = sorted[at] as Part
      if (left > (highest[at] as bigint) || left < (lowest[at] as bigint)) return
      if (at > from && part.cents === sorted[at - 1]?.cents) continue
      taken.push(part)
      search(at + 1, left - part.cents, taken)
      taken.pop()
    }
  }
  search(0, amount, [])
  if (steps > MOST_STEPS || found.length > 1) return 'several'
  return found[0] ?? null
}

/** The highest and lowest sums that the parts from each place on can still reach. */
function reachableSums(parts: readonly Part[]): [bigint[], bigint[]] {
  const highest: bigint[] = []
  const lowest: bigint[] = []
  let [up, down] = [0n, 0n]
  for (let at = parts.length - 1; at >= 0; at--) {
    const { cents } = parts[at] as Part
    if (cents > 0n) up += cents
    else down += cents
    highest[at] = up
    lowest[at] = down
  }
  return [highest, lowest]
}
