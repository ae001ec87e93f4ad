import { addDays, type Day, formatDay } from '../../domain/date.ts'
import {
  type RateBook,
  type RateSeries,
  rateOn,
  semesterName,
  semesterStart,
} from '../../domain/interest/rate.ts'
import { waitingMessages } from '../../store/outbox/messages.ts'
import type { HealthWords } from '../../words/health.ts'
import { type Desk, organisationOf } from '../desk.ts'

export type Check = { name: string; ok: boolean; detail: string }

/** Two months before a rate is needed, somebody has to look it up. */
const RATE_NOTICE_DAYS = 61

/** What an operator looks at first: database, sending, messages that wait, rates to come. */
export async function checkHealth(desk: Desk, words: HealthWords): Promise<{ checks: Check[] }> {
  return desk.transaction(async tx => {
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
          detail: organisation.sending ? words.sending(desk.delivery) : words.notSending,
        },
        dkimCheck(desk.dkim, words),
        {
          name: 'oldest-message',
          ok: true,
          detail: waiting.oldest === null ? words.noMessage : words.messages(waiting.count, waiting.oldest),
        },
        ...rateChecks(desk.country.rates, desk.today, words),
      ],
    }
  })
}

/** Without a key the mail server may sign by itself: that is no fault. */
function dkimCheck(keys: Desk['dkim'], words: HealthWords): Check {
  const faulty = keys.flatMap(({ name, problem }) =>
    problem === null ? [] : [{ file: `${name}.pem`, problem }],
  )
  if (faulty.length > 0) return { name: 'dkim', ok: false, detail: words.dkimProblems(faulty) }
  const detail = keys.length === 0 ? words.noDkim : words.dkim(keys.map(({ name }) => name))
  return { name: 'dkim', ok: true, detail }
}

/** Of the current semester and, two months ahead, of the coming one: the legal rate bounds what a contract may set. */
function rateChecks(rates: RateBook, today: Day, words: HealthWords): Check[] {
  const semesters = [today, addDays(today, RATE_NOTICE_DAYS)].map(semesterStart)
  const check = (
    name: string,
    series: RateSeries,
    wanted: (rate: string, start: Day) => string,
    known: string,
  ): Check => {
    for (const start of semesters) {
      const rate = rateOn(rates, series, start)
      if ('unknownRate' in rate) return { name, ok: false, detail: wanted(rate.unknownRate, start) }
    }
    return { name, ok: true, detail: known }
  }
  const last = semesterName(semesters[1] as Day)
  const ecb = (rate: string, start: Day) => words.ecbWanted(rate, formatDay(start))
  const legal = (rate: string, start: Day) => words.legalWanted(rate, semesterName(start))
  return [
    check('rates', 'ecb', ecb, words.ecbKnown(last)),
    check('legal-rates', 'legal-other', legal, words.legalKnown(last)),
  ]
}
