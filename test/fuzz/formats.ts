/** What is fuzzed: one entry a format. A new reader adds its line here, nothing else. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { PDFDocument } from 'pdf-lib'
import { addDays, type Day, parseDay } from '../../src/domain/date.ts'
import { isWithinCalendar } from '../../src/domain/law/terms.ts'
import { unzip, zipBudget } from '../../src/formats/containers/zip.ts'
import { readContacts, readInvoices } from '../../src/formats/invoices/read.ts'
import type { InvoiceRow, Reading } from '../../src/formats/invoices/reading.ts'
import { type EmailReading, isEmail, readEmail } from '../../src/formats/mail/email.ts'
import type { Problem } from '../../src/formats/problem.ts'
import { readStatements } from '../../src/formats/statements/read-statements.ts'
import type { Statement } from '../../src/formats/statements/statement.ts'
import { samplesFolder } from '../samples.ts'
import { workbook } from '../workbook.ts'

/** `taken`: what would be imported, in whatever form; nothing when the file is not `complete`. */
export type Answer = { complete: boolean; taken: readonly unknown[]; problems: readonly Problem[] }

export type FuzzedFormat = {
  /** What files of this format are made of: `zip` is taken apart first, and its parts are changed. */
  made: 'text' | 'bytes' | 'zip'
  seeds: readonly Uint8Array[]
  read(bytes: Uint8Array): Promise<Answer> | Answer
  /** What is wrong with something taken; null when it is sound. */
  fault?(taken: unknown): string | null
}

const INVOICES = {
  read: async (bytes: Uint8Array) =>
    answered(await readInvoices(bytes, { fileName: 'f', dueOn }), 'documents'),
  fault: (taken: unknown) => faultOf(taken as InvoiceRow),
}

const STATEMENTS = {
  read: statements,
  fault: (taken: unknown) => statementFaultOf(taken as Statement),
}

export const FORMATS: Readonly<Record<string, () => FuzzedFormat | Promise<FuzzedFormat>>> = {
  csv: () => ({ made: 'text', seeds: filesOf('csv', 'ledger-csv', 'ar-history'), ...INVOICES }),
  fec: () => ({ made: 'text', seeds: filesOf('fec', 'fec'), ...INVOICES }),
  contacts: () => ({ made: 'text', seeds: filesOf('contacts'), read: bytes => contacts(bytes) }),
  xlsx: () => ({
    made: 'zip',
    seeds: [...filesOf('xlsx', 'bank-csv').filter(isZip), ...ownWorkbooks()],
    ...INVOICES,
  }),
  cii: () => ({ made: 'text', seeds: filesOf('cii', 'cii-xml'), ...INVOICES }),
  ubl: () => ({ made: 'text', seeds: filesOf('ubl', 'ubl-xml'), ...INVOICES }),
  'factur-x': async () => ({
    made: 'bytes',
    seeds: [...(await ownPdfs()), ...filesOf('factur-x', 'facturx-pdf')],
    ...INVOICES,
  }),
  camt: () => ({ made: 'text', seeds: filesOf('camt', 'camt053', 'camt054'), ...STATEMENTS }),
  mt940: () => ({ made: 'text', seeds: filesOf('mt940', 'mt940'), ...STATEMENTS }),
  cfonb120: () => ({ made: 'text', seeds: filesOf('cfonb-120', 'cfonb120', 'cfonb240'), ...STATEMENTS }),
  ofx: () => ({ made: 'text', seeds: filesOf('ofx', 'ofx'), ...STATEMENTS }),
  qif: () => ({ made: 'text', seeds: filesOf('qif', 'qif'), ...STATEMENTS }),
  'bank-csv': () => ({
    made: 'text',
    seeds: filesOf('bank-csv', 'bank-csv').filter(bytes => !isZip(bytes)),
    ...STATEMENTS,
  }),
  eml: () => ({
    made: 'text',
    seeds: filesOf('eml', 'email-bounces', 'email-replies').filter(isEmail),
    read: emails,
    fault: taken => emailFaultOf(taken as EmailReading),
  }),
}

async function emails(bytes: Uint8Array): Promise<Answer> {
  const { email, problems } = await readEmail(bytes)
  return { complete: email !== null, taken: email ? [email] : [], problems }
}

