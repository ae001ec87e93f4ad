/** The PDF of an invoice: kept once from whatever brought it, given back as it came. */
import { readFileSync } from 'node:fs'
import { AFRelationship, PDFDocument } from 'pdf-lib'
import { expect, test } from 'vitest'
import { forEachServer, freshDatabase } from '../../../test/database.ts'
import { accepted, HEADER, importCsv, line, type TestDesk, testDesk } from '../../../test/desk.ts'
import { inMemory } from '../../formats/byte-source.ts'
import { LARGEST_DOCUMENT } from '../../store/parties/documents.ts'
import { importInvoices } from './import-invoices.ts'
import { keepDocuments } from './keep-documents.ts'
import { showDocument } from './show-document.ts'

forEachServer(major => {
  const fresh = freshDatabase(major)
  const start = () => testDesk(fresh.database, '2026-02-16')
  const kept = () =>
    fresh.admin<{ number: string; size: number }>(
      'select number, octet_length(content) as size from document order by number',
    )

  test('an electronic invoice brings its PDF, one however often it is imported; a trial keeps nothing', async () => {
    const desk = await start()
    const bytes = await facturX()
    const take = (dryRun: boolean) =>
      importInvoices(desk, {
        files: [{ name: 'facture.pdf', bytes }],
        terms: '30d',
        mode: 'delta',
        dryRun,
      })
    const before = (await kept()).length
    await take(true)
    expect(await kept()).toHaveLength(before)
    const first = accepted(await take(false))
    expect(first.files[0]?.problems.map(({ code }) => code)).not.toContain('document-too-large')
    await take(false)
    expect(await kept()).toHaveLength(before + 1)
    const number = await onlyInvoice(desk)
    expect(await showDocument(desk, { number })).toMatchObject({
      size: bytes.length,
      content: Buffer.from(bytes),
    })
  })

  test('a PDF given by hand is kept, replaced by another, and told when it is the same', async () => {
    const desk = await start()
    await importCsv(desk, [HEADER, line('DURAND', 'F-1', '2026-02-13', '1200,00')].join('\n'))
    const give = (text: string) => keep(desk, { name: 'scans/F-1.pdf', bytes: pdf(text) })
    expect(await give('un')).toMatchObject([{ number: 'F-1', case: 'MOI/DURAND', outcome: 'kept' }])
    expect(await give('un')).toMatchObject([{ outcome: 'unchanged' }])
    expect(await give('deux')).toMatchObject([{ outcome: 'kept' }])
    expect(await showDocument(desk, { number: 'F-1' })).toMatchObject({ content: Buffer.from(pdf('deux')) })
    expect(await showDocument(desk, { number: 'F-2' })).toMatchObject({ refused: 'unknown-invoice' })
  })

  test('what can not be kept is told by name, and the others are kept', async () => {
    const desk = await start()
    const lines = [
      line('DURAND', 'F-1', '2026-02-13', '1200,00'),
      line('DURAND', 'F-7', '2026-02-13', '10,00'),
      line('PETIT', 'F-7', '2026-02-13', '20,00'),
      line('PETIT', 'F-8', '2026-02-13', '20,00'),
    ]
    await importCsv(desk, [HEADER, ...lines].join('\n'))
    const files = [
      { name: 'F-1.pdf', bytes: pdf('x'.repeat(LARGEST_DOCUMENT)) },
      { name: 'F-7.pdf', bytes: pdf('sept') },
      { name: 'F-8.pdf', bytes: new TextEncoder().encode('GIF89a') },
      { name: 'F-9.pdf', bytes: pdf('neuf') },
    ]
    const done = await keep(desk, ...files, { name: 'F-8.PDF', bytes: pdf('huit') })
    expect(done.map(({ outcome, problems }) => problems[0]?.code ?? outcome)).toEqual([
      'document-too-large',
      'ambiguous-invoice',
      'not-a-pdf',
      'unknown-invoice',
      'kept',
    ])
    const [, seventh] = files
    const { files: again } = await keepDocuments(desk, {
      files: [{ name: 'F-7.pdf', source: inMemory(seventh?.bytes ?? pdf('')) }],
      debtor: 'PETIT',
      dryRun: false,
    })
    expect(again).toMatchObject([{ case: 'MOI/PETIT', outcome: 'kept' }])
    expect(await showDocument(desk, { number: 'F-7' })).toMatchObject({ refused: 'ambiguous-invoice' })
    expect(await showDocument(desk, { number: 'F-7', debtor: 'DURAND' })).toMatchObject({
      refused: 'no-document',
    })
    expect(await showDocument(desk, { number: 'F-7', debtor: 'PETIT' })).toMatchObject({ case: 'MOI/PETIT' })
  })

  async function onlyInvoice(desk: TestDesk): Promise<string> {
    const rows = await fresh.admin<{ invoice: string }>(
      `select distinct invoice from due_item where organisation_id = '${desk.organisationId}'`,
    )
    expect(rows).toHaveLength(1)
    return rows[0]?.invoice ?? ''
  }
})

async function keep(desk: TestDesk, ...files: { name: string; bytes: Uint8Array }[]) {
  const sources = files.map(({ name, bytes }) => ({ name, source: inMemory(bytes) }))
  return (await keepDocuments(desk, { files: sources, dryRun: false })).files
}

function pdf(text: string): Uint8Array {
  return new TextEncoder().encode(`%PDF-1.7\n% ${text}\n`)
}

async function facturX(): Promise<Uint8Array> {
  const xml = readFileSync(new URL('../../../test/fixtures/ubl/peppol-prepaid.xml', import.meta.url))
  const document = await PDFDocument.create()
  document.addPage()
  await document.attach(xml, 'factur-x.xml', { afRelationship: AFRelationship.Alternative })
  return document.save()
}
