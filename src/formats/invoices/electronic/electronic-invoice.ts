/** An electronic invoice → its document, or everything that forbids to take it. One file holds one invoice. */
import type { Day } from '../../../domain/date.ts'
import { type Cents, cents, smallerOf, subtract, ZERO } from '../../../domain/money.ts'
import { error, type Problem, warning } from '../../problem.ts'
import { shown } from '../../shown.ts'
import {
  type DefaultDueDate,
  type ElectronicLine,
  type InvoiceRow,
  type Reading,
  refused,
} from '../reading.ts'
import type { ElectronicDraft, LineDraft } from './electronic-draft.ts'
import { readDues, statedDueOn, statedTerms } from './electronic-dues.ts'
import { readBuyer, readBuyerContacts, readParty } from './electronic-parties.ts'
import { readTotals, type Totals } from './electronic-totals.ts'
import { amountOf, dateOf, textOf } from './xml-fields.ts'

/** Types of credit notes in the list UNTDID 1001, as EN 16931 sorts them; any other type is an invoice. */
const CREDIT_NOTES = new Set('81 83 261 262 296 308 381 396 420 458 502 503 532'.split(' '))
/** An offer, a proforma: nobody owes them. */
const NOT_OWED = new Set(['310', '325'])
const CORRECTED = '384'

export function readElectronicInvoice(draft: ElectronicDraft, dueOn: DefaultDueDate): Reading {
  const met: Problem[] = []
  const document = readDocument(draft, dueOn, met)
  const problems = unique(met)
  if (document === null || problems.some(({ severity }) => severity === 'error'))
    return refused(draft.format, problems)
  return {
    format: draft.format,
    documents: [document],
    contacts: [],
    problems,
    mapping: null,
    complete: true,
  }
}

function readDocument(draft: ElectronicDraft, dueOn: DefaultDueDate, problems: Problem[]): InvoiceRow | null {
  const number = textOf(draft.number, problems)
  const issuedOn = dateOf(draft.issuedOn, problems)
  const currency = readCurrency(draft, problems)
  const type = readType(draft, problems)
  const debtor = readBuyer(draft, problems)
  const totals = readTotals(draft, type === 'credit-note', problems)
  const terms = statedTerms(draft, problems)
  if (!draft.number?.text) problems.push(error(draft.line, 'missing-number', { kind: 'invoice' }))
  if (!draft.issuedOn?.text) problems.push(error(draft.line, 'missing-date', { kind: 'invoice' }))
  if (debtor === null) problems.push(error(draft.line, 'missing-debtor', { kind: 'invoice' }))
  if (number === null || issuedOn === null || debtor === null || totals === null) return null
  const kind = type === 'credit-note' || totals.negated ? 'credit-note' : 'invoice'
  const { amountCents } = totals
  const dues = kind === 'invoice' ? readDues(draft, { issuedOn, totals, terms }, dueOn, problems) : []
  return {
    line: draft.number?.line ?? draft.line,
    kind,
    number,
    issuedOn,
    dues,
    amountCents,
    openCents: openOf(totals, draft, problems),
    taxCents: taxWithin(totals),
    currency,
    debtor,
    contacts: readBuyerContacts(draft, problems),
    creditNoteFor: kind === 'credit-note' ? precedingInvoice(draft, problems) : null,
    electronic: detailsOf(draft, totals, statedDueOn(terms, dues), problems),
  }
}

function detailsOf(
  draft: ElectronicDraft,
  totals: Totals,
  dueOn: Day | null,
  problems: Problem[],
): NonNullable<InvoiceRow['electronic']> {
  return {
    profile: readProfile(draft, problems),
    seller: readParty(draft.seller, problems),
    buyer: readParty(draft.buyer, problems),
    dueOn,
    exclTaxCents: totals.exclTaxCents,
    taxCents: totals.taxCents,
    inclTaxCents: totals.inclTaxCents,
    prepaidCents: totals.prepaidCents,
    amountDueCents: totals.payableCents,
    paymentReference: textOf(draft.paymentReference, problems),
    iban: textOf(draft.iban, problems)?.replace(/\s/g, '') ?? null,
    lines: draft.lines.map(line => readLine(line, totals.negated, problems)),
  }
}

