import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { inFrench } from '../../../test/french-problems.ts'
import { workbook } from '../../../test/workbook.ts'
import { unzip, zipBudget } from '../containers/zip.ts'
import { readStatements } from './read-statements.ts'

const folder = fileURLToPath(new URL('../../../test/fixtures/camt', import.meta.url))
const fixture = (name: string) => new Uint8Array(readFileSync(join(folder, name)))
const good = fixture('batches.xml')

const read = async (bytes: Uint8Array, fileName = 'releve') =>
  (await readStatements(bytes, { fileName })).files
const told = async (bytes: Uint8Array, fileName?: string) =>
  (await read(bytes, fileName)).map(({ name, reading }) => ({
    name,
    codes: reading.problems.map(({ code }) => code),
  }))

describe('what is no statement is named', () => {
  test.each([
    ['%PDF-1.7\n', 'pdf', 'PDF'],
    ['\u0089PNG\r\n', 'image', 'image'],
    ['\u00FF\u00D8\u00FF\u00E0', 'image', 'image'],
    ['\u00D0\u00CF\u0011\u00E0', 'xls', 'Excel'],
    ['\u001F\u008B\u0008', 'archive', '.gz'],
    ['<!DOCTYPE html><html></html>', 'html', 'HTML'],
    ['\u0000\u0001\u0002\u0003', 'unknown', 'n’est pas un relevé bancaire reconnu'],
    ['Bonjour', 'unknown', 'n’est pas un relevé bancaire reconnu'],
  ])('%s', async (start, format, words) => {
    const [file] = await read(Uint8Array.from(start, letter => letter.charCodeAt(0)))
    expect(file?.reading).toMatchObject({ format, statements: [], complete: false })
    expect(file?.reading.problems).toMatchObject([{ code: 'unsupported-format', severity: 'error' }])
    expect(inFrench(file?.reading.problems ?? [])[0]?.message).toContain(words)
  })

  test('an Excel workbook is not opened as an archive', async () => {
    const workbook = zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'xl/workbook.xml': strToU8('<w/>'),
    })
    expect((await read(workbook))[0]?.reading.format).toBe('xlsx')
  })

  test('an empty file', async () => {
    expect(await told(new Uint8Array())).toEqual([{ name: 'releve', codes: ['empty-file'] }])
  })

  test('the user’s word does not make a statement of something else', async () => {
    const { files } = await readStatements(strToU8('date;montant\n'), { fileName: 'x.csv', format: 'camt' })
    expect(files[0]?.reading).toMatchObject({ complete: false, statements: [] })
  })
})

