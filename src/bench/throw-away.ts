/** Databases that a benchmark fills and drops: never the user's, though on their server when DATABASE_URL names one. */
import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../store/embedded/embedded.ts'
import { migrate } from '../store/migrate.ts'

export type ThrowAway = AsyncDisposable & {
  /** The address of a new migrated database, or of a copy of one that nobody is connected to. */
  create(template?: string): Promise<string>
  drop(url: string): Promise<void>
  /** As the server's user, outside any transaction of ours. */
  ask(url: string, sql: string): Promise<Record<string, unknown>[]>
}

export async function openThrowAway(databaseUrl: string | null): Promise<ThrowAway> {
  const server = databaseUrl === null ? await ownServer() : { url: databaseUrl, stop: async () => {} }
  const created = new Set<string>()
  const drop = async (url: string) => {
    await ask(server.url, `drop database if exists ${nameOf(url)} with (force)`)
    created.delete(url)
  }
  let closing: Promise<void> | null = null
  const close = () => {
    closing ??= leave().finally(stopListening)
    return closing
  }
  const leave = async () => {
    for (const url of created) await drop(url).catch(() => {})
    await server.stop()
  }
  const stopListening = onSignals(close)
  return {
    ask,
    drop,
    async create(template) {
      const name = `quittance_bench_${randomBytes(6).toString('hex')}`
      const url = new URL(server.url)
      url.pathname = name
      const copy = template ? ` template ${nameOf(template)} strategy file_copy` : ''
      await ask(server.url, `create database ${name}${copy}`)
      created.add(url.href)
      if (!template) await migrate(url.href)
      return url.href
    },
    [Symbol.asyncDispose]: close,
  }
}

/** Whoever stops a benchmark leaves nothing behind either. Returns how to listen no more. */
function onSignals(close: () => Promise<void>): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const stop = async (signal: NodeJS.Signals) => {
    await close()
    process.kill(process.pid, signal)
  }
  for (const signal of signals) process.on(signal, stop)
  return () => {
    for (const signal of signals) process.off(signal, stop)
  }
}

async function ownServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'quittance-bench-'))
  await chmod(folder, 0o711) // run as root, the server's account has to pass
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 5 })
  try {
    const embedded = await startEmbedded(folder)
    return { url: embedded.url, stop: () => embedded.stop().then(remove) }
  } catch (error) {
    await remove()
    throw error
  }
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'quittance bench' })
  client.on('error', () => {})
  await client.connect()
  return client
    .query(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end())
}

function nameOf(url: string): string {
  return new URL(url).pathname.slice(1)
}
