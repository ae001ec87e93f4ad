import { type Day, formatDay } from '../domain/date.ts'
import { type Cents, formatAmount, subtract } from '../domain/money.ts'
import { dueDate, parseTerms } from '../domain/terms.ts'
import { isBodacc, readBodacc } from '../formats/bodacc.ts'
import type { InvoiceRow, Problem } from '../formats/format.ts'
import { readInvoices } from '../formats/read.ts'
import { decodeText } from '../formats/text-encoding.ts'
import type { Refused } from './app.ts'
import type { SourceFile } from './import-invoices.ts'
import { type NeutralNotice, neutralNotice } from './neutral-notice.ts'

/** A document in the neutral form of the contract: amounts as decimal text, dates ISO, absent is null. */
export type NeutralDocument = {
  kind: InvoiceRow['kind']
  number: string
  issueDate: string | null
  dueDate: string | null
  dueItems: { dueDate: string | null; amount: string; assumed: boolean }[]
  currency: string
  seller: null
  buyer: { code: string; name: string; legalId: string | null; vat: string | null }
  totalExclTax: string | null
  tax: string | null
  totalInclTax: string
  prepaid: string | null
  amountDue: string | null
  paymentReference: null
  iban: null
  profile: null
  lines: null
}
export type ReadFile = {
  file: string
  format: string
  documents: NeutralDocument[]
  statements: []
  messages: []
  notices: NeutralNotice[]
  problems: Problem[]
}

/** The neutral form of any supported file, without a database. */
export async function readDocuments(
  files: readonly SourceFile[],
  termsText: string,
): Promise<{ files: ReadFile[] } | Refused> {
  const terms = parseTerms(termsText)
  if (!terms) return { refused: 'bad-terms', message: `délai de paiement illisible : ${termsText}` }
  const dueOn = (issuedOn: Day) => dueDate(terms, issuedOn)
  const readings: ReadFile[] = []
  for (const file of files)
    readings.push(holdsNotices(file.bytes) ? readNotices(file) : await readInvoiceFile(file, dueOn))
  return { files: readings }
}

async function readInvoiceFile(
  { name, bytes }: SourceFile,
  dueOn: (issuedOn: Day) => Day,
): Promise<ReadFile> {
  const { format, documents, problems } = await readInvoices(bytes, { fileName: name, dueOn })
  return {
    file: name,
    format,
    documents: documents.map(neutral),
    statements: [],
    messages: [],
    notices: [],
    problems,
  }
}

function holdsNotices(bytes: Uint8Array): boolean {
  const decoded = decodeText(bytes)
  return 'text' in decoded && isBodacc(decoded.text)
}

function readNotices({ name, bytes }: SourceFile): ReadFile {
  const { format, notices, problems } = readBodacc(bytes, name)
  return {
    file: name,
    format,
    documents: [],
    statements: [],
    messages: [],
    notices: notices.map(neutralNotice),
    problems,
  }
}

function neutral(row: InvoiceRow): NeutralDocument {
  const dates = row.dues.map(due => due.dueOn).filter(dueOn => dueOn !== null)
  const { code, name, siren, vat } = row.debtor
  return {
    kind: row.kind,
    number: row.number,
    issueDate: row.issuedOn === null ? null : formatDay(row.issuedOn),
    dueDate: dates[0] === undefined ? null : formatDay(dates[0]),
    dueItems: row.dues.map(due => ({
      dueDate: due.dueOn === null ? null : formatDay(due.dueOn),
      amount: formatAmount(due.amountCents),
      assumed: due.assumed,
    })),
    currency: row.currency,
    seller: null,
    buyer: { code, name, legalId: siren, vat },
    totalExclTax: row.taxCents === null ? null : formatAmount(subtract(row.amountCents, row.taxCents)),
    tax: row.taxCents === null ? null : formatAmount(row.taxCents),
    totalInclTax: formatAmount(row.amountCents),
    prepaid: row.openCents === null ? null : formatAmount((row.amountCents - row.openCents) as Cents),
    amountDue: row.openCents === null ? null : formatAmount(row.openCents),
    paymentReference: null,
    iban: null,
    profile: null,
    lines: null,
  }
}
