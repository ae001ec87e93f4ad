/** What is only looked at takes no lock: it never waits for whoever writes, and makes nobody wait. */
import { expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.ts'
import { HEADER, importCsv, line, testDesk } from '../../test/desk.ts'
import { HEALTH } from '../words/health.ts'
import { listBank } from './bank/list-bank.ts'
import { explainCase } from './day/explain-case.ts'
import { listActions } from './day/list-actions.ts'
import { prepareCall } from './day/prepare-call.ts'
import { previewMessage } from './day/preview-message.ts'
import { runDay } from './day/run-day.ts'
import { simulate } from './day/simulate.ts'
import type { Desk } from './desk.ts'
import { listInbox } from './inbox/list-inbox.ts'
import { showMessage } from './messages/show-message.ts'
import { checkJournals } from './reports/check-journals.ts'
import { drawClaim } from './reports/draw-claim.ts'
import { listBalances } from './reports/list-balances.ts'
import { listClaims } from './reports/list-claims.ts'
import { listLimitations } from './reports/list-limitations.ts'
import { changeSetting } from './setup/change-setting.ts'
import { checkHealth } from './setup/check-health.ts'

const fresh = freshDatabase()

test('no screen asks for a write lock', async () => {
  const desk = await testDesk(fresh.database, '2026-02-16')
  await importCsv(desk, [HEADER, line('DURAND', 'F-1', '2026-02-12', '100,00')].join('\n'))
  await runDay(desk, { dryRun: false })
  const [action] = (await listActions(desk, { openOnly: false })).actions
  const id = action?.id ?? ''
  const { looking, sent } = watched(desk)
  const about = { about: 'DURAND' }
  const seen = [
    await listActions(looking, { openOnly: false }),
    await listBalances(looking),
    await listClaims(looking),
    await listLimitations(looking, { months: 12 }),
    await listInbox(looking, { all: true }),
    await listBank(looking, { all: false }),
    await explainCase(looking, about),
    await drawClaim(looking, about),
    await showMessage(looking, { id }),
    await prepareCall(looking, { id }),
    await previewMessage(looking, {
      debtor: 'DURAND',
      step: 'j7',
      on: looking.today,
      channel: null,
      language: null,
    }),
    await simulate(looking, { from: looking.today, until: looking.today, scenarioId: null, agree: false }),
    await checkJournals(looking),
    await checkHealth(looking, HEALTH.fr),
  ]
  expect(seen.filter(answer => answer === undefined)).toEqual([])
  expect(sent.length).toBeGreaterThan(40)
  expect(sent.filter(sql => /\bfor\s+(no key )?(update|share)\b/i.test(sql))).toEqual([])
})

test('a change does: the same watch sees its lock', async () => {
  const { looking, sent } = watched(await testDesk(fresh.database, '2026-02-16'))
  await changeSetting(looking, { name: 'minimum', value: '15.00' })
  expect(sent.some(sql => /\bfor\s+update\b/i.test(sql))).toBe(true)
})

/** The same desk, whose statements are written down. */
function watched(desk: Desk): { looking: Desk; sent: string[] } {
  const sent: string[] = []
  const looking: Desk = {
    ...desk,
    transaction: work =>
      desk.transaction(tx =>
        work({
          ...tx,
          query: (sql, params) => {
            sent.push(sql)
            return tx.query(sql, params)
          },
        }),
      ),
  }
  return { looking, sent }
}
