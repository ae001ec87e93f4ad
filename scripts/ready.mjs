/**
 * Makes a checkout ready to run: dependencies as the lock file wants them, program compiled. Nothing to do takes 0.1 s.
 * Runs before `npm ci`, so it knows Node's own modules only, and is written so that an old Node can say it is too old.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const OLDEST_NODE = [20, 19]

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const stamp = join(root, 'dist', '.built')
const lock = join(root, 'dist', '.ready-lock')

const texts = {
  fr: {
    node: `Quittance demande Node.js ${OLDEST_NODE.join('.')} ou plus récent ; celui-ci est le ${process.versions.node}. Voir https://nodejs.org.`,
    install: 'Installation des dépendances',
    build: 'Compilation',
    failed: 'a échoué',
    waiting: 'Un autre processus prépare Quittance',
  },
  en: {
    node: `Quittance needs Node.js ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}. See https://nodejs.org.`,
    install: 'Installing dependencies',
    build: 'Compiling',
    failed: 'failed',
    waiting: 'Another process is preparing Quittance',
  },
}
const say = texts[language()]

if (!isNodeRecent()) stop(say.node)
if (!isInstalled() || !isBuilt()) {
  await takeLock()
  process.on('exit', () => rmSync(lock, { force: true }))
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1))
  if (!isInstalled()) await step(say.install, npm(), ['ci', '--include=dev'])
  const sources = sourcesHash()
  if (!isBuilt()) {
    await step(say.build, [process.execPath, join(root, 'node_modules', 'typescript', 'bin', 'tsc')], ['-b'])
    writeFileSync(stamp, sources)
  }
}

function isNodeRecent() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])
}

/** npm writes what it has installed at its very end, in a lock file of its own. Optional packages depend on the system. */
function isInstalled() {
  const installed = packagesOf(join(root, 'node_modules', '.package-lock.json'))
  const wanted = packagesOf(join(root, 'package-lock.json'))
  return Object.keys(wanted).every(
    name =>
      name === '' ||
      wanted[name].optional ||
      (installed[name] && installed[name].version === wanted[name].version),
  )
}

function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {}
}

function isBuilt() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sourcesHash()
}

function sourcesHash() {
  const hash = createHash('sha256')
  const configs = readdirSync(root).filter(name => /^tsconfig.*\.json$|^package-lock\.json$/.test(name))
  for (const file of [...configs, ...filesIn('src')].sort()) {
    const { mtimeMs, size } = statSync(join(root, file))
    hash.update(`${file} ${mtimeMs} ${size}\n`)
  }
  return hash.digest('hex')
}

function filesIn(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry => {
    const file = `${folder}/${entry.name}`
    if (entry.isDirectory()) return filesIn(file)
    return /\.(ts|tsx|json)$/.test(file) && !file.endsWith('.test.ts') ? [file] : []
  })
}

/** Under `npm start`, the npm that runs us. */
function npm() {
  const script = process.env.npm_execpath
  if (script && /\bnpm-cli\.c?js$/.test(script)) return [process.execPath, script]
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm']
}

async function step(title, [command, ...before], args) {
  const start = Date.now()
  const seconds = () => `${title}… ${Math.round((Date.now() - start) / 1000)} s`
  const show = () => process.stderr.write(process.stderr.isTTY ? `\r${seconds()}` : '')
  process.stderr.write(process.stderr.isTTY ? seconds() : `${title}…\n`)
  const timer = setInterval(show, 1000)
  const { code, output } = await run(command, [...before, ...args])
  clearInterval(timer)
  process.stderr.write(process.stderr.isTTY ? `\r${seconds()}\n` : `${seconds()}\n`)
  if (code !== 0) stop(`${publicPart(output)}\n${title} : ${say.failed}`)
}

function run(command, args) {
  return new Promise(resolve => {
    const options = { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell: command.endsWith('.cmd') }
    const child = spawn(command, args, options)
    let output = ''
    const keep = text => {
      output += text
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', error => resolve({ code: 1, output: String(error) }))
    child.on('close', code => resolve({ code, output }))
  })
}

/** The beginning, which names the fault. Reports are public: the address of a company's registry has no place there. */
function publicPart(output) {
  const lines = output.trimEnd().split('\n')
  return lines
    .slice(0, 40)
    .join('\n')
    .replace(/https?:\/\/[^\s/'"]+/g, 'https://…')
}

async function takeLock() {
  mkdirSync(dirname(lock), { recursive: true })
  for (let waits = 0; ; waits++) {
    try {
      return writeFileSync(lock, String(process.pid), { flag: 'wx' })
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (!isHeld()) rmSync(lock, { force: true })
    if (waits === 5) process.stderr.write(`${say.waiting}…\n`)
    await new Promise(resolve => setTimeout(resolve, 200))
  }
}

function isHeld() {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function language() {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env
  return (LC_ALL || LC_MESSAGES || LANG || 'fr').startsWith('en') ? 'en' : 'fr'
}

function stop(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}
