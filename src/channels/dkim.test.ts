/** What is signed here is verified by another program (mailauth), with the public key where DNS would have it. */
import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../domain/date.ts'
import type { Message } from './channel.ts'
import { type DkimKey, readDkimKeys } from './dkim.ts'
import { type MimeMessage, writeMime } from './mime-message.ts'

const NAME = 'q2026._domainkey.atelier-nord.example'
let folder: string
let keys: DkimKey[]
let record: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quittance-dkim-'))
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const weak = generateKeyPairSync('rsa', { modulusLength: 512 })
  const curve = generateKeyPairSync('ed25519')
  const pem = { type: 'pkcs8', format: 'pem' } as const
  await writeFile(join(folder, `${NAME}.pem`), pair.privateKey.export(pem))
  await writeFile(join(folder, 'k._domainkey.weak.example.pem'), weak.privateKey.export(pem))
  await writeFile(join(folder, 'k._domainkey.curve.example.pem'), curve.privateKey.export(pem))
  await writeFile(join(folder, 'k._domainkey.torn.example.pem'), 'no key at all')
  await writeFile(join(folder, 'mine.pem'), pair.privateKey.export(pem))
  await writeFile(join(folder, 'notes.txt'), 'not looked at')
  keys = readDkimKeys(folder)
  record = `v=DKIM1; k=rsa; p=${pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const message: Message = {
  idempotencyKey: 'org-1/NORD/DURAND/2026-02-16/j1',
  caseId: 'NORD/DURAND',
  step: 'j1',
  day: day('2026-02-16'),
  writtenAt: '2026-02-16T08:00:00Z',
  from: { name: 'Atelier Nord', address: 'compta@atelier-nord.example' },
  to: { address: 'compta@durand.example' },
  replyTo: { address: 'relances@atelier-nord.example' },
  thread: ['<first@atelier-nord.example>'],
  language: 'fr',
  subject: 'Facture F-1 échue\u00A0: un oubli\u00A0?',
  text: 'Bonjour,  \n\n.\nÀ régler : 1 234,56 €.   \n\n\n',
  html: '<p>À régler</p>',
  attachments: [{ filename: 'été.pdf', contentType: 'application/pdf', content: new Uint8Array(90_000) }],
}

test('the signature holds, over the headers that a reader trusts; one byte more and it does not', async () => {
  const { raw } = await written(message)
  const [result] = await verify(raw)
  expect(result).toMatchObject({
    status: { result: 'pass', aligned: 'atelier-nord.example' },
    signingDomain: 'atelier-nord.example',
    selector: 'q2026',
    algo: 'rsa-sha256',
  })
  const covered = /\bh=([^;]+);/
    .exec(raw.toString('latin1').replace(/\r\n\s+/g, ''))?.[1]
    ?.toLowerCase()
    .split(':')
  expect(covered).toEqual(
    expect.arrayContaining([
      'from',
      'to',
      'subject',
      'date',
      'message-id',
      'reply-to',
      'in-reply-to',
      'references',
    ]),
  )
  for (const [from, to] of [
    ['To: compta@durand.example', 'To: compta@durand.evil.example'],
    ['Content-Type: application/pdf', 'Content-Type: application/xxx'],
  ] as const) {
    const text = raw.toString('latin1')
    expect(text).toContain(from)
    const [changed] = await verify(Buffer.from(text.replace(from, to), 'latin1'))
    expect(changed?.status.result).not.toBe('pass')
  }
})

test('the same message has the same signature', async () => {
  expect((await written(message)).raw).toEqual((await written(message)).raw)
})

test('a domain signs for those below it, and for nobody else', async () => {
  const from = (address: string) => written({ ...message, from: { address } })
  const below = await from('compta@relances.atelier-nord.example')
  expect((await verify(below.raw))[0]?.status.result).toBe('pass')
  for (const address of ['a@autre.example', 'a@xatelier-nord.example'])
    expect((await from(address)).raw.toString('latin1')).not.toMatch(/^DKIM-Signature/im)
})

test('a key that can not sign is named, and its messages wait', async () => {
  expect(keys.map(({ name, problem }) => [name, problem !== null])).toEqual([
    ['k._domainkey.curve.example', true],
    ['k._domainkey.torn.example', true],
    ['k._domainkey.weak.example', true],
    ['mine', true],
    [NAME, false],
  ])
  for (const domain of ['curve', 'torn', 'weak']) {
    const failed = await writeMime({ ...message, from: { address: `a@${domain}.example` } }, keys)
    expect(failed).toMatchObject({ kind: 'temporary', detail: expect.stringContaining(`${domain}.example`) })
  }
})

async function written(one: Message): Promise<MimeMessage> {
  const mime = await writeMime(one, keys)
  if ('kind' in mime) throw new Error(mime.detail)
  return mime
}

async function verify(raw: Buffer) {
  const resolver = async (name: string) => {
    if (name === NAME) return [[record]]
    throw Object.assign(new Error(name), { code: 'ENOTFOUND' })
  }
  return (await dkimVerify(raw, { resolver })).results
}
