import { type Day, formatDay } from '../../domain/date.ts'
import { type Cents, formatAmount, subtract } from '../../domain/money.ts'
import type { ElectronicDetails, InvoiceRow } from '../../formats/invoices/reading.ts'

/** A document in the neutral form of the contract: amounts as decimal text, dates ISO, absent is null. */
export type NeutralDocument = {
  kind: InvoiceRow['kind']
  number: string
  issueDate: string | null
  dueDate: string | null
  dueItems: { dueDate: string | null; amount: string; assumed: boolean }[]
  currency: string
  seller: NeutralParty | null
  buyer: NeutralParty & { code: string }
  totalExclTax: string | null
  tax: string | null
  totalInclTax: string
  prepaid: string | null
  amountDue: string | null
  paymentReference: string | null
  iban: string | null
  profile: string | null
  lines: NeutralLine[] | null
}

type NeutralParty = { name: string | null; legalId: string | null; vat: string | null }
type NeutralLine = {
  name: string | null
  quantity: string | null
  unitPrice: string | null
  netAmount: string | null
}

export function neutralDocument(row: InvoiceRow): NeutralDocument {
  return {
    kind: row.kind,
    number: row.number,
    issueDate: dateOrNull(row.issuedOn),
    dueItems: row.dues.map(due => ({
      dueDate: dateOrNull(due.dueOn),
      amount: formatAmount(due.amountCents),
      assumed: due.assumed,
    })),
    currency: row.currency,
    ...(row.electronic ? stated(row, row.electronic) : known(row)),
  }
}

type Known = Omit<NeutralDocument, 'kind' | 'number' | 'issueDate' | 'dueItems' | 'currency'>

/** What a row of a table or of a ledger gives. */
function known(row: InvoiceRow): Known {
  const { code, name, siren, vat } = row.debtor
  const dates = row.dues.map(due => due.dueOn).filter(dueOn => dueOn !== null)
  return {
    dueDate: dateOrNull(dates[0] ?? null),
    seller: null,
    buyer: { code, name, legalId: siren, vat },
    totalExclTax: row.taxCents === null ? null : formatAmount(subtract(row.amountCents, row.taxCents)),
    tax: amountOrNull(row.taxCents),
    totalInclTax: formatAmount(row.amountCents),
    prepaid: row.openCents === null ? null : formatAmount(subtract(row.amountCents, row.openCents)),
    amountDue: amountOrNull(row.openCents),
    paymentReference: null,
    iban: null,
    profile: null,
    lines: null,
  }
}

/** What an electronic invoice states: its due date is null when it comes from terms, as its due items say. */
function stated(row: InvoiceRow, details: ElectronicDetails): Known {
  return {
    dueDate: dateOrNull(details.dueOn),
    seller: details.seller,
    buyer: { code: row.debtor.code, ...details.buyer, name: row.debtor.name },
    totalExclTax: amountOrNull(details.exclTaxCents),
    tax: amountOrNull(details.taxCents),
    totalInclTax: formatAmount(details.inclTaxCents),
    prepaid: amountOrNull(details.prepaidCents),
    amountDue: amountOrNull(details.amountDueCents),
    paymentReference: details.paymentReference,
    iban: details.iban,
    profile: details.profile,
    lines: details.lines.map(({ netCents, ...line }) => ({ ...line, netAmount: amountOrNull(netCents) })),
  }
}

/** Decimal text of two places. */
export function amountOrNull(value: Cents | null): string | null {
  return value === null ? null : formatAmount(value)
}

/** ISO date. */
export function dateOrNull(value: Day | null): string | null {
  return value === null ? null : formatDay(value)
}
