import type { Case } from '../case/case.ts'
import type { DueItem } from '../case/invoice.ts'
import type { Day } from '../date.ts'
import type { CustomerEntryKind, LedgerAccount } from '../law/bookkeeping.ts'
import { type Cents, cents, subtract, sum, ZERO } from '../money.ts'
import { badDebtEntries } from './bad-debt-entries.ts'

/**
 * An entry of the customers' ledger: debits positive, credits negative, never zero; they add up to zero. `isKnownToBooks`: it
 * came from the books or the invoicing software, which have it already.
 */
export type CustomerEntry = {
  kind: CustomerEntryKind
  on: Day
  /** Unique within the case: the record's id, and the rank of a rejection. */
  id: string
  piece: { ref: string | null; on: Day }
  isKnownToBooks: boolean
  lines: readonly CustomerLine[]
}

/** `item` is what the line settles or charges; null for money left on the account, and for accounts of no customer. */
export type CustomerLine = { account: LedgerAccount; item: DueItem | null; amountCents: Cents }

/**
 * What the books should say of a case's invoices, credit notes and money up to a day, oldest first. A claim noted doubtful stands
 * on 416 from the day after: what settles it then is credited there. Bad debts have entries of their own.
 */
export function customerEntries(caseFile: Case, until: Day): CustomerEntry[] {
  const standsOn = accountsOfClaims(caseFile, until)
  return [
    ...invoiceEntries(caseFile),
    ...creditNoteEntries(caseFile, until, standsOn),
    ...paymentEntries(caseFile, until, standsOn),
    ...rejectionEntries(caseFile, standsOn),
  ]
    .filter(({ on, lines }) => on <= until && lines.length > 0)
    .sort((a, b) => a.on - b.on)
}

type StandsOn = (itemId: number, on: Day) => LedgerAccount

function accountsOfClaims(caseFile: Case, until: Day): StandsOn {
  const doubtfulOn = new Map<number, Day>()
  if (caseFile.badDebts.length > 0)
    for (const { kind, item, on } of badDebtEntries(caseFile, until))
      if (kind === 'doubtful') doubtfulOn.set(item.id, on)
  return (itemId, on) => (on > (doubtfulOn.get(itemId) ?? Infinity) ? 'doubtful' : 'customers')
}

function invoiceEntries(caseFile: Case): CustomerEntry[] {
  const firsts = caseFile.items.filter((item, index) => caseFile.items[index - 1]?.invoice !== item.invoice)
  return firsts.map(first => {
    const { invoice } = first
    const items = caseFile.items.filter(item => item.invoice === invoice)
    const taxes = items.map(item => item.taxCents)
    const amountCents = sum(items.map(item => item.amountCents))
    const taxCents = taxes.includes(null) ? null : sum(taxes.map(tax => tax ?? ZERO))
    return {
      kind: 'invoice',
      on: first.issuedOn,
      id: String(first.id),
      piece: { ref: invoice, on: first.issuedOn },
      isKnownToBooks: true,
      lines: [
        ...items.map(item => line('customers', item, item.amountCents)),
        ...saleLines(amountCents, taxCents, -1n),
      ].filter(isSomething),
    }
  })
}

function creditNoteEntries(caseFile: Case, until: Day, standsOn: StandsOn): CustomerEntry[] {
  return caseFile.creditNotes.map(({ id, number, issuedOn, amountCents, taxCents, usedCents }) => {
    const creditedCents = subtract(amountCents, usedCents)
    return {
      kind: 'credit-note',
      on: issuedOn,
      id: String(id),
      piece: { ref: number, on: issuedOn },
      isKnownToBooks: true,
      lines: [
        // VAT of a note used in part elsewhere is not split: what is left would be a guess.
        ...saleLines(creditedCents, usedCents === 0n ? taxCents : null, 1n),
        ...settledLines(caseFile, 'credit-note', id, creditedCents, until, standsOn),
      ].filter(isSomething),
    }
  })
}

