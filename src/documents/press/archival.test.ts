import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFStream } from 'pdf-lib'
import { expect, test } from 'vitest'
import { readPdf } from '../../../test/pdf.ts'
import { archivalParts, archived } from './archival.ts'

const font = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
)
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [readFileSync(font)] }] })

/** The pages of one document, as the compiler marks them itself. */
function bothOf(words: string) {
  const mainFileContent = `#set document(title: "${words}", author: "Noël <pdfuaid:part>1</pdfuaid:part>", date: datetime(year: 2026, month: 3, day: 2))
#set text(lang: "fr", font: "Source Sans 3")
#heading[${words}]
#table(columns: 2, table.header([A], [B]), [1], [2])`
  const { result } = compiler.compile({ mainFileContent })
  if (!result) throw new Error('not compiled')
  return {
    a: compiler.pdf(result, { pdfStandard: 'a-3a' }),
    ua: compiler.pdf(result, { pdfStandard: 'ua-1' }),
  }
}

const { a, ua } = bothOf('Titre d’une page')
const marked = archived(ua, archivalParts(a))

test('a PDF/UA gets the marks of both standards', async () => {
  const { metadata, title } = await readPdf(marked)
  expect(metadata).toContain('<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>')
  expect(metadata.match(/<pdfuaid:part>1<\/pdfuaid:part>/g)).toHaveLength(1)
  expect(metadata).toContain('<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>')
  expect(title).toBe('Titre d’une page')
})

test('its catalogue names the colours that are meant, and still shows the title', async () => {
  const { catalog } = await PDFDocument.load(marked, { updateMetadata: false })
  const intent = catalog.lookup(PDFName.of('OutputIntents'), PDFArray).lookup(0, PDFDict)
  expect(String(intent.get(PDFName.of('S')))).toBe('/GTS_PDFA1')
  const profile = intent.lookup(PDFName.of('DestOutputProfile'), PDFStream)
  expect(String(profile.dict.get(PDFName.of('N')))).toBe('3')
  const preferences = catalog.lookup(PDFName.of('ViewerPreferences'), PDFDict)
  expect(String(preferences.get(PDFName.of('DisplayDocTitle')))).toBe('true')
})

test('all its other objects are those of the compiler, and each stands where the table says', async () => {
  const [before, after] = await Promise.all([ua, marked].map(streamsOf))
  expect(after?.slice(0, before?.length)).toEqual(before)
  const text = marked.toString('latin1')
  const [, places = ''] = /\nxref\n0 \d+\n([\s\S]*)trailer/.exec(text) ?? []
  const lines = places.trimEnd().split('\r\n')
  for (const [number, line] of lines.entries()) {
    expect(line).toMatch(/^\d{10} \d{5} [nf]$/)
    if (number > 0) expect(text.slice(Number(line.slice(0, 10)))).toMatch(new RegExp(`^${number} 0 obj\n`))
  }
  expect(text).toContain(`/Size ${lines.length}\n`)
  expect(text.endsWith(`startxref\n${text.lastIndexOf('\nxref\n') + 1}\n%%EOF`)).toBe(true)
})

test('the same document gives the same bytes', () => {
  expect(archived(ua, archivalParts(a)).equals(marked)).toBe(true)
})

test('a file that the compiler has not written is refused, never half marked', () => {
  expect(() => archived(a, archivalParts(a))).toThrow('otherwise than expected')
  expect(() => archivalParts(ua)).toThrow('otherwise than expected')
  expect(() => archived(Buffer.from('%PDF-1.7\n%%EOF'), archivalParts(a))).toThrow('otherwise than expected')
})

/** What pages are made of: every stream but the metadata, as it is stored. */
async function streamsOf(pdf: Uint8Array): Promise<string[]> {
  const { context } = await PDFDocument.load(pdf, { updateMetadata: false })
  return context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter(object => object instanceof PDFRawStream)
    .filter(({ dict }) => String(dict.get(PDFName.of('Type'))) !== '/Metadata')
    .map(({ contents }) => Buffer.from(contents).toString('base64'))
}
