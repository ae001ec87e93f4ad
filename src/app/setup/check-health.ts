import { addDays, type Day, formatDay } from '../../domain/date.ts'
import {
  type RateBook,
  type RateSeries,
  rateOn,
  semesterName,
  semesterStart,
} from '../../domain/interest/rate.ts'
import { waitingMessages } from '../../store/outbox/messages.ts'
import { type Desk, organisationOf } from '../desk.ts'

export type Check = { name: string; ok: boolean; detail: string }

/** The words of the checks, in the language of whoever asks. */
export type HealthWords = {
  noRun: string
  lastRun(day: string): string
  sending(note: string): string
  notSending: string
  noDkim: string
  dkim(names: string): string
  dkimProblem(name: string, problem: string): string
  noMessage: string
  messages(count: number, since: string): string
  /** The rate that is missing, and the command that records it once it is published. */
  rateWanted(rate: string, command: string): string
  /** What stands for the figure in that command. */
  percent: string
  ecbKnown(semester: string): string
  legalKnown(semester: string): string
}

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
          detail: organisation.sending ? words.sending(desk.deliveryNote) : words.notSending,
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
    problem === null ? [] : [words.dkimProblem(`${name}.pem`, problem)],
  )
  const names = keys.map(({ name }) => name).join(', ')
  const detail = keys.length === 0 ? words.noDkim : words.dkim(names)
  return { name: 'dkim', ok: faulty.length === 0, detail: faulty.join(' ; ') || detail }
}

/** Of the current semester and, two months ahead, of the coming one: the legal rate bounds what a contract may set. */
function rateChecks(rates: RateBook, today: Day, words: HealthWords): Check[] {
  const semesters = [today, addDays(today, RATE_NOTICE_DAYS)].map(semesterStart)
  const check = (name: string, series: RateSeries, command: (start: Day) => string, known: string): Check => {
    for (const start of semesters) {
      const rate = rateOn(rates, series, start)
      if ('unknownRate' in rate)
        return { name, ok: false, detail: words.rateWanted(rate.unknownRate, command(start)) }
    }
    return { name, ok: true, detail: known }
  }
  const last = semesterName(semesters[1] as Day)
  const { percent } = words
  const ecb = (start: Day) => `quittance rates add ecb --from ${formatDay(start)} --rate ${percent}`
  const legal = (start: Day) =>
    `quittance rates add legal --semester ${semesterName(start)} --individual ${percent} --other ${percent}`
  return [
    check('rates', 'ecb', ecb, words.ecbKnown(last)),
    check('legal-rates', 'legal-other', legal, words.legalKnown(last)),
  ]
}
