/** OpenSMTPD and Dovecot of Debian, on loopback, in folders of their own. They ask for root: elsewhere tests skip them. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createTransport } from 'nodemailer'

const SMTPD = '/usr/sbin/smtpd'
const DOVECOT = '/usr/sbin/dovecot'
/** OpenSMTPD's control socket has one place, so one runs at a time. */
const SMTPD_SOCKET = '/run/smtpd.sock'
/** Mail is stored under an account of no consequence, as both servers demand. */
const OWNER = 'nobody'

/** Why these servers can't be run here; null when they can. */
export const mailServersMissing: string | null =
  process.getuid?.() !== 0
    ? 'they need root'
    : [SMTPD, DOVECOT].every(existsSync)
      ? null
      : 'they need Debian’s opensmtpd and dovecot-imapd'

export type ImapServer = {
  /** With TLS, whose certificate is in `certificate`; the password is in `passwordFile`. */
  readonly url: string
  /** Without TLS and with its password, for this machine alone. */
  readonly plainUrl: string
  readonly passwordFile: string
  readonly certificate: string
  /** Where its messages lie, as files. */
  readonly maildir: string
  stop(): Promise<void>
}

/** Dovecot, with the one mailbox of that address. */
export async function imapServer(address: string): Promise<ImapServer> {
  const folder = newFolder()
  const inFolder = (name: string) => join(folder, name)
  const [maildir, configuration] = [inFolder('mail'), inFolder('dovecot.conf')]
  const [passwordFile, certificate, key] = [
    inFolder('password'),
    inFolder('certificate.pem'),
    inFolder('key.pem'),
  ]
  const [imap, imaps] = [await freePort(), await freePort()]
  mkdirSync(inFolder('run'))
  mkdirSync(maildir)
  const id = (flag: '-u' | '-g') => Number(execFileSync('id', [flag, OWNER], { encoding: 'utf8' }))
  chownSync(maildir, id('-u'), id('-g'))
  makeCertificate(key, certificate)
  writeFileSync(passwordFile, `${PASSWORD}\n`, { mode: 0o600 })
  writeFileSync(configuration, dovecotConfiguration({ folder, maildir, key, certificate, imap, imaps }))
  const running = await started(DOVECOT, ['-F', '-c', configuration], imap)
  const user = encodeURIComponent(address)
  return {
    url: `imaps://${user}@localhost:${imaps}/INBOX`,
    plainUrl: `imap://${user}:${PASSWORD}@127.0.0.1:${imap}/INBOX?tls=none`,
    passwordFile,
    certificate,
    maildir,
    async stop() {
      await ended(running)
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

export type SmtpServer = {
  readonly url: string
  /** Sends a message to the mailbox, as a debtor would. */
  write(letter: {
    from: string
    text: string
    subject?: string
    inReplyTo?: string
    headers?: Record<string, string>
  }): Promise<void>
  stop(): Promise<void>
}

/** OpenSMTPD, which puts what is for that address in the Maildir and hands all else to the server at `debtorsPort`. */
export async function smtpServer(address: string, maildir: string, debtorsPort: number): Promise<SmtpServer> {
  const folder = newFolder()
  const configuration = join(folder, 'smtpd.conf')
  const port = await freePort()
  writeFileSync(configuration, smtpdConfiguration(address, maildir, { port, debtorsPort }))
  const running = await started(SMTPD, ['-F', '-f', configuration], port)
  return {
    url: `smtp://127.0.0.1:${port}?ignoreTLS=true`,
    async write({ inReplyTo, subject = 'Re: votre facture', ...letter }) {
      const thread = inReplyTo ? { inReplyTo, references: inReplyTo } : {}
      const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true })
      await transport
        .sendMail({ to: address, subject, ...letter, ...thread })
        .finally(() => transport.close())
    },
    async stop() {
      await ended(running)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const PASSWORD = 'mot-de-passe'

/** Both servers give up being root, and have to pass through all the same. */
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-mail-'))
  chmodSync(folder, 0o755)
  return folder
}

function makeCertificate(key: string, certificate: string): void {
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  execFileSync(
    'openssl',
    ['req', '-x509', ...curve, '-keyout', key, '-out', certificate, '-days', '2', ...subject],
    {
      stdio: 'ignore',
    },
  )
}

function smtpdConfiguration(
  address: string,
  maildir: string,
  { port, debtorsPort }: { port: number; debtorsPort: number },
): string {
  const domain = address.replace(/^.*@/, '')
  return `listen on 127.0.0.1 port ${port} hostname mx.${domain}
action "in" maildir "${maildir}" virtual { "${address}" = ${OWNER} }
action "out" relay host smtp://127.0.0.1:${debtorsPort} helo mx.${domain}
match from any for domain "${domain}" action "in"
match from any for any action "out"
`
}

function dovecotConfiguration(at: {
  folder: string
  maildir: string
  key: string
  certificate: string
  imap: number
  imaps: number
}): string {
  return `protocols = imap
listen = 127.0.0.1
base_dir = ${join(at.folder, 'run')}
log_path = ${join(at.folder, 'dovecot.log')}
ssl = yes
ssl_cert = <${at.certificate}
ssl_key = <${at.key}
disable_plaintext_auth = no
auth_failure_delay = 0
mail_location = maildir:${at.maildir}
first_valid_uid = 1
passdb {
  driver = static
  args = password=${PASSWORD}
}
userdb {
  driver = static
  args = uid=${OWNER} gid=nogroup home=${at.folder}
}
service imap-login {
  inet_listener imap {
    port = ${at.imap}
  }
  inet_listener imaps {
    port = ${at.imaps}
    ssl = yes
  }
}
`
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}

/** Waits until it listens; what it said is the error when it ends instead. */
async function started(program: string, words: string[], port: number): Promise<ChildProcess> {
  while (program === SMTPD && existsSync(SMTPD_SOCKET) && (await listens(SMTPD_SOCKET))) await sleep(200)
  const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', text => (said += text))
  while (!(await listens(port))) {
    if (child.exitCode !== null) throw new Error(`${program} ended: ${said}`)
    await sleep(50)
  }
  return child
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

function listens(at: number | string): Promise<boolean> {
  const socket = typeof at === 'number' ? connect(at, '127.0.0.1') : connect(at)
  return new Promise(resolve => {
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
  }).then(answer => {
    socket.destroy()
    return answer as boolean
  })
}
