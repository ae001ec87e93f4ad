/** What every file reader answers: documents, contacts, and every problem met. */
import type { Day } from '../../domain/date.ts'
import type { DebtorKind } from '../../domain/debtor.ts'
import type { Cents } from '../../domain/money.ts'
import { error, type Problem } from '../problem.ts'
import type { Mapping } from '../tables/field.ts'

/** `complete: false`: the file can't be taken whole, so nothing of it may be imported. */
export type Reading = {
  format: string
  documents: InvoiceRow[]
  /** Filled by a contacts file; the contacts found beside an invoice stay in its document. */
  contacts: ContactRow[]
  /** Of a contacts file that tells them. */
  addresses?: AddressRow[]
  problems: Problem[]
  mapping: Mapping | null
  complete: boolean
}

/** A file of invoices that has been looked through: documents come debtor by debtor, and need not be held together. */
export type OpenedFile = {
  format: string
  mapping: Mapping | null
  /** Each batch has all the documents of its debtors. Can be gone through again, to the same end. */
  batches(): Iterable<InvoiceRow[]>
  /** What is wrong with the file, once the batches have been gone through. */
  problems(): Problem[]
  complete: boolean
}

/** `payment` is money received on account that the source has not set against an invoice. */
export type DocumentKind = 'invoice' | 'credit-note' | 'payment'

/** Amounts are tax included and positive for every kind; only an invoice has due items. */
export type InvoiceRow = {
  line: number
  kind: DocumentKind
  number: string
  issuedOn: Day | null
  dues: DueRow[]
  amountCents: Cents
  /** Balance still open according to the source: 0 when settled, null when the source says nothing. */
  openCents: Cents | null
  /** VAT included in the amount; null when the source doesn't say, or not surely. */
  taxCents: Cents | null
  currency: string
  debtor: DebtorRow
  contacts: Contact[]
  creditNoteFor: string | null
  /** What an electronic invoice says besides. */
  electronic?: ElectronicDetails
}

/**
 * As the invoice states it, but positive on a credit note, as everywhere; null is what it doesn't state. `dueOn` is stated,
 * never assumed.
 */
export type ElectronicDetails = {
  profile: string | null
  seller: ElectronicParty
  buyer: ElectronicParty
  dueOn: Day | null
  exclTaxCents: Cents | null
  taxCents: Cents | null
  inclTaxCents: Cents
  prepaidCents: Cents | null
  amountDueCents: Cents | null
  paymentReference: string | null
  iban: string | null
  lines: ElectronicLine[]
}

/** Numbers as written, right or wrong. */
export type ElectronicParty = { name: string | null; legalId: string | null; vat: string | null }

/** Quantity and price are decimal text: they have as many places as their source likes. */
export type ElectronicLine = {
  name: string | null
  quantity: string | null
  unitPrice: string | null
  netCents: Cents | null
}

/** `assumed`: the source gave no due date, it comes from payment terms. */
export type DueRow = { dueOn: Day | null; amountCents: Cents; assumed: boolean }

export type DebtorRow = {
  code: string
  name: string
  kind: DebtorKind | null
  siren: string | null
  vat: string | null
  /** Where letters reach it, on one line; absent when the source does not say. */
  address?: string
}

export type Contact = {
  role: string
  name: string | null
  email: string | null
  phone: string | null
  language: string | null
}

export type ContactRow = Contact & { line: number; debtorCode: string; debtorName: string | null }

/** Where letters reach a debtor, on one line. */
export type AddressRow = { line: number; debtorCode: string; address: string }

/** The due date of an invoice whose source gives neither a date nor terms. */
export type DefaultDueDate = (issuedOn: Day) => Day

/** A file that can't be taken whole. */
export function refused(format: string, problems: Problem[], mapping: Mapping | null = null): Reading {
  return { format, documents: [], contacts: [], problems, mapping, complete: false }
}

/** The same, of a file read by batches. */
export function refusedFile(format: string, problems: Problem[], mapping: Mapping | null = null): OpenedFile {
  return { format, mapping, batches: () => [], problems: () => problems, complete: false }
}

/** A document read whole from elsewhere, as a file of one batch. */
export function openedFrom({ format, mapping, documents, problems, complete }: Reading): OpenedFile {
  return { format, mapping, batches: () => [documents], problems: () => problems, complete }
}

/** Every document at once, or none when not a single one could be taken. */
export function readWhole(opened: OpenedFile): Reading {
  const { format, mapping, complete } = opened
  const documents = complete ? [...opened.batches()].flat() : []
  const problems = opened.problems()
  if (complete && documents.length === 0) return refused(format, [...problems, nothingReadable()], mapping)
  return { format, documents, contacts: [], problems, mapping, complete }
}

export function nothingReadable(): Problem {
  return error(null, 'no-valid-row', { kind: 'rows' })
}
