import { addDays, formatDay } from '../domain/date.ts'
import { semesterStart } from '../domain/rate.ts'
import { waitingMessages } from '../store/messages.ts'
import type { App } from './app.ts'
import { organisationOf } from './app.ts'

export type Check = { name: string; ok: boolean; detail: string }

/** The words of the checks, in the language of whoever asks. */
export type HealthWords = {
  noRun: string
  lastRun(day: string): string
  sending(note: string): string
  notSending: string
  noMessage: string
  messages(count: number, since: string): string
  rateWanted(rate: string): string
  rateKnown(from: string): string
}

/** Two months before a rate is needed, somebody has to look it up. */
const RATE_NOTICE_DAYS = 61

/** What an operator looks at first: database, sending, messages that wait, rates to come. */
export async function checkHealth(app: App, words: HealthWords): Promise<{ checks: Check[] }> {
  return app.database.transaction(app.organisationId, async tx => {
    const { organisation } = await organisationOf(tx)
    const [server] = await tx.query<{ version: string }>(
      `select current_setting('server_version') as version`,
    )
    const waiting = await waitingMessages(tx)
    return {
      checks: [
        { name: 'node', ok: true, detail: process.version },
        { name: 'database', ok: true, detail: `PostgreSQL ${server?.version}` },
        { name: 'organisation', ok: true, detail: `${organisation.name} (${organisation.organisationId})` },
        {
          name: 'last-run',
          ok: true,
          detail:
            organisation.lastRunOn === null ? words.noRun : words.lastRun(formatDay(organisation.lastRunOn)),
        },
        {
          name: 'sending',
          ok: organisation.sending,
          detail: organisation.sending ? words.sending(app.deliveryNote) : words.notSending,
        },
        {
          name: 'oldest-message',
          ok: true,
          detail: waiting.oldest === null ? words.noMessage : words.messages(waiting.count, waiting.oldest),
        },
        nextRate(app, words),
      ],
    }
  })
}

function nextRate(app: App, words: HealthWords): Check {
  const soon = semesterStart(addDays(app.clock.today(), RATE_NOTICE_DAYS))
  const rate = app.country.rates.ecbRateOn(soon)
  return 'unknownRate' in rate
    ? { name: 'rates', ok: false, detail: words.rateWanted(rate.unknownRate) }
    : { name: 'rates', ok: true, detail: words.rateKnown(formatDay(soon)) }
}
