/** A day's letters behind their list: read back by another program, and by the tree that tells it to who can't see it. */
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRef, PDFString } from 'pdf-lib'
import { expect, test } from 'vitest'
import { readPdf, wordsOf } from '../../../test/pdf.ts'
import { day } from '../../domain/date.ts'
import type { LetterBlock, PrintedLetter } from '../letter.ts'
import { type LetterToPost, postingList } from '../paper/posting-list.ts'
import { bindLetters } from './binding.ts'
import { openTypesetter } from './typesetter.ts'

const typesetter = openTypesetter()
const ON = day('2026-04-28')

/** A letter with a table, of as many pages. */
function letter(number: number, pages = 1, change: Partial<PrintedLetter> = {}): LetterToPost {
  const table: LetterBlock = {
    kind: 'table',
    id: 'invoices',
    columns: [
      { label: 'Facture', right: false, width: 'grows' },
      { label: 'Reste dû', right: true, width: 'auto' },
    ],
    rows: [{ cells: [`F-${number}`, '10,00 €'].map(text => ({ text, note: null })), carried: '10,00 €' }],
    carried: null,
    sums: [],
  }
  return {
    number: `12-${number}`,
    letter: {
      language: 'fr',
      title: 'Mise en demeure de payer 10,00 €',
      author: 'Atelier Nord',
      on: '2026-04-28',
      sender: { logo: null, name: 'Atelier Nord', lines: ['12 rue des Lilas'] },
      addressee: [`Débiteur ${number}`, '3 place du Marché', '59800 LILLE'],
      registered: number % 2 === 1 ? 'Lettre recommandée avec avis de réception' : null,
      placeAndDate: 'Lille, le 28 avril 2026',
      references: [],
      subject: `Objet : Mise en demeure ${number}`,
      body: [table],
      annexes: Array.from({ length: pages - 1 }, (_, index) => ({
        title: `Décompte ${number}.${index + 1}`,
        body: [table],
      })),
      footer: ['Atelier Nord'],
      ...change,
    },
  }
}

async function bound(letters: readonly LetterToPost[], language: 'fr' | 'en' = 'fr'): Promise<Uint8Array> {
  return bindLetters(
    typesetter.print(postingList(letters, ON, language)),
    letters.map(({ number, letter }) => ({ name: number, pdf: typesetter.print(letter) })),
  )
}

test('the list comes first, then each letter in its order, whole', async () => {
  const read = await readPdf(await bound([letter(1), letter(2, 3)]))
  expect(read).toMatchObject({ pages: 5, title: 'Courrier à poster le 28/04/2026', language: 'fr' })
  const list = wordsOf(read, 1)
  for (const said of [
    '28 avril 2026 · 2 lettres, dont 1 en recommandé',
    'Postée N° Débiteur et adresse Lettre Numéro de suivi',
    '12-1 Débiteur 1',
    '3 place du Marché, 59800 LILLE',
    'Mise en demeure de payer 10,00 €',
    'Recommandé avec AR',
    '12-2',
    'Liste, page 1 sur 1',
  ])
    expect(list).toContain(said)
  expect(
    [2, 3, 4, 5].map(page => /Mise en demeure \d|Décompte [\d.]+/.exec(wordsOf(read, page))?.[0]),
  ).toEqual(['Mise en demeure 1', 'Mise en demeure 2', 'Décompte 2.1', 'Décompte 2.2'])
})

test('the list is said in the language of who prints, each letter in that of its debtor', async () => {
  const pdf = await bound([letter(1, 1, { language: 'en' }), letter(2)], 'en')
  const list = wordsOf(await readPdf(pdf), 1)
  for (const said of [
    'Letters to post',
    '28 April 2026 · 2 letters, 1 of them registered',
    'List, page 1 of 1',
  ])
    expect(list).toContain(said)
  const { whole, elements } = treeOf(await PDFDocument.load(pdf, { updateMetadata: false }))
  const parts = elements.filter(
    element => element.get(PDFName.of('P')) === whole && nameOf(element, 'S') === '/Part',
  )
  expect(parts.map(part => part.lookup(PDFName.of('Lang'), PDFString).asString())).toEqual(['en', 'fr'])
})

test('as many pages of list as it takes; the same letters on the same date have the same bytes', async () => {
  const letters = Array.from({ length: 40 }, (_, index) => letter(index + 1))
  const pdf = await bound(letters)
  const read = await readPdf(pdf)
  const pages = Number(/Liste, page 1 sur (\d)/.exec(wordsOf(read, 1))?.[1])
  expect(pages).toBeGreaterThan(1)
  expect(read.pages).toBe(40 + pages)
  expect(wordsOf(read, pages)).toContain('12-40')
  expect(wordsOf(read, pages)).toContain('Postée N°')
  expect(Buffer.from(await bound(letters)).equals(pdf)).toBe(true)
})