describe('an archive', () => {
  test('gives each file, those of an archive inside it too, and not what systems leave', async () => {
    const inner = zipSync({ 'mars.xml': good })
    const archive = zipSync({
      'a/janvier.xml': good,
      'fevrier.xml': [good, { level: 0 }],
      'a/': new Uint8Array(),
      'inner.zip': inner,
      'lisezmoi.pdf': strToU8('%PDF-1.7'),
      '__MACOSX/._janvier.xml': strToU8('x'),
      '.DS_Store': strToU8('x'),
    })
    expect(await told(archive, 'q1.zip')).toEqual([
      { name: 'q1.zip/a/janvier.xml', codes: ['batch-not-split'] },
      { name: 'q1.zip/fevrier.xml', codes: ['batch-not-split'] },
      { name: 'q1.zip/inner.zip/mars.xml', codes: ['batch-not-split'] },
      { name: 'q1.zip/lisezmoi.pdf', codes: ['unsupported-format'] },
    ])
  })

  test('may hold workbooks', async () => {
    const sheet = [
      ['Date', 'Libellé', 'Montant'],
      ['27/02/2026', 'VIR DURAND F-1', 1200],
    ]
    const book = workbook([{ name: 'Compte', rows: sheet }])
    const [file] = await read(zipSync({ 'fevrier.xlsx': book }), 'q1.zip')
    expect(file?.name).toBe('q1.zip/fevrier.xlsx')
    expect(file?.reading.statements[0]?.entries).toMatchObject([{ amountCents: 1200_00n }])
  })

  test('is opened one level down, and no further', async () => {
    const third = zipSync({ '3.zip': zipSync({ '2.zip': zipSync({ 'x.xml': good }) }) })
    expect(await told(third, 'z')).toEqual([{ name: 'z/3.zip/2.zip', codes: ['zip-nested'] }])
  })

  test('has harmless names', async () => {
    const archive = zipSync({
      '../../etc/passwd': good,
      'C:\\temp\\a.xml': good,
      '/abs\u0007.xml': good,
    })
    expect((await read(archive, 'z')).map(({ name }) => name)).toEqual([
      'z/etc/passwd',
      'z/temp/a.xml',
      'z/abs.xml',
    ])
  })

  test('that swells is refused, by its ratio, its size or its number of files', async () => {
    expect((await told(zipSync({ 'bomb.xml': new Uint8Array(8 * 1024 * 1024) })))[0]?.codes).toEqual([
      'zip-too-big',
    ])
    const two = zipSync({ 'a.xml': good, 'b.xml': good })
    expect(unzip(two, 'z', { files: 1, bytes: 1_000_000 })).toMatchObject({ code: 'zip-too-big' })
    expect(unzip(two, 'z', { files: 9, bytes: good.length + 1 })).toMatchObject({ code: 'zip-too-big' })
    expect(unzip(two, 'z', zipBudget())).toHaveLength(2)
  })

  test('that lies about a length is refused: nothing is cut in silence', async () => {
    const archive = zipSync({ 'a.xml': good })
    const at = directoryAt(archive)
    new DataView(archive.buffer).setUint32(at + 24, good.length - 100, true)
    expect((await told(archive))[0]?.codes).toEqual(['bad-zip'])
  })

  test('that is damaged, cut, protected or empty is refused, and says so', async () => {
    const archive = zipSync({ 'a.xml': [good, { level: 0 }] })
    const damaged = archive.slice()
    damaged[200] = (damaged[200] ?? 0) ^ 1
    expect((await told(damaged))[0]?.codes).toEqual(['bad-zip'])
    expect((await told(archive.slice(0, -30)))[0]?.codes).toEqual(['bad-zip'])
    const locked = archive.slice()
    locked[directoryAt(archive) + 8] = 1
    expect((await told(locked))[0]?.codes).toEqual(['zip-encrypted'])
    const odd = archive.slice()
    odd[directoryAt(archive) + 10] = 12
    expect((await told(odd))[0]?.codes).toEqual(['zip-method'])
    expect((await told(zipSync({})))[0]?.codes).toEqual(['empty-zip'])
  })

  function directoryAt(archive: Uint8Array): number {
    return new DataView(archive.buffer).getUint32(archive.length - 6, true)
  }
})

test('whatever the bytes, an answer: whole statements, or none and a reason', async () => {
  const seeds = [
    ...readdirSync(folder)
      .filter(name => name.endsWith('.xml'))
      .map(fixture),
    zipSync({ 'a.xml': good, 'b.zip': zipSync({ 'c.xml': good }) }),
  ]
  const edit = fc.record({
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    length: fc.nat(40),
    by: fc.uint8Array({ maxLength: 12 }),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...seeds),
      fc.array(edit, { minLength: 1, maxLength: 4 }),
      async (seed, edits) => {
        const bytes = edits.reduce<Uint8Array>((before, { at, length, by }) => {
          const start = Math.floor(at * before.length)
          return Buffer.concat([before.subarray(0, start), by, before.subarray(start + length)])
        }, seed)
        const { files } = await readStatements(bytes, { fileName: 'x' })
        expect(files.length).toBeGreaterThan(0)
        for (const { reading } of files) {
          const hasError = reading.problems.some(({ severity }) => severity === 'error')
          if (!reading.complete) expect([hasError, reading.statements]).toEqual([true, []])
          for (const { amountCents, currency, line } of reading.statements.flatMap(found => found.entries)) {
            expect(typeof amountCents).toBe('bigint')
            expect(currency).toMatch(/^[A-Z]{3}$/)
            expect(line).toBeGreaterThan(0)
          }
        }
      },
    ),
    { numRuns: 1_000 },
  )
})
