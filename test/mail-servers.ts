/**
 * OpenSMTPD and Dovecot of Debian, on loopback, in a folder of their own: a message that goes out by the one comes back
 * by the other. Both ask for root: elsewhere the tests of them are skipped.
 */
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
    ? 'needs root'
    : [SMTPD, DOVECOT].every(existsSync)
      ? null
      : 'needs Debian’s opensmtpd and dovecot-imapd'

export type MailServers = {
  readonly smtpUrl: string
  /** With TLS, whose certificate is in `certificate`; the password is not in it. */
  readonly imapUrl: string
  /** Without TLS and with its password, for this machine alone. */
  readonly plainImapUrl: string
  readonly passwordFile: string
  readonly certificate: string
  /** Sends a message to the mailbox, as a debtor would. */
  write(letter: {
    from: string
    text: string
    subject?: string
    inReplyTo?: string
    headers?: Record<string, string>
  }): Promise<void>
  stopImap(): Promise<void>
  startImap(): Promise<void>
  stop(): Promise<void>
}

/** `address` is the one mailbox there is; every other address is handed to the server at `debtorsPort`. */
export async function mailServers(address: string, debtorsPort: number): Promise<MailServers> {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-mail-'))
  chmodSync(folder, 0o755)
  const [smtp, imap, imaps] = [await freePort(), await freePort(), await freePort()]
  const files = prepare(folder, { address, debtorsPort, smtp, imap, imaps })
  const mta = await started(SMTPD, ['-F', '-f', files.smtpd], smtp)
  const startImap = () => started(DOVECOT, ['-F', '-c', files.dovecot], imap)
  let mailboxes = await startImap()
  const user = encodeURIComponent(address)
  return {
    smtpUrl: `smtp://127.0.0.1:${smtp}?ignoreTLS=true`,
    imapUrl: `imaps://${user}@localhost:${imaps}/INBOX`,
    plainImapUrl: `imap://${user}:${PASSWORD}@127.0.0.1:${imap}/INBOX?tls=none`,
    passwordFile: files.password,
    certificate: files.certificate,
    async write({ inReplyTo, subject = 'Re: votre facture', ...letter }) {
      const thread = inReplyTo ? { inReplyTo, references: inReplyTo } : {}
      const transport = createTransport({ host: '127.0.0.1', port: smtp, ignoreTLS: true })
      await transport
        .sendMail({ to: address, subject, ...letter, ...thread })
        .finally(() => transport.close())
    },
    stopImap: () => ended(mailboxes),
    async startImap() {
      mailboxes = await startImap()
    },
    async stop() {
      await ended(mailboxes)
      await ended(mta)
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

const PASSWORD = 'mot-de-passe'

function prepare(
  folder: string,
  about: { address: string; debtorsPort: number; smtp: number; imap: number; imaps: number },
) {
  const inFolder = (name: string) => join(folder, name)
  const [mail, run] = [inFolder('mail'), inFolder('run')]
  mkdirSync(mail)
  mkdirSync(run)
  const id = (flag: '-u' | '-g') => Number(execFileSync('id', [flag, OWNER], { encoding: 'utf8' }))
  chownSync(mail, id('-u'), id('-g'))
  const files = {
    smtpd: inFolder('smtpd.conf'),
    dovecot: inFolder('dovecot.conf'),
    password: inFolder('password'),
    certificate: inFolder('certificate.pem'),
  }
  const key = inFolder('key.pem')
  makeCertificate(key, files.certificate)
  writeFileSync(files.password, `${PASSWORD}\n`, { mode: 0o600 })
  writeFileSync(files.smtpd, smtpdConfiguration(mail, about))
  writeFileSync(files.dovecot, dovecotConfiguration({ folder, mail, run, key, ...files }, about))
  return files
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
  mail: string,
  { address, debtorsPort, smtp }: { address: string; debtorsPort: number; smtp: number },
): string {
  const domain = address.replace(/^.*@/, '')
  return `listen on 127.0.0.1 port ${smtp} hostname mx.${domain}
action "in" maildir "${mail}" virtual { "${address}" = ${OWNER} }
action "out" relay host smtp://127.0.0.1:${debtorsPort} helo mx.${domain}
match from any for domain "${domain}" action "in"
match from any for any action "out"
`
}

function dovecotConfiguration(
  at: { folder: string; mail: string; run: string; key: string; certificate: string },
  { imap, imaps }: { imap: number; imaps: number },
): string {
  return `protocols = imap
listen = 127.0.0.1
base_dir = ${at.run}
log_path = ${join(at.folder, 'dovecot.log')}
ssl = yes
ssl_cert = <${at.certificate}
ssl_key = <${at.key}
disable_plaintext_auth = no
mail_location = maildir:${at.mail}
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
    port = ${imap}
  }
  inet_listener imaps {
    port = ${imaps}
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
