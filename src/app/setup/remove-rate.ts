import { type Day, formatDay } from '../../domain/date.ts'
import type { RateSeries } from '../../domain/interest/rate.ts'
import { deleteRates, lockRates } from '../../store/parties/rates.ts'
import type { Desk } from '../desk.ts'
import { type Refused, refuse } from '../refused.ts'
import { lookAgainAtClaims } from './look-again-at-claims.ts'

export type RemoveRates = { series: readonly RateSeries[]; from: Day }

/** Removes rates that a person recorded from a day. Those that the program brings stay. */
export async function removeRates(
  desk: Desk,
  { series, from }: RemoveRates,
): Promise<{ removed: number } | Refused> {
  const { country } = desk
  const removed = await desk.transaction(async tx => {
    await lockRates(tx)
    let count = 0
    for (const each of series) count += await deleteRates(tx, country.code, each, from)
    return count
  })
  if (removed > 0) {
    await lookAgainAtClaims(desk, { removed: series, from: formatDay(from) })
    return { removed }
  }
  const own = country.knownRates.some(rate => series.includes(rate.series) && rate.from === from)
  return own
    ? refuse('rate-of-the-program', { from: formatDay(from) })
    : refuse('rate-not-recorded', { from: formatDay(from) })
}
