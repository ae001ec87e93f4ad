import { type Day, formatDay } from '../../domain/date.ts'
import { decodeDay } from '../case-codec.ts'
import type { Database, Tx } from '../database.ts'

export type Organisation = {
  organisationId: string
  name: string
  settings: Record<string, string>
  sending: boolean
  lastRunOn: Day | null
}

/** Every organisation, for the clock that serves them all. */
export async function listOrganisations(database: Database): Promise<string[]> {
  const rows = await database.maintenance(tx =>
    tx.query<{ organisation_id: string }>(
      'select organisation_id from organisation order by organisation_id',
    ),
  )
  return rows.map(row => row.organisation_id)
}

export async function insertOrganisation(tx: Tx, name: string): Promise<void> {
  await tx.query(
    'insert into organisation (organisation_id, name) values ($1, $2) on conflict (organisation_id) do nothing',
    [tx.organisationId, name],
  )
}

export async function readOrganisation(tx: Tx): Promise<Organisation> {
  const [row] = await tx.query<{
    name: string
    settings: Record<string, string>
    sending: boolean
    last_run_on: string | null
  }>('select name, settings, sending, last_run_on from organisation where organisation_id = $1', [
    tx.organisationId,
  ])
  if (!row) throw new Error(`no organisation ${tx.organisationId}`)
  return {
    organisationId: tx.organisationId,
    name: row.name,
    settings: row.settings,
    sending: row.sending,
    lastRunOn: decodeDay(row.last_run_on),
  }
}

/** Keeps imports of one organisation one after the other: they number cases. */
export async function lockOrganisation(tx: Tx): Promise<void> {
  await tx.query('select 1 from organisation where organisation_id = $1 for update', [tx.organisationId])
}

export async function setSending(tx: Tx, sending: boolean): Promise<void> {
  await tx.query('update organisation set sending = $2 where organisation_id = $1', [
    tx.organisationId,
    sending,
  ])
}

export async function setLastRun(tx: Tx, today: Day): Promise<void> {
  await tx.query(
    'update organisation set last_run_on = $2 where organisation_id = $1 and (last_run_on is null or last_run_on < $2)',
    [tx.organisationId, formatDay(today)],
  )
}

export async function nameOrganisation(tx: Tx, name: string): Promise<void> {
  await tx.query('update organisation set name = $2 where organisation_id = $1', [tx.organisationId, name])
}

export async function setSettings(tx: Tx, settings: Record<string, string>): Promise<void> {
  await tx.query('update organisation set settings = $2 where organisation_id = $1', [
    tx.organisationId,
    JSON.stringify(settings),
  ])
}
