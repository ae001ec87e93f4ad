import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ImapFlow } from 'imapflow'
import type { Mailbox, MailReader } from './mailbox.ts'

/**
 * An IMAP mailbox: `imaps://user@host/INBOX`, or `imap://` with STARTTLS; `tls=none` is for servers of this machine.
 * Read-only, unless the URL says `mark=seen` or `move=FOLDER`. A name with an @ is written with `%40`.
 */
export function imapMailbox({ creditor, url, password }: ImapAccess): Mailbox {
  const account = accountOf(url, password)
  return {
    name: account.name,
    creditor,
    read: reader => withFolder(account, reader.largest, client => readNew(client, account, reader)),
    async watch(reader, stop, lost) {
      for (let failures = 0; !stop.aborted; ) {
        try {
          await withFolder(account, reader.largest, async client => {
            failures = 0
            await follow(client, stop, () => readNew(client, account, reader))
          })
        } catch (error) {
          lost(reasonOf(error))
          await pause(Math.min(RETRY_MS * 2 ** failures++, LONGEST_RETRY_MS), stop)
        }
      }
    },
    check: () => withFolder(account, 0, async () => {}),
  }
}

/** A password of its own stands for the one of the URL, which need not hold any. */
export type ImapAccess = {
  readonly creditor: string | null
  readonly url: string
  readonly password: string | null
}

type Account = ReturnType<typeof accountOf>

const RETRY_MS = 1000
const LONGEST_RETRY_MS = 60_000
/** Servers that forget to tell what comes in, or can't, are asked. */
const POLL_MS = 120_000
/** After which quiet the server is asked to tell by itself (IDLE, RFC 2177). */
const IDLE_AFTER_MS = 500

function accountOf(url: string, password: string | null) {
  const { protocol, hostname, port, username, password: inUrl, pathname, searchParams } = new URL(url)
  const secure = protocol === 'imaps:'
  const folder = decodeURIComponent(pathname.slice(1)) || 'INBOX'
  const user = decodeURIComponent(username)
  return {
    name: `${user}@${hostname}${port === '' ? '' : `:${port}`}/${folder}`,
    folder,
    marksSeen: searchParams.get('mark') === 'seen',
    movesTo: searchParams.get('move'),
    connection: {
      host: hostname.replace(/^\[|\]$/g, ''),
      port: port === '' ? (secure ? 993 : 143) : Number(port),
      secure,
      ...(secure ? {} : { doSTARTTLS: searchParams.get('tls') !== 'none' }),
      auth: { user, pass: password ?? decodeURIComponent(inUrl) },
    },
  }
}

/** Opens the folder, works, leaves. What the server says in refusing is the message of the error. */
async function withFolder(
  account: Account,
  largest: number,
  work: (client: ImapFlow) => Promise<void>,
): Promise<void> {
  const imap = await import('imapflow') // loaded where a mailbox is read alone: the other commands start sooner
  const client = new imap.ImapFlow({
    ...account.connection,
    logger: false,
    autoIdleDelay: IDLE_AFTER_MS,
    // Sizes that servers announce are sometimes estimates.
    maxLiteralSize: 2 * Math.max(largest, 2 ** 20),
  })
  // Without a listener a lost connection would end the program; the command under way fails too.
  client.on('error', () => {})
  try {
    await client.connect()
    if (account.movesTo !== null) await client.mailboxCreate(account.movesTo)
    await client.mailboxOpen(account.folder, { readOnly: !account.marksSeen && account.movesTo === null })
    await work(client)
    await client.logout()
  } catch (error) {
    throw new Error(`${account.name}: ${reasonOf(error)}`, { cause: error })
  } finally {
    client.close()
  }
}

async function readNew(client: ImapFlow, account: Account, reader: MailReader): Promise<void> {
  if (!client.mailbox) throw new Error('the folder was closed')
  const { uidValidity } = client.mailbox
  const place = await reader.place()
  const known = place?.uidValidity === uidValidity ? place.lastUid : null
  for (const uid of await uidsAfter(client, known, reader.since)) {
    const size = await sizeOf(client, uid)
    if (size === null) continue
    const bytes = size > reader.largest ? null : await bytesOf(client, uid)
    const isTooLarge = bytes === null || bytes.length > reader.largest
    await reader.take({ uid, size, bytes: isTooLarge ? null : bytes, place: { uidValidity, lastUid: uid } })
    if (account.marksSeen) await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true })
    if (account.movesTo !== null) await client.messageMove(String(uid), account.movesTo, { uid: true })
  }
}

/** `n:*` gives the last message even where its UID is smaller (RFC 9051, 6.4.8), hence the filter. */
async function uidsAfter(client: ImapFlow, last: number | null, since: string): Promise<number[]> {
  const wanted = last === null ? { since: new Date(since) } : { uid: `${last + 1}:*` }
  const found = await client.search(wanted, { uid: true })
  if (!found) throw new Error('the server refused to search')
  return found.filter(uid => last === null || uid > last).sort((a, b) => a - b)
}

/** Null of a message deleted meanwhile. */
async function sizeOf(client: ImapFlow, uid: number): Promise<number | null> {
  const found = await client.fetchOne(String(uid), { size: true }, { uid: true })
  return found ? (found.size ?? 0) : null
}

async function bytesOf(client: ImapFlow, uid: number): Promise<Uint8Array | null> {
  const found = await client.fetchOne(String(uid), { source: true }, { uid: true })
  return found ? (found.source ?? null) : null
}

/** Reads each time the server tells of a message, and now and then all the same. */
async function follow(client: ImapFlow, stop: AbortSignal, readAll: () => Promise<void>): Promise<void> {
  let hasNews = true
  const wake = new EventTarget()
  const tell = () => wake.dispatchEvent(new Event('news'))
  client.on('exists', () => {
    hasNews = true
    tell()
  })
  client.on('close', tell)
  while (!stop.aborted) {
    if (!client.usable) throw new Error('the connection was lost')
    hasNews = false
    await readAll()
    if (hasNews || stop.aborted || !client.usable) continue
    const woken = new AbortController()
    const either = AbortSignal.any([stop, woken.signal])
    await Promise.race([once(wake, 'news', { signal: either }), pause(POLL_MS, either)]).catch(() => {})
    woken.abort()
  }
}

async function pause(ms: number, stop: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal: stop }).catch(() => {})
}

/** IMAP's own words where the server gave some: a wrong password is « Authentication failed. », not « Command failed ». */
function reasonOf(error: unknown): string {
  const { responseText, message } = error as Error & { responseText?: string }
  return responseText ?? message
}
