import type { Day } from '../domain/date.ts'
import type { PostalStatus } from '../domain/posting.ts'
import type { App, Refused } from './app.ts'
import { openAction } from './open-action.ts'
import { type NotedNews, takePostalNews } from './take-postal-news.ts'

/** `on` is the day of what happened; a tracking number is of one letter. */
export type TickLetters = {
  ids: readonly string[]
  status: PostalStatus
  on: Day
  trackingNumber: string | null
  note: string | null
  date: Day
  actor: string
}

/** Ticks letters of the day's list as posted, or notes how far they have come: all of them, or none. */
export async function tickLetters(
  app: App,
  { ids, status, on, trackingNumber, note, date, actor }: TickLetters,
): Promise<{ letters: NotedNews[] } | Refused> {
  if (trackingNumber !== null && ids.length > 1) {
    return {
      refused: 'number-of-one-letter',
      message: 'un numéro de suivi est celui d’une seule lettre : cochez-les une à une',
    }
  }
  const letters: NotedNews[] = []
  try {
    await app.database.transaction(app.organisationId, async tx => {
      for (const id of ids) {
        const found = await openAction(app, tx, id)
        if ('refused' in found) throw new GivenUp(found)
        const news = { status, on, trackingNumber, detail: note }
        const noted = await takePostalNews(app, tx, found, news, { id, date, actor })
        if ('refused' in noted) throw new GivenUp(noted)
        letters.push(noted)
      }
    })
    return { letters }
  } catch (error) {
    if (error instanceof GivenUp) return error.refusal
    throw error
  }
}

/** Rolls back the letters ticked before the one that is refused. */
class GivenUp extends Error {
  readonly refusal: Refused
  constructor(refusal: Refused) {
    super(refusal.message)
    this.refusal = refusal
  }
}
