/** Joining a running server and leaving it. Both are decided by one advisory lock, so no order of events can go wrong. */
import { execFile } from 'node:child_process'
import { Socket } from 'node:net'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { isPostmaster, type Postmaster, readPostmaster, urlOf } from './embedded-address.ts'
import { findBinaries } from './embedded-binaries.ts'
import { errorCode, type Home, serverEnvironment } from './embedded-home.ts'

export type Lease = {
  url: string
  serverPid: number
  client: pg.Client
  socket: Socket
  /** Resolves when the connection, and the lock with it, is gone. */
  lost: Promise<void>
}

/** Where a lock of the program itself can't meet it, and where it hinders no clone or drop of a database. */
const LEASE_DATABASE = 'postgres'
const LEASE_KEY = 7_820_150_126
const DATABASE = 'quittance'
const STOP_LIMIT_MS = 60_000

/** Not (yet, or any more) answering: the socket, its folder or its port is deserted, or the server starts or stops. */
const ABSENT = new Set(['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03'])

export async function tryJoin(home: Home): Promise<Lease | null> {
  const postmaster = await readPostmaster(home)
  if (!postmaster?.ready) return null
  const socket = new Socket()
  const client = new pg.Client({
    stream: () => socket,
    connectionString: await urlOf(home, postmaster, LEASE_DATABASE),
    application_name: 'quittance lease',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  })
  const lost = new Promise<void>(resolve => client.once('end', resolve))
  client.on('error', () => {})
  try {
    await client.connect()
    if (!(await takeLease(client, home))) return await end(client)
    socket.unref() // holding a lease keeps nobody from ending
    return { url: await urlOf(home, postmaster, DATABASE), serverPid: postmaster.pid, client, socket, lost }
  } catch (error) {
    await end(client)
    if (isAbsent(error)) return null
    throw new Error(`The database of ${home.folder} runs but can't be joined: ${message(error)}`, {
      cause: error,
    })
  }
}

/** The last one out stops the server. */
export async function leave(home: Home, held: Lease | null): Promise<void> {
  const lease = held ?? (await tryJoin(home))
  if (!lease) return
  lease.socket.ref()
  try {
    await lease.client.query(`select pg_advisory_unlock_shared(${LEASE_KEY})`)
    const { rows } = await lease.client.query(`select pg_try_advisory_lock(${LEASE_KEY}) as last`)
    if (rows[0]?.last) await stopServer(home)
  } catch (error) {
    if (!isAbsent(error)) throw error
  } finally {
    await end(lease.client)
  }
}

async function takeLease(client: pg.Client, home: Home): Promise<boolean> {
  const { rows } = await client.query(`
    select current_setting('data_directory')                             as folder,
           exists (select from pg_database where datname = '${DATABASE}') as created,
           pg_try_advisory_lock_shared(${LEASE_KEY})                       as taken`)
  const { folder, created, taken } = rows[0]
  if (folder !== path.join(home.folder, 'data'))
    throw new Error(`another server answers, the one of ${folder}`)
  if (!taken) return false
  if (!created) {
    await client.query(`create database ${DATABASE}`).catch(error => {
      if (!['42P04', '23505'].includes(errorCode(error) ?? '')) throw error
    })
  }
  return true
}

/** Called with the exclusive lock held, over a connection that proves which server this is. */
async function stopServer(home: Home): Promise<void> {
  const postmaster = await readPostmaster(home)
  if (!postmaster || !(await isPostmaster(postmaster, home))) return
  if (process.platform === 'win32') await stopByProgram(home)
  else process.kill(postmaster.pid, 'SIGINT') // "fast": ends the sessions, writes the data
  await untilGone(postmaster, home)
}

/** On Windows signals don't exist; pg_ctl speaks to the server through a pipe. */
async function stopByProgram(home: Home): Promise<void> {
  const { folder } = await findBinaries(home.account, {})
  const args = ['stop', '-m', 'fast', '-W', '-D', path.join(home.folder, 'data')]
  await promisify(execFile)(path.join(folder, 'pg_ctl'), args, {
    env: serverEnvironment(),
    windowsHide: true,
  })
}

async function untilGone(postmaster: Postmaster, home: Home): Promise<void> {
  for (const deadline = Date.now() + STOP_LIMIT_MS; Date.now() < deadline; await delay(10)) {
    const now = await readPostmaster(home)
    if (now?.pid !== postmaster.pid && !(await isPostmaster(postmaster, home))) return
  }
}

async function end(client: pg.Client): Promise<null> {
  await client.end().catch(() => {})
  return null
}

/** A cut connection has no code in pg, only these words. */
function isAbsent(error: unknown): boolean {
  return (
    ABSENT.has(errorCode(error) ?? '') ||
    /^Connection terminated|not queryable$|timeout expired$/.test(message(error))
  )
}

const message = (error: unknown) => (error instanceof Error ? error.message : String(error))
