import { inflateSync } from 'node:zlib'
import { PDFDocument, PDFRawStream } from 'pdf-lib'
import { expect, test } from 'vitest'
import { bindLetters, type SheetLetter } from './posting-sheet.ts'

const WORDS = {
  title: 'Courrier à poster le 28/04/2026',
  headings: ['N°', 'Débiteur et adresse', 'Lettre', 'Numéro de suivi'],
  page: (n: number, of: number) => `Liste, page ${n} sur ${of}`,
} as const

test('the list comes first, then each letter in its order, whole', async () => {
  const letters = await Promise.all([letter(1, 1), letter(2, 3)])
  const bound = await PDFDocument.load(await bindLetters(letters, WORDS, '2026-04-28'))
  expect(bound.getPages().map(page => page.getWidth())).toEqual([595.28, 101, 102, 102, 102])
  expect(bound.getTitle()).toBe(WORDS.title)
  const list = textOf(bound, 0)
  for (const said of ['Liste, page 1 sur 1', '12-1', 'Débiteur 1', 'mise en demeure', '12-2'])
    expect(list).toContain(said)
})

test('as many lists as it takes; the same letters on the same date have the same bytes', async () => {
  const letters = await Promise.all(Array.from({ length: 50 }, (_, index) => letter(index + 1, 1)))
  const bytes = await bindLetters(letters, WORDS, '2026-04-28')
  const bound = await PDFDocument.load(bytes)
  const lists = bound.getPages().filter(page => page.getWidth() > 500)
  expect(bound.getPageCount()).toBe(50 + lists.length)
  expect(lists.length).toBe(3)
  expect(textOf(bound, 2)).toContain('12-50')
  expect(await bindLetters(letters, WORDS, '2026-04-28')).toEqual(bytes)
})

test('names that no Latin font draws, or longer than the column, spoil nothing', async () => {
  const odd = { ...(await letter(1, 1)), debtor: '東京 Łódź 😀', address: 'très long '.repeat(80) }
  const bound = await PDFDocument.load(await bindLetters([odd], WORDS, '2026-04-28'))
  expect(bound.getPageCount()).toBe(2)
})

/** A letter whose pages are told by their width. */
async function letter(number: number, pages: number): Promise<SheetLetter> {
  const pdf = await PDFDocument.create()
  for (let page = 0; page < pages; page++) pdf.addPage([100 + number, 200])
  return {
    number: `12-${number}`,
    debtor: `Débiteur ${number}`,
    address: '3 place du Marché, 59800 Lille',
    kind: 'mise en demeure',
    registered: 'recommandé avec AR',
    pdf: await pdf.save(),
  }
}

/** What a page shows, in the bytes of its font (Windows-1252, as far as these words go Latin-1). */
function textOf(pdf: PDFDocument, index: number): string {
  const contents = pdf.getPage(index).node.normalizedEntries().Contents
  const streams = contents?.asArray().map(reference => pdf.context.lookup(reference)) ?? []
  const drawn = streams.flatMap(stream =>
    stream instanceof PDFRawStream ? [inflateSync(stream.contents).toString('latin1')] : [],
  )
  return [...drawn.join('\n').matchAll(/<([0-9A-F]+)> Tj/g)]
    .map(([, hex]) => Buffer.from(hex ?? '', 'hex').toString('latin1'))
    .join('\n')
}
