import { addDays, formatDay } from '../domain/date.ts'
import { semesterStart } from '../domain/rate.ts'
import { waitingMessages } from '../store/messages.ts'
import type { App } from './app.ts'
import { organisationOf } from './app.ts'

export type Check = { name: string; ok: boolean; detail: string }

/** Two months before a rate is needed, somebody has to look it up. */
const RATE_NOTICE_DAYS = 61

/** What an operator looks at first: database, sending, messages that wait, rates to come. */
export async function checkHealth(app: App): Promise<{ checks: Check[] }> {
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
        lastRun(organisation.lastRunOn === null ? null : formatDay(organisation.lastRunOn)),
        {
          name: 'sending',
          ok: organisation.sending,
          detail: organisation.sending
            ? `autorisé ; ${app.deliveryNote}`
            : 'retenu : « quittance sending on » autorise les envois',
        },
        {
          name: 'oldest-message',
          ok: true,
          detail:
            waiting.oldest === null
              ? 'aucun message en attente'
              : `${waiting.count} en attente, le plus ancien depuis ${waiting.oldest}`,
        },
        nextRate(app),
      ],
    }
  })
}

function lastRun(day: string | null): Check {
  return {
    name: 'last-run',
    ok: true,
    detail: day === null ? 'aucune journée traitée' : `dernière journée traitée : ${day}`,
  }
}

function nextRate(app: App): Check {
  const soon = semesterStart(addDays(app.clock.today(), RATE_NOTICE_DAYS))
  const rate = app.country.rates.ecbRateOn(soon)
  return 'unknownRate' in rate
    ? { name: 'rates', ok: false, detail: `taux à relever bientôt : ${rate.unknownRate}` }
    : { name: 'rates', ok: true, detail: `taux BCE connu pour le semestre du ${formatDay(soon)}` }
}