test('names longer than the column, hostile or in other letters spoil nothing', async () => {
  const names = [
    'Żółć #let x = 1 Ελλάς Київ',
    'très long '.repeat(80),
    'Anticonstitutionnellement'.repeat(8),
    '😀 SARL',
  ]
  const letters = names.map((name, index) => letter(index, 1, { title: name }))
  const read = await readPdf(await bound(letters))
  expect(read.pages).toBe(5)
  expect(wordsOf(read, 1)).toContain('Żółć #let x = 1 Ελλάς Київ')
})

test('bound, it is still archival and accessible: each page’s content has its place in one tree, no name stands for two', async () => {
  const letters = [letter(1, 2), letter(2), letter(3)]
  // The first document of a typesetter is compiled as PDF/A-3a and as PDF/UA-1.
  expect(openTypesetter().print(postingList(letters, ON, 'fr')).length).toBeGreaterThan(10_000)
  const bytes = await bound(letters)
  const { metadata } = await readPdf(bytes)
  expect(metadata).toContain('<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>')
  expect(metadata).toContain('<pdfuaid:part>1</pdfuaid:part>')
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  const { root, whole, elements } = treeOf(pdf)

  // Every element hangs from the one at the top, through whoever names it as a child.
  expect(root.lookup(PDFName.of('K'), PDFArray).asArray()).toEqual([whole])
  for (const element of elements)
    for (const child of childrenOf(element))
      expect(pdf.context.lookup(child, PDFDict).get(PDFName.of('P'))).toBe(pdf.context.getObjectRef(element))

  // Each page finds its elements by its own number, and they say they are on that page.
  const numbers = root.lookup(PDFName.of('ParentTree'), PDFDict).lookup(PDFName.of('Nums'), PDFArray)
  const pages = pdf.getPages()
  expect(numbers.size()).toBe(2 * pages.length)
  for (const [index, page] of pages.entries()) {
    expect(page.node.lookup(PDFName.of('StructParents'), PDFNumber).asNumber()).toBe(index)
    expect(numbers.lookup(2 * index, PDFNumber).asNumber()).toBe(index)
    const shown = numbers
      .lookup(2 * index + 1, PDFArray)
      .asArray()
      .filter(ref => ref instanceof PDFRef)
    expect(shown.length).toBeGreaterThan(3)
    for (const ref of shown) expect(pdf.context.lookup(ref, PDFDict).get(PDFName.of('Pg'))).toBe(page.ref)
  }
  expect(root.lookup(PDFName.of('ParentTreeNextKey'), PDFNumber).asNumber()).toBe(pages.length)

  // Headings of tables: named once, in order, and every cell names headings that exist.
  const names = root.lookup(PDFName.of('IDTree'), PDFDict).lookup(PDFName.of('Names'), PDFArray).asArray()
  const ids = names.filter((_, index) => index % 2 === 0).map(name => (name as PDFString).asString())
  expect(ids).toEqual([...new Set(ids)].sort())
  expect(ids.length).toBe(5 + 2 * 4)
  const named = elements.flatMap(element =>
    (element.lookupMaybe(PDFName.of('A'), PDFArray)?.asArray() ?? []).flatMap(
      attributes => (attributes as PDFDict).lookupMaybe(PDFName.of('Headers'), PDFArray)?.asArray() ?? [],
    ),
  )
  expect(named.length).toBeGreaterThan(10)
  for (const heading of named) expect(ids).toContain((heading as PDFString).asString())
})

test('bookmarks lead to each letter by its number', async () => {
  const pdf = await PDFDocument.load(await bound([letter(1, 2), letter(2)]), { updateMetadata: false })
  const bookmarks = pdf.catalog.lookup(PDFName.of('Outlines'), PDFDict)
  const found: [string, number][] = []
  for (
    let next = bookmarks.lookupMaybe(PDFName.of('First'), PDFDict);
    next;
    next = next.lookupMaybe(PDFName.of('Next'), PDFDict)
  ) {
    const title = next.lookup(PDFName.of('Title')) as PDFString
    const page = next.lookup(PDFName.of('Dest'), PDFArray).get(0)
    found.push([title.decodeText(), pdf.getPages().findIndex(({ ref }) => ref === page) + 1])
  }
  expect(found).toEqual([
    ['Courrier à poster', 1],
    ['12-1', 2],
    ['12-2', 4],
  ])
  expect(bookmarks.lookup(PDFName.of('Count'), PDFNumber).asNumber()).toBe(3)
})

function treeOf(pdf: PDFDocument): { root: PDFDict; whole: PDFRef; elements: PDFDict[] } {
  const root = pdf.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
  const elements = pdf.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter(
      (object): object is PDFDict => object instanceof PDFDict && nameOf(object, 'Type') === '/StructElem',
    )
  return { root, whole: root.lookup(PDFName.of('K'), PDFArray).get(0) as PDFRef, elements }
}

function childrenOf(element: PDFDict): PDFRef[] {
  const children = element.lookup(PDFName.of('K'))
  return children instanceof PDFArray
    ? children.asArray().filter((child): child is PDFRef => child instanceof PDFRef)
    : []
}

function nameOf(dict: PDFDict, key: string): string {
  return String(dict.get(PDFName.of(key)))
}
