import type { Day } from '../../domain/date.ts'
import type { PostalStatus } from '../../domain/facts/posting.ts'
import { type Desk, GivenUp, wholeOrRefused } from '../desk.ts'
import { openAction } from '../open-action.ts'
import { type Refused, refuse } from '../refused.ts'
import { type NotedNews, takePostalNews } from './take-postal-news.ts'

/** `on` is the day of what happened; a tracking number is of one letter. */
export type TickLetters = {
  ids: readonly string[]
  status: PostalStatus
  on: Day
  trackingNumber: string | null
  note: string | null
}

/** Ticks letters of the day's list as posted, or notes how far they have come: all of them, or none. */
export async function tickLetters(
  desk: Desk,
  { ids, status, on, trackingNumber, note }: TickLetters,
): Promise<{ letters: NotedNews[] } | Refused> {
  if (trackingNumber !== null && ids.length > 1) return refuse('number-of-one-letter')
  return wholeOrRefused(desk, async tx => {
    const letters: NotedNews[] = []
    for (const id of ids) {
      const found = await openAction(desk, tx, id)
      if ('refused' in found) throw new GivenUp(found)
      const news = { status, on, trackingNumber, detail: note }
      const noted = await takePostalNews(desk, tx, found, news, id)
      if ('refused' in noted) throw new GivenUp(noted)
      letters.push(noted)
    }
    return { letters }
  })
}
