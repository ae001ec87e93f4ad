/** What every channel that carries e-mails owes its caller, run on each of them. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterEach, describe, expect, test } from 'vitest'
import { day } from '../domain/date.ts'
import type { Channel, Message } from './channel.ts'
import { emailChannel } from './email.ts'
import { emlFolderChannel } from './eml-folder.ts'

/** A channel, what has come out of it so far, and a way to make its carrier unavailable. */
type Bench = { channel: Channel; delivered(): Promise<Buffer[]>; breakDown(): Promise<void> }

const cleanups: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

const message: Message = {
  idempotencyKey: 'org-1/NORD/DURAND/2026-02-16/j1',
  caseId: 'NORD/DURAND',
  step: 'j1',
  day: day('2026-02-16'),
  writtenAt: '2026-02-16T08:00:00Z',
  from: { name: 'Atelier Nord', address: 'compta@atelier-nord.example' },
  to: { name: 'Camille Durand', address: 'compta@durand.example' },
  replyTo: { address: 'relances@atelier-nord.example' },
  language: 'fr',
  subject: 'Facture F-1 échue\u00A0: un oubli\u00A0? — 1\u00A0234,56\u00A0€',
  text: 'Bonjour,\n\n.\nSauf erreur, 1\u00A0234,56\u00A0€ à régler avant le 1ᵉʳ mars.\n.suite\n',
  html: '<!doctype html><p>À régler&nbsp;: 1 234,56 € — « merci »</p>',
  attachments: [
    {
      filename: 'facture-été.pdf',
      contentType: 'application/pdf',
      content: new Uint8Array([37, 80, 68, 70, 0, 255]),
    },
  ],
}

const agree = { beforeHandover: async () => true }

describe.each([
  ['email', emailBench],
  ['eml-folder', folderBench],
])('%s', (_, open) => {
  test('sends once, after the handover was recorded, and gives a receipt', async () => {
    const { channel, delivered } = await open()
    let deliveredAtHandover = -1
    const beforeHandover = async () => {
      deliveredAtHandover = (await delivered()).length
      return true
    }
    const receipt = await channel.send(message, { beforeHandover })
    expect(receipt).toMatchObject({
      kind: 'sent',
      providerId: expect.stringMatching(/^<[0-9a-f]{32}@atelier-nord\.example>$/),
    })
    expect(deliveredAtHandover).toBe(0)
    expect(await delivered()).toHaveLength(1)
  })

  test('carries every character, and what stands alone on its line', async () => {
    const { channel, delivered } = await open()
    await channel.send(message, agree)
    const bytes = await only(delivered)
    expect(bytes.toString('latin1')).not.toMatch(/(?<!\r)\n/)
    const mail = await PostalMime.parse(bytes)
    expect(mail.subject).toBe(message.subject)
    expect(mail.text?.replaceAll('\r\n', '\n').trimEnd()).toBe(message.text.trimEnd())
    expect(mail.html?.trim()).toBe(message.html)
    expect(mail.from).toMatchObject({ name: 'Atelier Nord', address: 'compta@atelier-nord.example' })
    expect(mail.to).toMatchObject([{ name: 'Camille Durand', address: 'compta@durand.example' }])
    expect(mail.replyTo).toMatchObject([{ address: 'relances@atelier-nord.example' }])
    expect(mail.headers).toContainEqual(expect.objectContaining({ key: 'content-language', value: 'fr' }))
    expect(mail.date).toBe('2026-02-16T08:00:00.000Z')
    expect(mail.attachments[0]?.filename).toBe('facture-été.pdf')
    expect(Buffer.from(mail.attachments[0]?.content as ArrayBuffer)).toEqual(
      Buffer.from(message.attachments?.[0]?.content ?? []),
    )
  })

  test('the same key has the same Message-ID and the same bytes; another key has others', async () => {
    const [first, second] = [await open(), await open()]
    const receipts = [await first.channel.send(message, agree), await second.channel.send(message, agree)]
    expect(receipts[0]).toMatchObject({ providerId: (receipts[1] as { providerId: string }).providerId })
    expect(await only(first.delivered)).toEqual(await only(second.delivered))
    const other = await first.channel.send({ ...message, idempotencyKey: 'another' }, agree)
    expect(other).not.toMatchObject({ providerId: (receipts[0] as { providerId: string }).providerId })
  })

  test.each([
    ['says no', async () => false],
    [
      'throws',
      async () => {
        throw new Error('paid meanwhile')
      },
    ],
  ])(
    'withheld when the caller %s: nothing leaves, and the next message does',
    async (_how, beforeHandover) => {
      const { channel, delivered } = await open()
      expect(await channel.send(message, { beforeHandover })).toMatchObject({ kind: 'withheld' })
      expect(await delivered()).toEqual([])
      expect(await channel.send(message, agree)).toMatchObject({ kind: 'sent' })
      expect(await delivered()).toHaveLength(1)
    },
  )

  test('several at once, each asked for once', async () => {
    const { channel, delivered } = await open()
    let asked = 0
    const beforeHandover = async () => ++asked > 0
    const keys = ['a', 'b', 'c', 'd', 'e']
    const all = keys.map(key => channel.send({ ...message, idempotencyKey: key }, { beforeHandover }))
    expect((await Promise.all(all)).map(receipt => receipt.kind)).toEqual(keys.map(() => 'sent'))
    expect(asked).toBe(5)
    expect(await delivered()).toHaveLength(5)
  })

  test.each([
    'compta@durand.example\r\nBcc: x@evil.example',
    'compta@durand.example, x@evil.example',
    '"x@evil.example" <compta@durand.example>',
    'compta@durand.example> NOTIFY=NEVER',
    'no address',
    '',
  ])('an address that is none fails for good: %j', async address => {
    const { channel, delivered } = await open()
    for (const bad of [{ to: { address } }, { from: { address } }, { replyTo: { address } }]) {
      expect(await channel.send({ ...message, ...bad }, agree)).toMatchObject({ kind: 'permanent' })
    }
    expect(await delivered()).toEqual([])
  })

  test('a line break in a subject, a name, a language or a file name starts no header', async () => {
    const { channel, delivered } = await open()
    const injection = 'x\r\nBcc: x@evil.example\n\nbody'
    const content = new Uint8Array([1])
    const receipt = await channel.send(
      {
        ...message,
        subject: injection,
        language: injection,
        from: { ...message.from, name: injection },
        to: { ...message.to, name: `${injection}, y@evil.example` },
        attachments: [{ filename: injection, contentType: `text/plain${injection}`, content }],
      },
      agree,
    )
    expect(receipt).toMatchObject({ kind: 'sent' })
    const mail = await PostalMime.parse(await only(delivered))
    expect(mail.bcc ?? []).toEqual([])
    expect(mail.to).toHaveLength(1)
    expect(mail.subject).toBe('x Bcc: x@evil.example body')
    expect(mail.headers.map(({ key }) => key)).not.toContain('bcc')
  })

  test('a carrier that is unavailable is a temporary failure, and the handover is not asked for', async () => {
    const { channel, breakDown } = await open()
    await breakDown()
    let asked = false
    const beforeHandover = async () => {
      asked = true
      return true
    }
    expect(await channel.send(message, { beforeHandover })).toMatchObject({ kind: 'temporary' })
    expect(asked).toBe(false)
  })
})

