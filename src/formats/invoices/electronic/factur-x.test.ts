import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { deflateSync } from 'node:zlib'
import { AFRelationship, PDFDocument, PDFHexString, PDFName, type PDFObject, PDFString } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { inFrench } from '../../../../test/french-problems.ts'
import { addDays } from '../../../domain/date.ts'
import { readInvoices } from '../read.ts'
import type { Reading } from '../reading.ts'

const invoice = fixture('cii/en16931-prepaid.xml')
const other = new TextEncoder().encode('<?xml version="1.0"?><conditions/>')

describe('the invoice of a PDF', () => {
  test.each([
    ['compressed objects', true],
    ['plain objects', false],
  ])('among several attachments, in %s', async (_name, useObjectStreams) => {
    const document = await blank()
    await document.attach(other, 'a-conditions.xml')
    await document.attach(fixture('ubl/peppol-prepaid.xml'), 'b.xml')
    await document.attach(invoice, 'factur-x.xml', { afRelationship: AFRelationship.Alternative })
    expectInvoice(await read(await document.save({ useObjectStreams })))
  })

  test.each(['ZUGFeRD-invoice.xml', 'xrechnung.xml', 'facture F-2026-001.XML'])('called %s', async name => {
    const document = await blank()
    await document.attach(other, 'conditions.xml')
    await document.attach(invoice, name)
    expectInvoice(await read(await document.save()))
  })

  test('deep in a tree of names that goes round in circles', async () => {
    const document = await blank()
    const { context } = document
    const leaf = context.obj({
      Names: [PDFHexString.fromText('x'), specification(document, 'factur-x.xml', invoice)],
    })
    const top = context.nextRef()
    const middle = context.register(context.obj({ Kids: [top, context.register(leaf)] }))
    context.assign(top, context.obj({ Kids: [middle, top, context.obj({ Kids: [middle] })] }))
    document.catalog.set(PDFName.of('Names'), context.obj({ EmbeddedFiles: top }))
    expectInvoice(await read(await document.save({ useObjectStreams: false })))
  })

  test('only associated with the document, or only attached to a page', async () => {
    for (const place of ['AF', 'annotation'] as const) {
      const document = await blank()
      const { context } = document
      const file = specification(document, 'factur-x.xml', invoice)
      if (place === 'AF') document.catalog.set(PDFName.of('AF'), context.obj([file]))
      else
        document
          .getPage(0)
          .node.set(PDFName.of('Annots'), context.obj([{ Subtype: 'FileAttachment', FS: file }]))
      expectInvoice(await read(await document.save()))
    }
  })

  test('with what is wrong in it, and where', async () => {
    const document = await blank()
    await document.attach(fixture('cii/refused-30-february.xml'), 'factur-x.xml')
    const reading = await read(await document.save())
    expect(reading).toMatchObject({ format: 'factur-x', complete: false })
    expect(inFrench(reading.problems)).toMatchObject([
      {
        code: 'bad-date',
        line: 9,
        message: expect.stringMatching(/^factur-x\.xml du PDF : « 20260230 » .*IssueDateTime/),
      },
      { code: 'bad-date' },
    ])
  })
})

