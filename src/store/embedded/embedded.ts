/**
 * The PostgreSQL server that Quittance brings along, for whoever has not set DATABASE_URL.
 *
 * Every process that uses it holds a lease: a shared advisory lock on a connection kept for that. To leave, a process tries
 * the exclusive lock; whoever gets it is the last and stops the server. A killed process loses its lease with its connection,
 * so a server it left behind is simply joined by the next one.
 */

import { spawn } from 'node:child_process'
import { open, readFile, rename, stat } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { StartNews } from '../../words/start-news.ts'
import { chooseAddress, forget, isPostmaster, readPostmaster } from './embedded-address.ts'
import { findBinaries } from './embedded-binaries.ts'
import { leaveAtExit } from './embedded-exit.ts'
import {
  type Binaries,
  createHome,
  findHome,
  type Home,
  serverAccount,
  serverEnvironment,
} from './embedded-home.ts'
import { type Lease, leave, tryJoin } from './embedded-lease.ts'

export type Embedded = AsyncDisposable & {
  /** For `openDatabase`; carries the password. Stays the same while the process lives. */
  readonly url: string
  /** This process launched the server, rather than joining one that ran. */
  readonly ownedByUs: boolean
  /** Leaves the server, and stops it when no other process uses it. Close the connections first. */
  stop(): Promise<void>
}

export type EmbeddedOptions = {
  log?: (news: StartNews) => void
  /** Folder of `postgres` and `initdb`, instead of a search for them. */
  binaries?: string
}

const START_LIMIT_MS = 120_000
const LAUNCHES = 5
const LOG_LIMIT_BYTES = 10_000_000

const SETTINGS = {
  max_connections: '50',
  shared_buffers: '128MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
  jit: 'off',
  unix_socket_permissions: '0700',
}

export async function startEmbedded(dataFolder: string, options: EmbeddedOptions = {}): Promise<Embedded> {
  const log = options.log ?? (() => {})
  const home = await openHome(path.resolve(dataFolder), options, log)
  const { lease, ownedByUs } = await joinOrLaunch(home, options)
  const watch = watchOver(lease, () => joinOrLaunch(home, options).then(found => found.lease), log)
  const stop = leaveAtExit(async () => leave(home, await watch.end()))
  return { url: lease.url, ownedByUs, stop, [Symbol.asyncDispose]: stop }
}

async function openHome(
  dataFolder: string,
  options: EmbeddedOptions,
  log: (news: StartNews) => void,
): Promise<Home> {
  const existing = await findHome(dataFolder)
  if (existing) return existing
  const account = await serverAccount()
  const binaries = await findBinaries(account, { folder: options.binaries })
  return createHome(dataFolder, account, binaries, log)
}

/** Of several processes that launch at once, PostgreSQL lets one live: its lock is `postmaster.pid`. The others join it. */
async function joinOrLaunch(home: Home, options: EmbeddedOptions) {
  const deadline = Date.now() + START_LIMIT_MS
  let launched: Launch | null = null
  for (let launches = 0; Date.now() < deadline; await delay(20)) {
    const lease = await tryJoin(home)
    if (lease)
      return { lease, ownedByUs: launched !== null && !launched.ended() && launched.pid === lease.serverPid }
    if ((launched && !launched.ended()) || (await isStartingOrStopping(home))) continue
    if (launches === LAUNCHES)
      throw new Error(
        `The database doesn't start. Its log, ${logFile(home)}, ends with:\n${await logTail(home)}`,
      )
    await delay(100 * launches)
    launches += 1
    launched = await launch(home, options)
  }
  throw new Error(`The database doesn't answer after ${START_LIMIT_MS / 1000} s. See ${logFile(home)}.`)
}

async function isStartingOrStopping(home: Home): Promise<boolean> {
  const postmaster = await readPostmaster(home)
  if (!postmaster) return false
  if (await isPostmaster(postmaster, home)) return true
  await forget(postmaster, home)
  return false
}

type Launch = { pid: number | undefined; ended(): boolean }

async function launch(home: Home, options: EmbeddedOptions): Promise<Launch> {
  const data = path.join(home.folder, 'data')
  const major = Number(await readFile(path.join(data, 'PG_VERSION'), 'utf8'))
  const binaries: Binaries = await findBinaries(home.account, { folder: options.binaries, major })
  const settings = { ...SETTINGS, ...(await chooseAddress(home)) }
  const args = [
    '-D',
    data,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const log = await openLog(home)
  // Detached: Ctrl-C in a terminal reaches the whole group, and the server has to outlive our last transactions.
  const child = spawn(path.join(binaries.folder, 'postgres'), args, {
    ...home.account,
    cwd: data,
    env: serverEnvironment(),
    detached: true,
    windowsHide: true,
    stdio: ['ignore', log.fd, log.fd],
  })
  let failed = false
  child.once('error', () => {
    failed = true
  })
  child.unref()
  await log.close()
  return { pid: child.pid, ended: () => failed || child.exitCode !== null || child.signalCode !== null }
}

async function openLog(home: Home) {
  const { size } = await stat(logFile(home)).catch(() => ({ size: 0 }))
  if (size > LOG_LIMIT_BYTES) await rename(logFile(home), `${logFile(home)}.1`)
  const log = await open(logFile(home), 'a', 0o600)
  if (home.account) await log.chown(home.account.uid, home.account.gid)
  return log
}

async function logTail(home: Home): Promise<string> {
  const text = await readFile(logFile(home), 'utf8').catch(() => '')
  return text.trimEnd().split('\n').slice(-8).join('\n')
}

const logFile = (home: Home) => path.join(home.folder, 'server.log')

/** A process may live for months: when the server dies under it (out of memory, say), it is started again. */
function watchOver(first: Lease, rejoin: () => Promise<Lease>, log: (news: StartNews) => void) {
  let ended = false
  let current: Promise<Lease | null> = Promise.resolve(first)
  const watch = async (lease: Lease): Promise<void> => {
    await lease.lost
    if (ended) return
    log({ code: 'connection-lost', about: '' })
    current = rejoin().catch(error => {
      log({ code: 'no-answer', about: error.message })
      return null
    })
    const next = await current
    if (next) await watch(next)
  }
  void watch(first)
  const end = () => {
    ended = true
    return current
  }
  return { end }
}
