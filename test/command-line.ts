/** The compiled program, run as people run it: one process per command, answers on standard output. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { chmod, mkdtemp, readFile, readlink, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Refusal } from '../src/contract/parts/refusal.ts'
import { checkAnswer } from './e2e/answers.ts'

export const REPOSITORY = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

const PROGRAM = path.join(REPOSITORY, 'dist', 'main.js')

export type Answer = { code: number | null; signal: NodeJS.Signals | null; out: string; err: string }

export type Started = {
  readonly process: ChildProcess
  readonly ended: Promise<Answer>
  /** Resolves with the first line of standard error that matches; rejects when the program ends without it. */
  said(pattern: RegExp): Promise<RegExpMatchArray>
  /** As a power cut does: no time to clean up. Resolves when the process is gone. */
  kill(): Promise<Answer>
}

/** Whatever it answers with `--json` has the shape of the contract, or the test fails. */
export type CommandLine = {
  start(...words: string[]): Started
  run(...words: string[]): Promise<Answer>
  /** Runs with `--json`, expects success and returns the document. */
  json<Output = Record<string, unknown>>(...words: string[]): Promise<Output>
  /** Runs with `--json`, expects a refusal (exit 2) and returns its code. */
  refusal(...words: string[]): Promise<string>
}

export type Environment = {
  data?: string
  databaseUrl?: string
  smtpUrl?: string
  mailFrom?: string
  mailboxesFile?: string
  /** Of the authority that signed the certificates of the servers to reach. */
  certificate?: string
  /** Messages under way at once. */
  connections?: number
  dkimKeys?: string
  /** Of the answers; French unless given, whatever the tester's system speaks. */
  language?: 'fr' | 'en'
  cwd?: string
}

export function commandLine(environment: Environment): CommandLine {
  const options = environment.data === undefined ? [] : ['--data', environment.data]
  const start = (...words: string[]) => {
    const started = launch([...options, ...words], environment)
    const ended = started.ended.then(answer => {
      checkAnswer(words, answer)
      return answer
    })
    return { ...started, ended }
  }
  const run = (...words: string[]) => start(...words).ended
  return {
    start,
    run,
    async json<Output>(...words: string[]) {
      const answer = await run(...words, '--json')
      if (answer.code !== 0) throw new Error(`quittance ${words.join(' ')}: ${describe(answer)}`)
      return JSON.parse(answer.out) as Output
    },
    async refusal(...words) {
      const answer = await run(...words, '--json')
      if (answer.code !== 2)
        throw new Error(`quittance ${words.join(' ')} was not refused: ${describe(answer)}`)
      return refusalOf(answer).code
    },
  }
}

type RefusalShown = { code: string; message: string; params?: Record<string, unknown> | undefined }

export function refusalOf(answer: Answer): RefusalShown {
  return Refusal.parse(JSON.parse(answer.out)).error
}

export function describe({ code, signal, out, err }: Answer): string {
  return `exit ${code ?? signal}\n${out}\n${err}`
}

/** Root's PostgreSQL runs under another account, which has to pass through. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'quittance-e2e-'))
  await chmod(folder, 0o711)
  return folder
}

/** Ends the database that a killed program left behind, then deletes everything. */
export async function removeFolder(folder: string, data = folder): Promise<void> {
  const pid = await postmasterPid(data)
  if (pid !== null) {
    process.kill(pid, 'SIGQUIT')
    while (isAlive(pid)) await sleep(10)
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
}

/** Of the embedded server of a data folder, when it runs. */
export async function postmasterPid(data: string): Promise<number | null> {
  const text = await readFile(path.join(data, 'postgres', 'data', 'postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number.parseInt(text, 10)
  if (!(pid > 0) || !isAlive(pid)) return null
  if (process.platform !== 'linux') return pid
  const cwd = await readlink(`/proc/${pid}/cwd`).catch(() => '')
  return cwd.startsWith(data) ? pid : null
}

/** A process that has ended but that nobody has buried (a container without an init) is not alive. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  if (process.platform !== 'linux') return true
  return !isDefunct(pid)
}

function isDefunct(pid: number): boolean {
  try {
    return /\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return true
  }
}

function launch(words: readonly string[], environment: Environment): Started {
  const child = spawn(process.execPath, [PROGRAM, ...words], {
    cwd: environment.cwd ?? REPOSITORY,
    env: variables(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const answer: Answer = { code: null, signal: null, out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', text => {
    answer.out += text
  })
  child.stderr.setEncoding('utf8').on('data', text => {
    answer.err += text
    child.emit('said')
  })
  const ended = once(child, 'close').then(([code, signal]) => {
    Object.assign(answer, { code, signal })
    child.emit('said')
    return answer
  })
  return {
    process: child,
    ended,
    async said(pattern) {
      for (;;) {
        const found = pattern.exec(answer.err)
        if (found) return found
        if (answer.code !== null || answer.signal !== null)
          throw new Error(`ended without saying ${pattern}: ${describe(answer)}`)
        await once(child, 'said')
      }
    },
    kill() {
      child.kill('SIGKILL')
      return ended
    },
  }
}

/** What the tester's own environment says about Quittance must not change the tests. */
function variables(environment: Environment): NodeJS.ProcessEnv {
  const {
    databaseUrl,
    smtpUrl,
    mailFrom,
    connections,
    dkimKeys,
    mailboxesFile,
    certificate,
    language = 'fr',
  } = environment
  const foreign =
    /^(DATABASE_URL|SMTP_URL|SMTP_CONNECTIONS|DKIM_KEYS|MAIL_FROM|IMAP_URL|MAILBOXES_FILE|QUITTANCE_.*|NODE_OPTIONS|VITEST.*)$/
  const own = Object.entries(process.env).filter(([name]) => !foreign.test(name))
  return {
    ...Object.fromEntries(own),
    QUITTANCE_LANG: language,
    ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
    ...(smtpUrl !== undefined && { SMTP_URL: smtpUrl }),
    ...(mailFrom !== undefined && { MAIL_FROM: mailFrom }),
    ...(mailboxesFile !== undefined && { MAILBOXES_FILE: mailboxesFile }),
    ...(certificate !== undefined && { NODE_EXTRA_CA_CERTS: certificate }),
    ...(connections !== undefined && { SMTP_CONNECTIONS: String(connections) }),
    ...(dkimKeys !== undefined && { DKIM_KEYS: dkimKeys }),
  }
}
