/** Where the embedded server keeps its files, under which account it runs, and how the folder is first made. */

import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import type { StartNews } from '../../words/start-news.ts'

/** The account of the server's processes. PostgreSQL refuses to run as root. */
export type Account = { uid: number; gid: number }

export type Home = {
  /** Holds `data`, `socket`, `password` and `server.log`; real path. */
  folder: string
  /** Null: our own account. */
  account: Account | null
}

export const SERVER_USER = 'quittance'

/** Of a machine, for the rare cases where the data folder can't serve: root, and a folder closed to other accounts. */
const SYSTEM_FOLDER = '/var/lib/quittance'

export async function findHome(dataFolder: string): Promise<Home | null> {
  const entry = path.join(dataFolder, 'postgres')
  if (!(await lstat(entry).catch(ifMissing))) return null
  const folder = await realpath(entry).catch(cause => {
    throw new Error(
      `${entry} points to a folder that is gone. Put it back, or delete the link to begin anew.`,
      { cause },
    )
  })
  const owner = await stat(folder)
  const self = process.getuid?.()
  if (self === undefined || (self === owner.uid && self !== 0)) return { folder, account: null }
  if (self !== 0) {
    throw new Error(
      `${folder} belongs to another account (uid ${owner.uid}). Run as that account, or set DATABASE_URL.`,
    )
  }
  if (owner.uid === 0)
    throw new Error(
      `${folder} belongs to root, as which PostgreSQL refuses to run: give it to another account.`,
    )
  const account = { uid: owner.uid, gid: owner.gid }
  if (await canReach(account, folder)) return { folder, account }
  throw new Error(
    `The account of ${folder} (uid ${owner.uid}) may not enter one of the folders above it. Open them (chmod o+x), or set DATABASE_URL.`,
  )
}

/** Prepared aside and published by one rename or one link: an interruption, or another process doing the same, harms nothing. */
export async function createHome(
  dataFolder: string,
  account: Account | null,
  binaries: Binaries,
  log: (news: StartNews) => void,
): Promise<Home> {
  await mkdir(dataFolder, { recursive: true, mode: account ? 0o711 : 0o700 })
  const elsewhere = account !== null && !(await canReach(account, dataFolder))
  const parent = elsewhere ? await systemFolder() : dataFolder
  await removeAbandoned(parent)
  log({ code: 'first-use', about: dataFolder })
  const draft = await mkdtemp(path.join(parent, `.postgres-${process.pid}-`))
  try {
    await fill(draft, account, binaries)
    if (elsewhere) await publishElsewhere(draft, dataFolder, log)
    else await rename(draft, path.join(dataFolder, 'postgres'))
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    if (!isTaken(error)) throw error
  }
  const home = await findHome(dataFolder)
  if (!home) throw new Error(`${dataFolder}/postgres vanished while it was made`)
  return home
}

/** Root hands the server over to an account without rights: `postgres` where it exists, else `nobody`. */
export async function serverAccount(): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => ''))
    .split('\n')
    .map(line => line.split(':'))
  const found = lines.find(([name]) => name === 'postgres') ?? lines.find(([name]) => name === 'nobody')
  const [uid, gid] = [Number(found?.[2]), Number(found?.[3])]
  return uid > 0 && gid > 0 ? { uid, gid } : { uid: 65_534, gid: 65_534 }
}

export async function systemFolder(): Promise<string> {
  try {
    await mkdir(SYSTEM_FOLDER, { recursive: true, mode: 0o755 })
    await chmod(SYSTEM_FOLDER, 0o755)
    return SYSTEM_FOLDER
  } catch (cause) {
    throw new Error(
      `As root, the database needs a folder that other accounts may enter, and ${SYSTEM_FOLDER} can't be made. ` +
        'Run as another account, or set DATABASE_URL.',
      { cause },
    )
  }
}

export async function canReach(account: Account, folder: string): Promise<boolean> {
  for (let at = await realpath(folder); ; at = path.dirname(at)) {
    const { mode, uid, gid } = await stat(at)
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
    if (!(mode & bit)) return false
    if (at === path.dirname(at)) return true
  }
}

/** Nothing of our environment, secrets included, reaches the server; PGPORT and the like would change it. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env
  return { PATH, SystemRoot, TEMP, LANG: 'C', LC_ALL: 'C', TZ: 'UTC' }
}

async function fill(
  folder: string,
  account: Account | null,
  { folder: bin, major }: Binaries,
): Promise<void> {
  const passwordFile = path.join(folder, 'password')
  await mkdir(path.join(folder, 'socket'), { mode: 0o700 })
  await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
  if (account) {
    for (const name of ['.', 'socket', 'password'])
      await chown(path.join(folder, name), account.uid, account.gid)
  }
  const args = [
    '-D',
    path.join(folder, 'data'),
    '-U',
    SERVER_USER,
    `--pwfile=${passwordFile}`,
    '-A',
    'scram-sha-256',
  ]
  args.push('-E', 'UTF8', '--data-checksums', ...localeOf(major))
  const options = { ...account, cwd: folder, env: serverEnvironment(), windowsHide: true }
  await promisify(execFile)(path.join(bin, 'initdb'), args, options).catch(cause => {
    throw new Error(`initdb could not create the database in ${folder}: ${cause.stderr || cause.message}`, {
      cause,
    })
  })
}

/** Order by code point and knowledge of accented capitals, the same on every machine and for ever. */
function localeOf(major: number): string[] {
  if (major >= 17) return ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  return [process.platform === 'linux' ? '--locale=C.UTF-8' : '--locale=C']
}

async function publishElsewhere(
  draft: string,
  dataFolder: string,
  log: (news: StartNews) => void,
): Promise<void> {
  const final = path.join(path.dirname(draft), randomBytes(6).toString('hex'))
  await rename(draft, final)
  try {
    await symlink(final, path.join(dataFolder, 'postgres'))
    log({ code: 'stored-elsewhere', about: final })
  } catch (error) {
    await rm(final, { recursive: true, force: true })
    throw error
  }
}

async function removeAbandoned(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const pid = Number(/^\.postgres-(\d+)-/.exec(name)?.[1])
    if (pid && !isRunning(pid)) await rm(path.join(parent, name), { recursive: true, force: true })
  }
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}

function ifMissing(error: unknown): null {
  if (errorCode(error) === 'ENOENT') return null
  throw error
}

/** Windows says EPERM for a rename onto a folder. */
function isTaken(error: unknown): boolean {
  return ['ENOTEMPTY', 'EEXIST', ...(process.platform === 'win32' ? ['EPERM'] : [])].includes(
    errorCode(error) ?? '',
  )
}

/** Folder of `initdb`, `postgres` and `pg_ctl`, and their major version. */
export type Binaries = { folder: string; major: number }