describe('a PDF that gives no invoice', () => {
  test('none is attached', async () => {
    const document = await blank()
    await expectRefused(await document.save(), 'no-invoice-in-pdf')
    await document.attach(other, 'conditions.xml')
    await expectRefused(await document.save(), 'no-invoice-in-pdf')
  })

  test('it is cut short', async () => {
    const document = await blank()
    await document.attach(invoice, 'factur-x.xml')
    const whole = await document.save({ useObjectStreams: false })
    for (const share of [0.02, 0.1, 0.3, 0.5]) {
      const { complete, problems } = await read(whole.slice(0, whole.length * share))
      expect(complete).toBe(false)
      expect(['bad-pdf', 'no-invoice-in-pdf']).toContain(problems[0]?.code)
    }
  })

  test('it is encrypted', async () => {
    const document = await blank()
    await document.attach(invoice, 'factur-x.xml')
    document.context.trailerInfo.Encrypt = document.context.register(
      document.context.obj({ Filter: 'Standard', V: 1, R: 2 }),
    )
    await expectRefused(await document.save({ useObjectStreams: false }), 'encrypted-pdf')
  })

  test('its attachment swells to gigabytes, or is damaged', async () => {
    for (const bytes of [deflateSync(new Uint8Array(30_000_000)), Uint8Array.of(1, 2, 3)]) {
      const document = await blank()
      const { context } = document
      const stream = context.stream(bytes, { Filter: 'FlateDecode' })
      const file = context.obj({
        F: PDFString.of('factur-x.xml'),
        EF: { F: context.register(stream) },
      })
      document.catalog.set(PDFName.of('AF'), context.obj([file]))
      await expectRefused(await document.save(), 'bad-attachment')
    }
  })

  test.each(['/Type/ObjStm', '/Type /Obj#53tm', '/Type/XRef'])(
    'its own objects swell to gigabytes: %s',
    async type => {
      const bomb = deflateSync(new Uint8Array(120_000_000))
      const head = `%PDF-1.7\n1 0 obj\n<<${type}/N 1/First 4/Filter/FlateDecode/Length ${bomb.length}>>\nstream\n`
      const file = Buffer.concat([Buffer.from(head), bomb, Buffer.from('\nendstream\nendobj\n')])
      await expectRefused(file, 'file-too-long')
    },
  )

  test('its objects name one another without end', async () => {
    const text = `%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/Names 4 0 R/AF 5 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[2 0 R]/Count 1>>\nendobj\n4 0 obj\n<</EmbeddedFiles 4 0 R/Kids[4 0 R]/Names[(a) 4 0 R]/EF 4 0 R/F 5 0 R>>\nendobj\n5 0 obj\n6 0 R\nendobj\n6 0 obj\n5 0 R\nendobj\ntrailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n`
    await expectRefused(new TextEncoder().encode(text), 'no-invoice-in-pdf')
  })

  test('it begins objects by the hundred thousand', async () => {
    await expectRefused(new TextEncoder().encode(`%PDF-1.7\n${'1 0 obj\n'.repeat(300_000)}`), 'file-too-long')
  })

  test('its arrays are nested beyond reason', async () => {
    const text = `%PDF-1.7\n1 0 obj\n${'['.repeat(200_000)}\nendobj\ntrailer\n<</Root 1 0 R>>\n`
    await expectRefused(new TextEncoder().encode(text), 'bad-pdf')
  })
})

test('XML nested or long beyond reason is refused, not read', async () => {
  const texts: [string, string][] = [
    ['<a>'.repeat(100_000) + '</a>'.repeat(100_000), 'bad-xml'],
    [`<a>${'x'.repeat(12_000_001)}</a>`, 'file-too-long'],
    ['<Invoice><__proto__/></Invoice>', 'unsupported-format'],
  ]
  for (const [text, code] of texts)
    expect(await read(new TextEncoder().encode(text))).toMatchObject({
      complete: false,
      problems: [{ code }],
    })
})

test('a format asked for that is not the file’s', async () => {
  const options = { fileName: 'f', dueOn }
  const csv = new TextEncoder().encode('Client;Facture;Date;TTC\nAlpha;1;05/01/2026;10\n')
  for (const [bytes, format] of [
    [invoice, 'ubl'],
    [invoice, 'factur-x'],
    [invoice, 'csv'],
    [csv, 'cii'],
  ] as const) {
    const reading = await readInvoices(bytes, { ...options, format })
    expect(reading).toMatchObject({ complete: false, documents: [], problems: [{ code: 'wrong-format' }] })
  }
  expect(await readInvoices(invoice, { ...options, format: 'cii' })).toMatchObject({ complete: true })
})

function fixture(path: string): Uint8Array {
  return new Uint8Array(
    readFileSync(fileURLToPath(new URL(`../../../../test/fixtures/${path}`, import.meta.url))),
  )
}

async function blank(): Promise<PDFDocument> {
  const document = await PDFDocument.create()
  document.addPage()
  return document
}

function specification(document: PDFDocument, name: string, bytes: Uint8Array): PDFObject {
  const { context } = document
  const stream = context.register(context.flateStream(bytes, { Type: 'EmbeddedFile' }))
  return context.register(
    context.obj({ Type: 'Filespec', UF: PDFHexString.fromText(name), EF: { UF: stream } }),
  )
}

function expectInvoice(reading: Reading): void {
  expect(reading).toMatchObject({
    format: 'factur-x',
    complete: true,
    problems: [],
    documents: [
      {
        number: 'F-2026-001',
        openCents: 90000n,
        debtor: { code: '200000008', name: 'Hôtel des Îles & Fils' },
      },
    ],
  })
}

async function expectRefused(bytes: Uint8Array, code: string): Promise<void> {
  expect(await read(bytes)).toMatchObject({
    format: 'factur-x',
    complete: false,
    documents: [],
    problems: [{ code, severity: 'error' }],
  })
}

function read(bytes: Uint8Array): Promise<Reading> {
  return readInvoices(bytes, { fileName: 'f.pdf', dueOn })
}

function dueOn(issuedOn: Parameters<typeof addDays>[0]) {
  return addDays(issuedOn, 30)
}
