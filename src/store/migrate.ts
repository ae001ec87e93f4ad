/** Brings the database's schema up to this program: numbered SQL files, forward only, each in a transaction of its own. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'
import type { StartNews } from '../words/start-news.ts'
import { lockNumber } from './database.ts'

type Migration = { name: string; sql: string; checksum: string }

/** The database at that address doesn't answer; the message says why, in the words of the system. */
export class NoAnswer extends Error {}

export type MigrateOptions = { folder?: URL; log?: (news: StartNews) => void }

/** The same place from `src/store` and from `dist/store`: SQL files are not compiled. */
const MIGRATIONS = new URL('../../src/store/migrations/', import.meta.url)

/** Returns the names of the files applied now. Processes that do this at the same time wait for one another. */
export async function migrate(
  url: string,
  { folder = MIGRATIONS, log }: MigrateOptions = {},
): Promise<string[]> {
  const migrations = await readMigrations(folder)
  const client = new pg.Client({ connectionString: url, application_name: 'quittance migrate' })
  client.on('error', () => {})
  try {
    await client.connect().catch(cause => {
      throw new NoAnswer(explain(cause), { cause })
    })
    await client.query('select pg_advisory_lock($1)', [lockNumber('migrate')])
    const applied = await readApplied(client)
    check(migrations, applied)
    const missing = migrations.filter(({ name }) => !applied.has(name))
    for (const migration of missing) {
      log?.({ code: 'migrating', about: migration.name })
      await apply(client, migration)
    }
    return missing.map(({ name }) => name)
  } finally {
    await client.end().catch(() => {})
  }
}

async function readMigrations(folder: URL): Promise<Migration[]> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.sql')).sort()
  const migrations = names.map(async (name, index) => {
    if (Number(/^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1]) !== index + 1) {
      throw new Error(`Migrations are named 0001_why.sql, 0002_…, without a gap: ${name} is not`)
    }
    const sql = (await readFile(new URL(name, folder), 'utf8')).replaceAll('\r\n', '\n')
    if (!sql.startsWith('-- ')) throw new Error(`${name}: the first line is a comment that says why`)
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
  })
  return Promise.all(migrations)
}

async function readApplied(client: pg.Client): Promise<Map<string, string>> {
  const { rows: found } = await client.query<{ table: string | null }>(
    `select to_regclass('app.migration') as table`,
  )
  if (!found[0]?.table) return new Map()
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from app.migration',
  )
  return new Map(rows.map(({ name, checksum }) => [name, checksum]))
}

function check(migrations: Migration[], applied: Map<string, string>): void {
  const known = new Map(migrations.map(({ name, checksum }) => [name, checksum]))
  for (const [name, checksum] of applied) {
    const ours = known.get(name)
    if (ours === undefined) {
      throw new Error(
        `The database has had ${name}, which this program doesn't know: it is older than the database. Update it.`,
      )
    }
    if (ours !== checksum) {
      throw new Error(
        `${name} was changed after it was applied here. Restore the file, and put the change in a new one.`,
      )
    }
  }
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(sql)
    await client.query('insert into app.migration (name, checksum) values ($1, $2)', [name, checksum])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback').catch(() => {})
    throw new Error(`${name} could not be applied: ${explain(cause)}`, { cause })
  }
}

function explain(cause: unknown): string {
  if (!(cause instanceof pg.DatabaseError)) return String(cause)
  return [cause.message, cause.detail, cause.hint].filter(Boolean).join('\n')
}
