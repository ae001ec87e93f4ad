/** A mailbox read by IMAP, in a real server: each message once, none changed unless asked, through outages. */
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { ImapFlow } from 'imapflow'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type ImapServer, imapServer, mailServersMissing } from '../../test/mail-servers.ts'
import { imapMailbox } from './inbound-mail.ts'
import type { MailReader, ReadUpTo } from './mailbox.ts'

const US = 'relances@atelier.example'

/** Remembers what it takes; says `taken` when it has taken something. */
function memory(largest = 10_000) {
  const subjects: string[] = []
  const state = { place: null as ReadUpTo | null, taken: () => {} }
  const reader: MailReader = {
    place: async () => state.place,
    since: '2026-01-01T00:00:00.000Z',
    largest,
    async take({ bytes, place }) {
      subjects.push(
        bytes === null ? 'too large' : (/^Subject: (.*)$/m.exec(Buffer.from(bytes).toString())?.[1] ?? ''),
      )
      state.place = place
      state.taken()
    },
  }
  return { subjects, state, reader }
}

/** A line to a port of this machine, that can be cut: who was connected is not any more, and can connect again. */
async function lineTo(target: number) {
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    const other = connect(target, '127.0.0.1')
    for (const end of [socket, other]) sockets.add(end.on('error', () => {}))
    socket.pipe(other).pipe(socket)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const cut = () => {
    for (const socket of sockets) socket.destroy()
    sockets.clear()
  }
  const close = () => {
    cut()
    server.close()
  }
  return { port: (server.address() as AddressInfo).port, cut, close }
}

describe.skipIf(mailServersMissing)(`in Dovecot (${mailServersMissing ?? 'here'})`, () => {
  let server: ImapServer
  beforeAll(async () => {
    server = await imapServer(US)
  })
  afterAll(() => server?.stop())

  const mailbox = (more = '') =>
    imapMailbox({ creditor: null, url: `${server.plainUrl}${more}`, password: null })

  /** As the owner of the mailbox, by a client of its own. */
  const asOwner = async <Output>(work: (client: ImapFlow) => Promise<Output>): Promise<Output> => {
    const { hostname, port, password } = new URL(server.plainUrl)
    const auth = { user: US, pass: password }
    const client = new ImapFlow({
      host: hostname,
      port: Number(port),
      secure: false,
      doSTARTTLS: false,
      auth,
      logger: false,
    })
    await client.connect()
    await client.mailboxOpen('INBOX')
    return work(client).finally(() => client.logout())
  }
  const arrive = (subject: string, { size = 0, on = new Date() } = {}) =>
    asOwner(client =>
      client.append(
        'INBOX',
        `From: x@y.example\r\nSubject: ${subject}\r\n\r\n${'x'.repeat(size)}\r\n`,
        [],
        on,
      ),
    )
  const inFolder = (folder: string) =>
    asOwner(async client => {
      await client.mailboxOpen(folder)
      const found = await client.fetchAll('1:*', { envelope: true, flags: true }).catch(() => [])
      return found.map(({ envelope, flags }) => [envelope?.subject, [...(flags ?? [])].includes('\\Seen')])
    })

  beforeEach(() =>
    asOwner(async client => {
      await client.messageDelete('1:*')
    }),
  )

  test('what is new is read once, the oldest first, and left as it was', async () => {
    const { subjects, reader } = memory()
    await arrive('un')
    await arrive('deux')
    await mailbox().read(reader)
    await mailbox().read(reader)
    await arrive('trois')
    await mailbox().read(reader)
    expect(subjects).toEqual(['un', 'deux', 'trois'])
    expect(await inFolder('INBOX')).toEqual([
      ['un', false],
      ['deux', false],
      ['trois', false],
    ])
  })

  test('the first time, and when the folder was made anew, what is old is left alone', async () => {
    const { subjects, state, reader } = memory()
    await arrive('ancien', { on: new Date('2025-06-01') })
    await arrive('récent')
    await mailbox().read(reader)
    expect(subjects).toEqual(['récent'])
    state.place = { uidValidity: 1n, lastUid: 1_000_000 }
    await mailbox().read(reader)
    expect(subjects).toEqual(['récent', 'récent'])
  })

  test('what failed to be kept is asked for again', async () => {
    const { subjects, reader } = memory()
    await arrive('un')
    const failing = { ...reader, take: () => Promise.reject(new Error('database away')) }
    await expect(mailbox().read(failing)).rejects.toThrow('database away')
    await mailbox().read(reader)
    expect(subjects).toEqual(['un'])
  })

  test('one that is too large is told of, not fetched, and the next is read', async () => {
    const { subjects, reader } = memory(2000)
    await arrive('lourd', { size: 5000 })
    await arrive('léger')
    await mailbox().read(reader)
    expect(subjects).toEqual(['too large', 'léger'])
  })

  test('marked as seen, or moved, when the URL asks for it', async () => {
    const { reader } = memory()
    await arrive('un')
    await mailbox('&mark=seen').read(reader)
    expect(await inFolder('INBOX')).toEqual([['un', true]])
    await arrive('deux')
    await mailbox('&move=Lus').read(reader)
    expect(await inFolder('INBOX')).toEqual([['un', true]])
    expect(await inFolder('Lus')).toEqual([['deux', false]])
  })

  test('on watch, messages are told as they come, also once the server is back', async () => {
    const { subjects, state, reader } = memory()
    const taken = () =>
      new Promise<void>(resolve => {
        state.taken = resolve
      })
    const problems: string[] = []
    const stop = new AbortController()
    await arrive('avant')
    const first = taken()
    const line = await lineTo(Number(new URL(server.plainUrl).port))
    const url = server.plainUrl.replace(/:\d+\//, `:${line.port}/`)
    const watching = imapMailbox({ creditor: null, url, password: null }).watch(
      reader,
      stop.signal,
      problem => problems.push(problem),
    )
    await first
    const second = taken()
    await arrive('pendant')
    await second
    line.cut()
    const third = taken()
    await arrive('après')
    await third
    stop.abort()
    await watching
    expect(subjects).toEqual(['avant', 'pendant', 'après'])
    expect(problems).toEqual([expect.stringMatching(/^relances@atelier\.example@127/)])
    line.close()
  })

  test('a wrong password, an unknown folder and a server that is away are said in words, without the password', async () => {
    const secret = (await readFile(server.passwordFile, 'utf8')).trim()
    const refusal = async (url: string, password: string | null = null) => {
      const message = await imapMailbox({ creditor: null, url, password })
        .check()
        .then(
          () => 'opened',
          (error: Error) => error.message,
        )
      expect(message).not.toContain(secret)
      return message
    }
    expect(await refusal(server.plainUrl)).toBe('opened')
    expect(await refusal(server.plainUrl, 'faux')).toMatch(
      /relances@atelier\.example@127.*Authentication failed/,
    )
    expect(await refusal(server.plainUrl.replace('INBOX', 'Absent'))).toMatch(/doesn't exist/)
    expect(await refusal(server.plainUrl.replace(/:\d+\//, ':1/'))).toMatch(/ECONNREFUSED/)
  })

  test('a password never travels to a server whose certificate is not trusted', async () => {
    const check = (url: string) => imapMailbox({ creditor: null, url, password: 'secret' }).check()
    await expect(check(server.url)).rejects.toThrow(/certificate/)
    await expect(check(server.plainUrl.replace('?tls=none', ''))).rejects.toThrow(/certificate/)
  })
})
