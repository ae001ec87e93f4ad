/** What no honest message is: refused with a sentence, within bounds, and never thrown upon. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { isEmail, readEmail } from './email.ts'

const HEADER = 'From: a@nord.example\r\nDate: Tue, 3 Mar 2026 09:12:31 +0100\r\nMIME-Version: 1.0\r\n'
const fixtures = fileURLToPath(new URL('../../../test/fixtures', import.meta.url))
const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('refused', () => {
  const nested = Array.from(
    { length: 200 },
    (_, depth) => `Content-Type: multipart/mixed; boundary="b${depth}"\r\n\r\n--b${depth}\r\n`,
  ).join('')
  test.each([
    ['nested beyond reason', `${HEADER}${nested}`, 'email-too-nested'],
    [
      'divided beyond reason',
      `${HEADER}Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\n'.repeat(30_000)}`,
      'email-too-nested',
    ],
    ['headers without end', `${HEADER}X-Long: ${'x'.repeat(400_000)}\r\n\r\nBonjour`, 'email-too-nested'],
    ['a plain text', 'Bonjour,\n\nNous contestons cette facture.\n', 'no-email'],
    ['a text that begins like one', 'De : Marc\nObjet : facture\n\nBonjour', 'no-email'],
    ['printed by Outlook', 'From: Marc\nSent: Tuesday\nTo: Nord\nSubject: Invoice\n\nHello', 'no-email'],
    ['nothing', '', 'no-email'],
  ])('%s', async (_name, text, code) => {
    const { email, problems } = await readEmail(bytesOf(text))
    expect(email).toBeNull()
    expect(problems.map(problem => problem.code)).toEqual([code])
  })

  test('a message too large', async () => {
    const { problems } = await readEmail(new Uint8Array(2 ** 26 + 1))
    expect(problems.map(({ code }) => code)).toEqual(['email-too-large'])
  })
})

test('messages within messages are left closed', async () => {
  const inner = 'Content-Type: message/rfc822\r\n\r\n'.repeat(5000)
  const { email } = await readEmail(bytesOf(`${HEADER}${inner}Nous contestons tout.`))
  expect(email).toMatchObject({ class: 'reply', newText: '', suggestions: [] })
})

test('long lines, unclosed tags and lone quotes are read like any others', async () => {
  const wild = [`<a "'`.repeat(40_000), '<style '.repeat(30_000), '&'.repeat(200_000), ' '.repeat(250_000)]
  for (const body of wild) {
    const { email } = await readEmail(bytesOf(`${HEADER}Content-Type: text/html\r\n\r\n${body}x`))
    expect(email?.class).toBe('reply')
  }
  const text = `${'> '.repeat(60_000)}\n${'le 3 '.repeat(40_000)}\n${'nous avons '.repeat(20_000)}`
  expect((await readEmail(bytesOf(`${HEADER}\r\n${text}`))).email?.class).toBe('reply')
})

test('no table of ours is taken for a message', () => {
  const tables = ['csv', 'fec', 'contacts', 'bank-csv', 'ofx', 'qif', 'mt940', 'cfonb-120', 'cii', 'ubl']
  const files = tables.flatMap(kind =>
    readdirSync(join(fixtures, kind)).map(file => join(fixtures, kind, file)),
  )
  expect(files.filter(file => isEmail(readFileSync(file)))).toEqual([])
})

test('a message cut within its headers says so', async () => {
  const { problems } = await readEmail(bytesOf(`${HEADER}Subject: Re: Fact`))
  expect(problems.map(({ code, severity }) => [code, severity])).toEqual([['email-cut-short', 'warning']])
})

test('a message cut anywhere is a message or a problem', async () => {
  for (const file of readdirSync(join(fixtures, 'eml')).filter(name => name.endsWith('.eml'))) {
    const bytes = readFileSync(join(fixtures, 'eml', file))
    for (let end = 0; end < bytes.length; end += 61) {
      const { email, problems } = await readEmail(bytes.subarray(0, end))
      expect(email !== null || problems.length === 1).toBe(true)
    }
  }
})