function readType(draft: ElectronicDraft, problems: Problem[]): 'invoice' | 'credit-note' {
  const code = textOf(draft.typeCode, problems)
  const line = draft.typeCode?.line ?? draft.line
  if (code !== null && NOT_OWED.has(code))
    problems.push(error(line, 'void-document', { kind: 'invoice', type: code }))
  if (code === CORRECTED)
    problems.push(
      warning(line, 'corrected-invoice', { replaced: draft.preceding.map(({ text }) => shown(text)) }),
    )
  return draft.isCreditNote || CREDIT_NOTES.has(code ?? '') ? 'credit-note' : 'invoice'
}

function readCurrency(draft: ElectronicDraft, problems: Problem[]): string {
  const written = textOf(draft.currency, problems) ?? draft.totals.payable?.attributes.currencyID ?? 'EUR'
  const currency = written.toUpperCase()
  if (!/^[A-Z]{3}$/.test(currency))
    problems.push(
      error(draft.currency?.line ?? draft.line, 'bad-currency', { kind: 'invoice', text: shown(written) }),
    )
  return currency
}

/**
 * Known when something was paid before the invoice was issued. A sum due that is the whole total says nothing of what was
 * paid since.
 */
function openOf(totals: Totals, draft: ElectronicDraft, problems: Problem[]): Cents | null {
  const { amountCents, payableCents, prepaidCents } = totals
  const line = (draft.totals.payable ?? draft.number)?.line ?? draft.line
  if (amountCents === 0n) {
    problems.push(warning(line, 'zero-amount', { kind: 'invoice' }))
    return ZERO
  }
  const due = payableCents ?? (prepaidCents === null ? null : subtract(amountCents, prepaidCents))
  if (due === null || due === amountCents) return null
  if (due > amountCents) {
    problems.push(warning(line, 'balance-above-amount', { kind: 'invoice' }))
    return null
  }
  if (due <= 0n)
    problems.push(due === 0n ? warning(line, 'already-paid') : warning(line, 'overpaid', { kind: 'invoice' }))
  return due < 0n ? ZERO : smallerOf(due, amountCents)
}

/** Null when what is stated can't be a share of the amount. */
function taxWithin({ amountCents, exclTaxCents, taxCents, inclTaxCents }: Totals): Cents | null {
  const tax = taxCents ?? (exclTaxCents === null ? null : subtract(inclTaxCents, exclTaxCents))
  return tax !== null && tax >= 0n && tax <= amountCents ? tax : null
}

function precedingInvoice(draft: ElectronicDraft, problems: Problem[]): string | null {
  const numbers = [...new Set(draft.preceding.map(element => textOf(element, problems) ?? ''))].filter(
    Boolean,
  )
  if (numbers.length > 1)
    problems.push(
      warning(draft.preceding[0]?.line ?? draft.line, 'several-credited-invoices', {
        numbers: numbers.map(shown),
      }),
    )
  return numbers.length === 1 ? (numbers[0] ?? null) : null
}

/** `urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended` → `EXTENDED`; an unknown one as it is written. */
function readProfile(draft: ElectronicDraft, problems: Problem[]): string | null {
  const written = textOf(draft.profile, problems)
  const known: [RegExp, string][] = [
    [/extended/i, 'EXTENDED'],
    [/xrechnung/i, 'XRECHNUNG'],
    [/peppol.*billing/i, 'PEPPOL BIS 3'],
    [/basic-?wl/i, 'BASIC WL'],
    [/minimum/i, 'MINIMUM'],
    [/basic/i, 'BASIC'],
    [/comfort/i, 'COMFORT'],
    [/en16931/i, 'EN16931'],
  ]
  return known.find(([pattern]) => pattern.test(written ?? ''))?.[1] ?? written
}

function readLine(line: LineDraft, negated: boolean, problems: Problem[]): ElectronicLine {
  const quantity = textOf(line.quantity, problems)
  const net = amountOf(line.netAmount, problems)
  return {
    name: textOf(line.name, []),
    quantity: negated && quantity !== null ? opposite(quantity) : quantity,
    unitPrice: textOf(line.unitPrice, problems),
    netCents: negated && net !== null ? cents(-net) : net,
  }
}

function opposite(decimal: string): string {
  return decimal.startsWith('-') ? decimal.slice(1) : `-${decimal}`
}

/** Some elements are read twice: the buyer is a debtor and a party. */
function unique(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map(problem => [JSON.stringify(problem), problem])).values()]
}
