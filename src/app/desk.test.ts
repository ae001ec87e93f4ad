/** One server, several organisations: each desk has its own, and nothing of the server changes. */
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { freshDatabase } from '../../test/database.ts'
import { france } from '../countries/fr/country.ts'
import { ROLES } from '../domain/access/permission.ts'
import { day } from '../domain/date.ts'
import { insertOrganisation } from '../store/parties/organisations.ts'
import { type App, NO_POST, type Ways } from './app.ts'
import { DEMO_ORGANISATION, type Desk, openDesk } from './desk.ts'
import { listChanges } from './reports/list-changes.ts'
import { changeSetting, listSettings } from './setup/change-setting.ts'
import { recordRates } from './setup/record-rate.ts'

const fresh = freshDatabase()

function server(): App {
  const ways = (delivery: Ways['delivery']): Ways => ({
    channels: new Map(),
    mailboxes: [],
    post: NO_POST,
    delivery,
  })
  return Object.freeze({
    database: fresh.database,
    country: france,
    clock: { today: () => day('2026-12-28'), now: () => '2026-12-28T09:00:00.000Z' },
    ways: { real: ways({ kind: 'smtp' }), demo: ways({ kind: 'demo', folder: 'outbox' }) },
    messagesAtOnce: 1,
    dkim: [],
    mailFrom: 'relances@atelier.example',
    progress: () => {},
  })
}

async function deskOf(app: App, name: string, person: string): Promise<Desk> {
  const organisationId = randomUUID()
  await app.database.transaction(organisationId, tx => insertOrganisation(tx, name))
  const actor = { kind: 'person', name: person } as const
  return openDesk(app, { organisationId, actor, permissions: ROLES.owner })
}

test('organisations served together see nothing of one another, and each journal names its own actor', async () => {
  const app = server()
  const [north, south] = [await deskOf(app, 'Nord', 'anne'), await deskOf(app, 'Sud', 'bruno')]
  await Promise.all([
    changeSetting(north, { name: 'minimum', value: '15.00' }),
    changeSetting(south, { name: 'minimum', value: '30.00' }),
  ])
  expect((await listSettings(north)).settings).toEqual({ minimum: '15.00' })
  expect((await listSettings(south)).settings).toEqual({ minimum: '30.00' })
  const actors = async (desk: Desk) => (await listChanges(desk)).changes.map(({ actor }) => actor)
  expect([await actors(north), await actors(south)]).toEqual([['anne'], ['bruno']])
})

test('rates recorded in one organisation are those of every desk opened since; the server is as it was', async () => {
  const app = server()
  const north = await deskOf(app, 'Nord', 'anne')
  const on = day('2027-01-01')
  await recordRates(north, { rates: [{ series: 'ecb', from: on, until: on, rateBps: 265 }], source: 'BCE' })
  const south = await deskOf(app, 'Sud', 'bruno')
  expect(south.country.rates.ecbRateOn(on)).toMatchObject({ rateBps: 265 })
  expect(app.country.rates.ecbRateOn(on)).toHaveProperty('unknownRate')
})

test('the demo company’s messages reach nobody, whatever mail server the others have', async () => {
  const app = server()
  expect((await deskOf(app, DEMO_ORGANISATION, 'anne')).delivery).toEqual({ kind: 'demo', folder: 'outbox' })
  expect((await deskOf(app, 'Nord', 'anne')).delivery).toEqual({ kind: 'smtp' })
})