test('eml-folder: a retry after a receipt that got lost writes nothing new, and does not ask again', async () => {
  const { channel, delivered } = await folderBench()
  const first = await channel.send(message, agree)
  const again = await channel.send(
    { ...message, text: 'another text' },
    { beforeHandover: () => Promise.reject(new Error('asked again')) },
  )
  expect(again).toEqual(first)
  expect(await delivered()).toHaveLength(1)
})

test('eml-folder: two tries of one message at the same time leave one file', async () => {
  const { channel, delivered } = await folderBench()
  const both = await Promise.all([channel.send(message, agree), channel.send(message, agree)])
  expect(both.map(({ kind }) => kind)).toEqual(['sent', 'sent'])
  expect(await delivered()).toHaveLength(1)
})

test('eml-folder: the name tells day, case and step', async () => {
  const { channel, folder } = await folderBench()
  await channel.send(message, agree)
  expect(await readdir(folder)).toEqual([
    expect.stringMatching(/^2026-02-16-NORD-DURAND-j1-[0-9a-f]{12}\.eml$/),
  ])
})

async function only(delivered: Bench['delivered']): Promise<Buffer> {
  const all = await delivered()
  expect(all).toHaveLength(1)
  return all[0] as Buffer
}

async function emailBench(): Promise<Bench> {
  const messages: Buffer[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        messages.push(Buffer.concat(chunks))
        callback(null, 'queued')
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', () => resolve()))
  const stop = () => new Promise<void>(resolve => server.close(() => resolve()))
  const channel = emailChannel(`smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`)
  cleanups.push(stop, () => channel.close())
  return { channel, delivered: async () => [...messages], breakDown: stop }
}

async function folderBench(): Promise<Bench & { folder: string }> {
  const parent = await mkdtemp(join(tmpdir(), 'quittance-eml-'))
  cleanups.push(() => rm(parent, { recursive: true, force: true }))
  const folder = join(parent, 'outbox')
  return {
    channel: emlFolderChannel(folder),
    folder,
    async delivered() {
      const names = await readdir(folder).catch(() => [])
      const complete = names.filter(name => !name.endsWith('.part'))
      return Promise.all(complete.map(name => readFile(join(folder, name))))
    },
    breakDown: () => writeFile(folder, 'a file where the folder should be'),
  }
}
