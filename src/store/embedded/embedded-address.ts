/** Where the embedded server listens, and whether the one named in `postmaster.pid` is alive. */
import { readFile, readlink, rename, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { errorCode, type Home, isRunning, SERVER_USER } from './embedded-home.ts'

/** What the server writes in `postmaster.pid`. https://www.postgresql.org/docs/18/storage-file-layout.html */
export type Postmaster = {
  pid: number
  startedAt: number
  port: number
  socketFolder: string
  ready: boolean
}

/** A `sockaddr_un` holds 108 bytes on Linux and 104 elsewhere, the closing zero included. */
const SOCKET_PATH_LIMIT = process.platform === 'linux' ? 107 : 103
const SOCKET_PORT = 5432

export async function readPostmaster(home: Home): Promise<Postmaster | null> {
  const file = path.join(home.folder, 'data', 'postmaster.pid')
  const text = await readFile(file, 'utf8').catch(error => {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  })
  if (text === null) return null
  const [pid, , startedAt, port, socketFolder = '', , , status = ''] = text.split('\n')
  const ready = status.trim() === 'ready'
  return { pid: Number(pid), startedAt: Number(startedAt), port: Number(port), socketFolder, ready }
}

/** A number alone proves nothing: after a restart of the machine it may belong to any program. */
export async function isPostmaster({ pid, startedAt }: Postmaster, home: Home): Promise<boolean> {
  if (!(pid > 0) || !isRunning(pid)) return false
  if (process.platform !== 'linux') return startedAt * 1000 > Date.now() - os.uptime() * 1000 - 60_000
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => null)
  return folder === path.join(home.folder, 'data')
}

/**
 * PostgreSQL itself sees through the lock of a server that was killed, unless its number is in use: by another program, or by
 * its remains, where nobody buries them (a container whose first process isn't an init). Another process may do the same
 * and have started a server since: then the file is put back.
 */
export async function forget(dead: Postmaster, home: Home): Promise<void> {
  if (!isRunning(dead.pid)) return
  const file = path.join(home.folder, 'data', 'postmaster.pid')
  const aside = `${file}.${process.pid}`
  try {
    await rename(file, aside)
    if (Number.parseInt(await readFile(aside, 'utf8'), 10) !== dead.pid) return await rename(aside, file)
    await rm(path.join(home.folder, 'socket', `.s.PGSQL.${SOCKET_PORT}.lock`), { force: true })
    await rm(aside)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
  }
}

/** A socket in a folder of ours. Where its path would be too long, and on Windows, a port that only this machine reaches. */
export async function chooseAddress(home: Home): Promise<Record<string, string>> {
  const folder = path.join(home.folder, 'socket')
  const fits = Buffer.byteLength(path.join(folder, `.s.PGSQL.${SOCKET_PORT}`)) <= SOCKET_PATH_LIMIT
  if (fits && process.platform !== 'win32') {
    return { listen_addresses: '', unix_socket_directories: folder, port: String(SOCKET_PORT) }
  }
  const port = await freePort((await lastPort(home)) ?? 0)
  return { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(port) }
}

export async function urlOf(
  home: Home,
  { port, socketFolder }: Postmaster,
  database: string,
): Promise<string> {
  const password = await readFile(path.join(home.folder, 'password'), 'utf8')
  const host = socketFolder ? `?host=${encodeURIComponent(socketFolder)}` : ''
  return `postgresql://${SERVER_USER}:${password}@127.0.0.1:${port}/${database}${host}`
}

/** The port of the run before, from the options it left: processes that outlive a crash find the server again. */
async function lastPort(home: Home): Promise<number | null> {
  const options = await readFile(path.join(home.folder, 'data', 'postmaster.opts'), 'utf8').catch(() => '')
  return Number(/"port=(\d+)"/.exec(options)?.[1]) || null
}

function freePort(preferred: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', error => (preferred ? resolve(freePort(0)) : reject(error)))
    server.listen({ port: preferred, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : preferred))
    })
  })
}
