import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day } from '../../domain/date.ts'
import { readContacts, readInvoices } from './read.ts'
import type { Reading } from './reading.ts'

const fixtures = ['csv', 'fec', 'cii', 'ubl', 'contacts'].flatMap(format => {
  const folder = fileURLToPath(new URL(`../../../test/fixtures/${format}`, import.meta.url))
  const files = readdirSync(folder).filter(file => !file.endsWith('.json'))
  return files.map(file => new Uint8Array(readFileSync(join(folder, file))))
})
const header = 'Client;Facture;Date;TTC\n'

describe('a file that can’t be taken whole', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'empty-file'],
    ['a PDF', '%PDF-1.7\n', 'bad-pdf'],
    ['no workbook', 'PK\x03\x04 [Content_Types].xml', 'broken-workbook'],
    ['XML', '\uFEFF<?xml version="1.0"?><a/>', 'unsupported-format'],
    ['a web page called .xls', '<html><table>', 'unsupported-format'],
    ['bytes', Uint8Array.from([1, 2, 0, 4]), 'binary-file'],
    ['prose', 'Bonjour,\nvoici nos factures.', 'no-header'],
    ['only a header', header, 'no-rows'],
    ['an open quote', `${header}"Alpha;1;05/01/2026;10\n`, 'unclosed-quote'],
    [
      'an open quote that a later one closes',
      `${header}"Alpha;1;05/01/2026;10\n"Beta";2;05/01/2026;10\n`,
      'unclosed-quote',
    ],
    ['rows all faulty', `${header}Alpha;1;30/02/2026;10\n`, 'no-valid-row'],
  ])('%s', async (_name, content, code) => {
    const reading = await read(typeof content === 'string' ? new TextEncoder().encode(content) : content)
    expect(reading).toMatchObject({ complete: false, documents: [] })
    expect(reading.problems.map(problem => problem.code)).toContain(code)
  })
})

test('a huge cell spoils its row only', async () => {
  const reading = await read(
    new TextEncoder().encode(`${header}Alpha;1;05/01/2026;10\n${'x'.repeat(1_000_000)};2;05/01/2026;10\n`),
  )
  expect(reading).toMatchObject({
    complete: true,
    documents: [{ number: '1' }],
    problems: [{ line: 3, code: 'cell-too-long' }],
  })
})

test('a mapping that names a column the file has not', async () => {
  const options = { fileName: 'f.csv', mapping: { columns: { number: 'Pièce' } }, dueOn }
  const reading = await readInvoices(new TextEncoder().encode(`${header}Alpha;1;05/01/2026;10\n`), options)
  expect(reading).toMatchObject({ complete: false, problems: [{ code: 'mapping-column-missing' }] })
})

test('a mapping given back reads the file the same', async () => {
  for (const bytes of fixtures) {
    const { mapping, ...first } = await read(bytes)
    if (mapping === null || !first.complete) continue
    const again = await readInvoices(bytes, { fileName: 'f', mapping, dueOn })
    expect(again.documents).toEqual(first.documents)
  }
})

test('whatever the bytes, an answer: sound documents, or none and a reason', async () => {
  const mutated = fc
    .tuple(
      fc.constantFrom(...fixtures),
      fc.array(fc.tuple(fc.nat(), fc.constantFrom(...'";,|\t\n\r0159-A<>&/'), fc.nat(3)), { maxLength: 8 }),
    )
    .map(([bytes, changes]) => mutate(bytes, changes))
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        { weight: 1, arbitrary: fc.uint8Array({ maxLength: 400 }) },
        { weight: 4, arbitrary: mutated },
      ),
      async bytes => {
        for (const reading of [await read(bytes), await readContacts(bytes, { fileName: 'f' })])
          expectSound(reading)
      },
    ),
    { seed: 411, numRuns: 1000 },
  )
})

function mutate(bytes: Uint8Array, changes: [number, string, number][]): Uint8Array {
  const text = Array.from(bytes)
  for (const [where, letter, removed] of changes)
    text.splice(where % (text.length + 1), removed, letter.charCodeAt(0))
  return Uint8Array.from(text)
}

function expectSound({ documents, contacts, problems, complete }: Reading): void {
  if (!complete) {
    expect([documents.length, contacts.length]).toEqual([0, 0])
    expect(problems.some(problem => problem.severity === 'error')).toBe(true)
  }
  for (const { amountCents, openCents, dues, kind, number, debtor, electronic } of documents) {
    expect(amountCents > 0n || (electronic !== undefined && openCents === 0n)).toBe(true)
    expect(amountCents >= 0n && (openCents === null || (openCents >= 0n && openCents <= amountCents))).toBe(
      true,
    )
    expect(dues.reduce((total, due) => total + due.amountCents, 0n)).toBe(
      kind === 'invoice' ? amountCents : 0n,
    )
    expect(number !== '' && debtor.code !== '' && debtor.name !== '').toBe(true)
  }
}

function read(bytes: Uint8Array): Promise<Reading> {
  return readInvoices(bytes, { fileName: 'f', dueOn })
}

function dueOn(issuedOn: Day): Day {
  return addDays(issuedOn, 30)
}
