/** One door to PostgreSQL: a transaction serves one organisation, under a role that sees nothing else. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import pg from 'pg'
import { getTypeParser } from './database-types.ts'

export type Row = Record<string, unknown>

export type Queries = {
  /** `int8` → bigint; `date`, `numeric` and `interval` → text; `timestamptz` → text, ISO 8601 in UTC, to the microsecond. */
  query<R extends object = Row>(sql: string, params?: readonly unknown[]): Promise<R[]>
}

/** First argument of every function that reads or writes. The organisation is at hand, since every query has to name it. */
export type Tx = Queries & { readonly organisationId: string }

export type Database = AsyncDisposable & {
  /** Begins, works, commits; rolls back when `work` throws. Row-level security lets one organisation through. */
  transaction<T>(organisationId: string, work: (tx: Tx) => Promise<T>): Promise<T>
  /** For the scheduler, which has to list the organisations before it can work for each: reads across all of them. */
  maintenance<T>(work: (tx: Queries) => Promise<T>): Promise<T>
  /** A lock between processes, held by a connection of its own. Null when another holds it; else call the result to release. */
  tryLock(key: string): Promise<(() => Promise<void>) | null>
}

/** `transaction` numbers the transactions of a Database: statements with the same number went together. */
export type Statement = { sql: string; transaction: number }

export type DatabaseOptions = {
  connections?: number
  onStatement?: (statement: Statement) => void
}

/** The database is away or unwilling: nothing is wrong with the request, which may be tried again later. */
export class DatabaseOutage extends Error {
  override name = 'DatabaseOutage'
}

const CONNECT_LIMIT_MS = 10_000

export async function openDatabase(url: string, options: DatabaseOptions = {}): Promise<Database> {
  const settings = settingsOf(url)
  const pool = new pg.Pool({ ...settings, max: options.connections ?? 10 })
  pool.on('error', () => {}) // of an idle connection: the pool drops it
  pool.on('connect', client => client.on('error', () => {})) // of a lent one: the query in flight tells
  const run = runner(pool, options.onStatement ?? (() => {}))
  const close = once(() => pool.end())
  await pool.connect().then(client => client.release(), closeAndThrow(close))
  return {
    transaction: (organisationId, work) =>
      run('quittance_app', async query => {
        await query('select app.set_organisation($1)', [organisationId])
        return work({ organisationId, query })
      }),
    maintenance: work => run('quittance_scheduler', query => work({ query })),
    tryLock: key => tryLock(settings, key),
    [Symbol.asyncDispose]: close,
  }
}

/** The five characters by which PostgreSQL names what went wrong; never branch on anything else of an error. */
export function sqlState(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined
}

/** One round trip opens the transaction. `set local`, so that nothing of it remains on a connection others will use. */
const begin = (role: string) => `begin; set local role ${role}; set local timezone = 'UTC'`

function runner(pool: pg.Pool, onStatement: (statement: Statement) => void) {
  let transactions = 0
  return async function run<T>(role: string, work: (query: Queries['query']) => Promise<T>): Promise<T> {
    const client = await pool.connect().catch(explain)
    const transaction = ++transactions
    let open = true
    const send = async (sql: string, params?: readonly unknown[]) => {
      onStatement({ sql, transaction })
      return client.query(sql, params as unknown[]).catch(explain)
    }
    const query = async <R extends object>(sql: string, params: readonly unknown[] = []): Promise<R[]> => {
      assert(open, 'a query after the end of its transaction: an await is missing')
      return (await send(sql, params)).rows
    }
    try {
      await send(begin(role))
      const result = await work(query)
      open = false
      const { command } = await send('commit')
      assert(command === 'COMMIT', 'a query of this transaction failed and its error was swallowed')
      client.release()
      return result
    } catch (error) {
      open = false
      const broken = await send('rollback').then(() => undefined, asError)
      client.release(broken)
      throw error
    }
  }
}

async function tryLock(settings: pg.ClientConfig, key: string): Promise<(() => Promise<void>) | null> {
  const client = new pg.Client({ ...settings, application_name: `quittance ${key}`.slice(0, 63) })
  client.on('error', () => {})
  const release = once(() => client.end().catch(() => {}))
  try {
    await client.connect()
    const { rows } = await client.query('select pg_try_advisory_lock($1) as taken', [lockNumber(key)])
    if (rows[0].taken) return release
  } catch (error) {
    await release()
    return explain(error)
  }
  await release()
  return null
}

export function lockNumber(key: string): bigint {
  return createHash('sha256').update(key).digest().readBigInt64BE()
}

function settingsOf(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: 'quittance',
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    keepAlive: true,
    types: { getTypeParser },
  }
}

/** Away: connection refused or cut (class 08), shutting down or starting (57P), no connection left (53300). */
function explain(error: unknown): never {
  const reason = asError(error)
  const state = sqlState(error)
  const away = state === undefined ? !(error instanceof TypeError) : /^(08|57P0|53300)/.test(state)
  if (away)
    throw new DatabaseOutage(`The database can't be reached: ${reason.message || reason.name}`, {
      cause: error,
    })
  throw error
}

function closeAndThrow(close: () => Promise<void>) {
  return async (error: unknown) => {
    await close()
    explain(error)
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null
  return () => {
    done ??= work()
    return done
  }
}

const asError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)))
