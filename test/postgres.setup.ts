/** One server per major version for the whole run, with a migrated database that test files clone. */
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../src/store/embedded/embedded.ts'
import { migrate } from '../src/store/migrate.ts'

export type TestServer = { major: number; url: string }

declare module 'vitest' {
  export interface ProvidedContext {
    servers: TestServer[]
  }
}

/** The oldest version that Quittance runs on, tested where Debian's package is installed. */
const FLOOR_BINARIES = '/usr/lib/postgresql/15/bin'

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const floor = (await stat(FLOOR_BINARIES).catch(() => null)) ? [start(FLOOR_BINARIES)] : []
  const started = await Promise.all([start(), ...floor])
  project.provide(
    'servers',
    started.map(({ server }) => server),
  )
  return async () => {
    await Promise.all(started.map(({ stop }) => stop()))
  }
}

async function start(binaries?: string): Promise<{ server: TestServer; stop: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'quittance-test-'))
  await chmod(folder, 0o711) // run as root, the server's account has to pass
  const embedded = await startEmbedded(folder, binaries ? { binaries } : {})
  const stop = async () => {
    await embedded.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await migrate(embedded.url)
    return { server: { major: await majorOf(embedded.url), url: embedded.url }, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function majorOf(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(`select current_setting('server_version_num')::int / 10000 as major`)
  await client.end()
  return rows[0].major
}
