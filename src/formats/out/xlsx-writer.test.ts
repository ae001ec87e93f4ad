import { inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { Cell, SheetColumn } from '../sheet.ts'
import { writeXlsx } from './xlsx-writer.ts'

const COLUMNS: SheetColumn[] = [
  { title: 'Débiteur', kind: 'text' },
  { title: 'Solde', kind: 'amount' },
  { title: 'Échéance', kind: 'date' },
  { title: 'Retard', kind: 'count' },
]

test('numbers are numbers, dates are dates, texts are texts and nothing is a formula', async () => {
  const { sheet, texts, rows } = await written([
    ['=1+1', -1250n, '2026-02-13', 31],
    ['Cœur & <Fils>\u0000', 99_999_999_999_99n, null, null],
  ])
  expect(rows).toBe(2)
  expect(sheet).not.toMatch(/<f[ >]/)
  expect(valuesOf(sheet, texts)).toEqual([
    ['Débiteur', 'Solde', 'Échéance', 'Retard'],
    ['=1+1', -12.5, 46066, 31],
    ['Cœur & <Fils> ', 99999999999.99],
  ])
})

test('an empty list has its titles', async () => {
  const { sheet, texts, rows } = await written([])
  expect(rows).toBe(0)
  expect(valuesOf(sheet, texts)).toEqual([['Débiteur', 'Solde', 'Échéance', 'Retard']])
})

test('a text longer than Excel holds is said, not cut', async () => {
  async function* rows(): AsyncGenerator<Cell[]> {
    yield ['a'.repeat(32_768), null, null, null]
  }
  expect(await writeXlsx('Essai', COLUMNS, rows())).toEqual({ problem: 'cell-too-long' })
})

async function written(cells: Cell[][]) {
  async function* rows(): AsyncGenerator<Cell[]> {
    yield* cells
  }
  const done = await writeXlsx('Essai', COLUMNS, rows())
  if ('problem' in done) throw new Error(done.problem)
  const entry = (name: string) => entryOf(Buffer.from(done.bytes), name)
  return { rows: done.rows, sheet: entry('xl/worksheets/sheet1.xml'), texts: entry('xl/sharedStrings.xml') }
}

/** One entry of a zip, by its central directory. */
function entryOf(zip: Buffer, name: string): string {
  for (
    let at = zip.indexOf('PK\x01\x02', 'latin1');
    at >= 0;
    at = zip.indexOf('PK\x01\x02', at + 1, 'latin1')
  ) {
    const length = zip.readUInt16LE(at + 28)
    if (zip.toString('utf8', at + 46, at + 46 + length) !== name) continue
    const local = zip.readUInt32LE(at + 42)
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(from, from + zip.readUInt32LE(at + 20))
    return (zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8')
  }
  return ''
}

function valuesOf(sheet: string, texts: string): (string | number)[][] {
  const plain = (xml: string) =>
    xml
      .replace(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&')
  const shared = [...texts.matchAll(/<si>(.*?)<\/si>/gs)].map(([, xml = '']) => plain(xml))
  return [...sheet.matchAll(/<row[^>]*>(.*?)<\/row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].flatMap(([, attributes = '', xml]) => {
      if (!xml) return []
      const value = plain(xml)
      if (attributes.includes('t="s"')) return shared[Number(value)] ?? ''
      return attributes.includes('t="inlineStr"') ? value : Number(value)
    }),
  )
}