async function contacts(bytes: Uint8Array): Promise<Answer> {
  return answered(await readContacts(bytes, { fileName: 'f' }), 'contacts')
}

async function statements(bytes: Uint8Array): Promise<Answer> {
  const { files } = await readStatements(bytes, { fileName: 'f' })
  const readings = files.map(({ reading }) => reading)
  return {
    complete: readings.every(({ complete }) => complete),
    taken: readings.flatMap(reading => reading.statements),
    problems: readings.flatMap(({ problems }) => problems),
  }
}

function answered(reading: Reading, kind: 'documents' | 'contacts'): Answer {
  return { complete: reading.complete, taken: reading[kind], problems: reading.problems }
}

/** The files of our fixtures, and of the samples of some kinds where they are at hand. */
function filesOf(fixtures: string, ...kinds: string[]): Uint8Array[] {
  const ours = fileURLToPath(new URL(`../fixtures/${fixtures}`, import.meta.url))
  return [ours, ...kinds.map(kind => path.join(samplesFolder, kind))]
    .filter(folder => existsSync(folder))
    .flatMap(folder =>
      readdirSync(folder)
        .filter(file => !file.endsWith('.json'))
        .sort()
        .map(file => new Uint8Array(readFileSync(path.join(folder, file)))),
    )
}

function ownWorkbooks(): Uint8Array[] {
  const header = ['Code client', 'Client', 'N° facture', 'Date', 'Échéance', 'Montant TTC', 'Solde']
  const row = (place: number) => [
    `C${place % 3}`,
    `Client ${place % 3}`,
    `F-${place}`,
    { serial: 46_000 + place },
    { serial: 46_030 + place },
    100.5 + place,
    place % 2 === 0 ? { error: '#N/A' } : { formula: 'F2', value: 100.5 + place },
  ]
  const rows = [['Balance'], header, ...Array.from({ length: 20 }, (_, place) => row(place))]
  return [
    workbook([{ name: 'F', rows, merged: 'A1:G1' }]),
    workbook(
      [
        { name: 'A', rows: [] },
        { name: 'B', rows },
      ],
      true,
    ),
  ]
}

/** Our invoices in CII, each attached to a page of its own. */
function ownPdfs(): Promise<Uint8Array[]> {
  return Promise.all(
    filesOf('cii').map(async xml => {
      const pdf = await PDFDocument.create()
      pdf.addPage()
      await pdf.attach(xml, 'factur-x.xml', { mimeType: 'text/xml' })
      return pdf.save({ useObjectStreams: false })
    }),
  )
}

function isZip(bytes: Uint8Array): boolean {
  return Array.isArray(unzip(bytes, 'f', zipBudget(), () => true))
}

function faultOf({ amountCents, openCents, dues, kind, number, debtor }: InvoiceRow): string | null {
  if (amountCents < 0n || (amountCents === 0n && openCents !== 0n)) return 'an amount that is not positive'
  if (openCents !== null && (openCents < 0n || openCents > amountCents)) return 'more open than its amount'
  const due = dues.reduce((total, { amountCents: part }) => total + part, 0n)
  if (due !== (kind === 'invoice' ? amountCents : 0n)) return 'due items that are not its amount'
  return number === '' || debtor.code === '' || debtor.name === '' ? 'no number or no debtor' : null
}

function statementFaultOf({ entries }: Statement): string | null {
  for (const { bookedOn, currency, description } of entries) {
    if (!isWithinCalendar(bookedOn)) return 'an entry of no known day'
    if (!/^[A-Z]{3}$/.test(currency)) return 'an entry without a currency'
    if (description.length > 10_000) return 'a description without end'
  }
  return null
}

function emailFaultOf({ newText, suggestions, absentUntil, recipient }: EmailReading): string | null {
  if (suggestions.some(({ evidence }) => !newText?.includes(evidence))) return 'evidence that nobody wrote'
  if (suggestions.some(({ params }) => params.date !== undefined && parseDay(params.date) === null))
    return 'a suggestion of no known day'
  if (absentUntil !== null && !isWithinCalendar(absentUntil)) return 'an absence without end'
  return recipient !== null && !recipient.includes('@') ? 'a recipient that is no address' : null
}

function dueOn(issuedOn: Day): Day {
  return addDays(issuedOn, 30)
}
