/** What no small file shows: lines across the pieces in which a file is read, rows read again by their place, batches. */
import { describe, expect, test } from 'vitest'
import { inFrench } from '../../../test/french-problems.ts'
import { addDays, type Day } from '../../domain/date.ts'
import { type ByteSource, inMemory } from '../byte-source.ts'
import { error } from '../problem.ts'
import { problemList } from '../problem-list.ts'
import { debtorPlaces } from '../tables/debtor-places.ts'
import { eachLine, openText, type TextSource, textsAgain } from '../text-source.ts'
import { LARGEST_FILE, openInvoices } from './read.ts'
import type { OpenedFile } from './reading.ts'

describe.each(['\n', '\r\n', '\r'])('lines that end with %j', end => {
  test.each([
    ['UTF-8', (text: string) => new TextEncoder().encode(text)],
    ['UTF-16', (text: string) => Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le'))],
    ['Latin 1', (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))],
  ])('in %s are those of the text, and are found again', (_name, encode) => {
    const lines = Array.from({ length: 60_000 }, (_, index) =>
      index % 7 === 0 ? '' : `é${'x'.repeat((index * 37) % 90)}à ${index}`,
    )
    const text = openText(inMemory(encode(lines.join(end) + end))) as TextSource
    const seen: { line: string; from: number; to: number }[] = []
    eachLine(text, (line, from, to) => seen.push({ line, from, to }) > 0)
    expect(seen.map(({ line }) => line)).toEqual(lines)
    const wanted = seen.filter((_, index) => index % 3 === 0 || index > 50_000)
    const again: string[] = []
    textsAgain(text, wanted, content => again.push(content))
    expect(again).toEqual(wanted.map(({ line }) => line))
  })
})

test('a line that does not end is a problem with its place', async () => {
  const bytes = new TextEncoder().encode(`Client;Facture;Date;TTC\n${'x'.repeat(20 * 2 ** 20)}`)
  const opened = await open(inMemory(bytes))
  expect(opened).toMatchObject({ complete: false })
  expect(opened.problems()).toMatchObject([{ line: 2, code: 'line-too-long' }])
})

test('a quote that is never closed stops the reading soon, at its line', async () => {
  const rows = Array.from({ length: 100_000 }, (_, index) => `Alpha;${index};05/01/2026;10`)
  rows[10] = '"Beta;10;05/01/2026;10'
  const opened = await open(inMemory(new TextEncoder().encode(`Client;Facture;Date;TTC\n${rows.join('\n')}`)))
  expect(opened.problems()).toMatchObject([{ line: 12, code: 'unclosed-quote' }])
})

test('a file of two gigabytes is refused by a sentence, without being read', async () => {
  const read = () => {
    throw new Error('it was read')
  }
  const opened = await open({ size: 2 * LARGEST_FILE, read })
  expect(opened).toMatchObject({ complete: false })
  expect(inFrench(opened.problems())).toMatchObject([
    { code: 'file-too-large', message: expect.stringContaining('2048 Mo') },
  ])
})

test('batches have whole debtors, and can be gone through again', async () => {
  const rows = Array.from({ length: 12_000 }, (_, index) => `C${index % 3500};F-${index};05/01/2026;10,00`)
  const opened = await open(
    inMemory(new TextEncoder().encode(`Code client;Facture;Date;TTC\n${rows.join('\n')}`)),
  )
  const codes = [...opened.batches()].map(batch => new Set(batch.map(({ debtor }) => debtor.code)))
  expect(codes.length).toBeGreaterThan(3)
  expect(codes.reduce((total, { size }) => total + size, 0)).toBe(3500)
  const numbers = () => [...opened.batches()].flat().map(({ number }) => number)
  expect(new Set(numbers()).size).toBe(12_000)
  expect(numbers()).toEqual(numbers())
})

test('places of a debtor with more rows than a batch stay together', () => {
  const places = debtorPlaces()
  for (let line = 0; line < 50_000; line += 1)
    places.add(line % 2 === 0 ? 'large' : `C${line}`, { line, from: line, to: line + 1 })
  const sizes = [...places.batches()].map(batch => batch.filter(({ line }) => line % 2 === 0).length)
  expect(sizes.filter(size => size > 0)).toEqual([25_000])
})

test('a million rows wrong in the same way are told a thousand times, and counted', () => {
  const problems = problemList()
  for (let line = 1; line <= 5000; line += 1)
    problems.push(error(line, 'bad-date', { kind: 'entry', text: 'x' }))
  expect(problems.byLine().length).toBe(1001)
  expect(inFrench(problems.byLine()).at(-1)).toMatchObject({
    code: 'bad-date',
    message: expect.stringMatching(/^5000 /),
  })
})

function open(source: ByteSource): Promise<OpenedFile> {
  return openInvoices(source, { fileName: 'f', dueOn: (issuedOn: Day) => addDays(issuedOn, 30) })
}
