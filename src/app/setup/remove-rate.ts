import { type Day, formatDay } from '../../domain/date.ts'
import type { RateSeries } from '../../domain/interest/rate.ts'
import { deleteRates, lockRates } from '../../store/parties/rates.ts'
import type { Desk } from '../desk.ts'
import type { Refused } from '../refused.ts'
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
    await lookAgainAtClaims(desk)
    return { removed }
  }
  const own = country.knownRates.some(rate => series.includes(rate.series) && rate.from === from)
  return own
    ? {
        refused: 'rate-of-the-program',
        message: `le taux du ${formatDay(from)} vient avec le programme : il ne se retire pas`,
      }
    : {
        refused: 'rate-not-recorded',
        message: `aucun taux enregistré à partir du ${formatDay(from)} ; « quittance rates » les liste`,
      }
}