function paymentEntries(caseFile: Case, until: Day, standsOn: StandsOn): CustomerEntry[] {
  return caseFile.payments.map(({ id, receivedOn, amountCents, source, usedCents, reference }) => {
    const receivedCents = subtract(amountCents, usedCents)
    return {
      kind: 'payment',
      on: receivedOn,
      id: String(id),
      piece: { ref: reference, on: receivedOn },
      isKnownToBooks: source === 'books',
      lines: [
        line('bank', null, receivedCents),
        ...settledLines(caseFile, 'payment', id, receivedCents, until, standsOn),
      ].filter(isSomething),
    }
  })
}

function rejectionEntries(caseFile: Case, standsOn: StandsOn): CustomerEntry[] {
  return caseFile.payments.flatMap(payment =>
    payment.rejections.map(({ itemId, amountCents, rejectedOn }, index) => ({
      kind: 'rejection' as const,
      on: rejectedOn,
      id: `${payment.id}-${index + 1}`,
      piece: { ref: payment.reference, on: payment.receivedOn },
      isKnownToBooks: payment.source === 'books',
      lines: [
        line(standsOn(itemId, rejectedOn), itemOf(caseFile, itemId), amountCents),
        line('bank', null, cents(-amountCents)),
      ].filter(isSomething),
    })),
  )
}

/** What a payment or credit note settles, item by item, and what stays on the account. Rejections are told apart. */
function settledLines(
  caseFile: Case,
  source: 'payment' | 'credit-note',
  sourceId: number,
  amountCents: Cents,
  until: Day,
  standsOn: StandsOn,
): CustomerLine[] {
  const byAccount = new Map<string, { account: LedgerAccount; itemId: number; settled: bigint }>()
  const settle = (itemId: number, on: Day, amount: bigint) => {
    const account = standsOn(itemId, on)
    const place = byAccount.get(`${account} ${itemId}`) ?? { account, itemId, settled: 0n }
    byAccount.set(`${account} ${itemId}`, { ...place, settled: place.settled + amount })
  }
  for (const a of caseFile.allocations)
    if (a.source === source && a.sourceId === sourceId && a.allocatedOn <= until)
      settle(a.itemId, a.allocatedOn, a.amountCents)
  // A rejection took its part off on its own day: its entry says so, not this one.
  if (source === 'payment')
    for (const { itemId, rejectedOn, amountCents: rejected } of rejectionsOf(caseFile, sourceId, until))
      settle(itemId, rejectedOn, rejected)
  const parts = [...byAccount.values()]
  const left = parts.reduce((rest, { settled }) => rest - settled, amountCents as bigint)
  return [
    ...parts.map(({ account, itemId, settled }) => line(account, itemOf(caseFile, itemId), cents(-settled))),
    line('customers', null, cents(-left)),
  ]
}

function rejectionsOf(caseFile: Case, paymentId: number, until: Day) {
  const payment = caseFile.payments.find(({ id }) => id === paymentId)
  return (payment?.rejections ?? []).filter(({ rejectedOn }) => rejectedOn <= until)
}

/** The sale itself: net price and VAT, or all of it in suspense where the VAT is not known. */
function saleLines(amountCents: Cents, taxCents: Cents | null, sign: 1n | -1n): CustomerLine[] {
  const signed = (amount: bigint) => cents(amount * sign)
  return taxCents === null
    ? [line('suspense', null, signed(amountCents))]
    : [line('sales', null, signed(amountCents - taxCents)), line('vat', null, signed(taxCents))]
}

function line(account: LedgerAccount, item: DueItem | null, amountCents: Cents): CustomerLine {
  return { account, item, amountCents }
}

function isSomething({ amountCents }: CustomerLine): boolean {
  return amountCents !== 0n
}

function itemOf(caseFile: Case, itemId: number): DueItem | null {
  return caseFile.items.find(({ id }) => id === itemId) ?? null
}
