import { type AllocationSource, allocate, oldestFirst, writtenOffCents } from '../case/allocation.ts'
import { type Case, openItems } from '../case/case.ts'
import { dueItemsOf, type Invoice } from '../case/invoice.ts'
import { onItems, unknownItem } from '../case/named-items.ts'
import type { OpenItem } from '../case/open-item.ts'
import { newPayment } from '../case/payment.ts'
import type { Day } from '../date.ts'
import { type Cents, cents, smallerOf, subtract, sum, ZERO } from '../money.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Fact, StatedInvoice } from './fact.ts'

export function addInvoice(caseFile: Case, told: StatedInvoice): Case | Refusal {
  const dues = told.dues.map(due => ({ ...due, assumed: false }))
  const invoice: Invoice = { ...told, dues, taxCents: null }
  if (caseFile.items.some(item => item.invoice === invoice.number)) {
    return refuse('invoice-exists', { invoice: invoice.number })
  }
  const items = dueItemsOf(invoice).map((item, index) => ({ id: caseFile.lastId + 1 + index, ...item }))
  return { ...caseFile, lastId: caseFile.lastId + items.length, items: [...caseFile.items, ...items] }
}

export function addCreditNote(caseFile: Case, fact: Fact & { kind: 'credit' }, on: Day): Case | Refusal {
  const id = caseFile.lastId + 1
  const note = {
    id,
    number: fact.number,
    issuedOn: on,
    amountCents: fact.amountCents,
    taxCents: null,
    usedCents: ZERO,
  }
  const noted = { ...caseFile, lastId: id, creditNotes: [...caseFile.creditNotes, note] }
  if (fact.forItem === null) return noted
  return onItems(noted, [fact.forItem], items =>
    settleItems(noted, fact.amountCents, items, 'credit-note', id, on),
  )
}

export function pay(caseFile: Case, amountCents: Cents, names: readonly string[], on: Day): Case | Refusal {
  const id = caseFile.lastId + 1
  const payment = newPayment({ id, receivedOn: on, amountCents, source: 'person' })
  const received = { ...caseFile, lastId: id, payments: [...caseFile.payments, payment] }
  if (names.length === 0) {
    return settleItems(received, amountCents, oldestFirst(openItems(received)), 'payment', id, on)
  }
  const reopened = reopenWrittenOff(received, amountCents, names, on)
  return onItems(reopened, names, items => settleItems(reopened, amountCents, items, 'payment', id, on))
}

/**
 * Money for an item that was written off: as much of the write-off is owed again, and settled at once
 * (docs/rules.md 18.5).
 */
function reopenWrittenOff(caseFile: Case, amountCents: Cents, names: readonly string[], on: Day): Case {
  const open = openItems(caseFile)
  const isNamed = (item: { name: string; invoice: string }) =>
    names.includes(item.name) || names.includes(item.invoice)
  let left = subtract(amountCents, sum(open.filter(isNamed).map(item => item.balanceCents)))
  let current = caseFile
  for (const item of caseFile.items.filter(isNamed)) {
    const back = smallerOf(left, writtenOffCents(caseFile.allocations, item.id))
    if (back <= 0n) continue
    left = subtract(left, back)
    const id = current.lastId + 1
    const opposed = { id, itemId: item.id, source: 'write-off' as const, sourceId: null, allocatedOn: on }
    current = {
      ...current,
      lastId: id,
      allocations: [...current.allocations, { ...opposed, amountCents: cents(-back) }],
    }
  }
  return current
}

/** Sets an amount against items, each up to its balance; the rest stays on the debtor's account. */
export function settleItems(
  caseFile: Case,
  amountCents: Cents,
  items: readonly OpenItem[],
  source: AllocationSource,
  sourceId: number | null,
  on: Day,
): Case {
  const shares = allocate(amountCents, items).map((share, index) => ({
    id: caseFile.lastId + 1 + index,
    source,
    sourceId,
    allocatedOn: on,
    ...share,
  }))
  return {
    ...caseFile,
    lastId: caseFile.lastId + shares.length,
    allocations: [...caseFile.allocations, ...shares],
  }
}

/** The newest payments set against the item come back first. */
export function rejectPayment(caseFile: Case, amountCents: Cents, name: string, on: Day): Case | Refusal {
  const item = caseFile.items.find(candidate => candidate.name === name)
  if (!item) return unknownItem(caseFile, name)
  let leftCents: bigint = amountCents
  let next = caseFile
  for (const payment of [...caseFile.payments].reverse()) {
    const allocated = caseFile.allocations
      .filter(a => a.source === 'payment' && a.sourceId === payment.id && a.itemId === item.id)
      .reduce((total, a) => total + a.amountCents, 0n)
    const back = (allocated < leftCents ? allocated : leftCents) as Cents
    if (back <= 0n) continue
    leftCents -= back
    const id = next.lastId + 1
    next = {
      ...next,
      lastId: id,
      payments: next.payments.map(p =>
        p.id === payment.id
          ? { ...p, rejections: [...p.rejections, { itemId: item.id, amountCents: back, rejectedOn: on }] }
          : p,
      ),
      allocations: [
        ...next.allocations,
        {
          id,
          itemId: item.id,
          source: 'payment',
          sourceId: payment.id,
          amountCents: -back as Cents,
          allocatedOn: on,
        },
      ],
    }
  }
  return leftCents > 0n
    ? refuse('amount-too-high', { item: name, amountCents: Number(amountCents) })
    : withoutDirectDebit(next, item.id, on)
}

/** Once the bank has rejected it, nothing more is to be awaited of a direct debit. */
function withoutDirectDebit(caseFile: Case, itemId: number, on: Day): Case {
  return {
    ...caseFile,
    holds: caseFile.holds.map(hold =>
      hold.reason === 'direct-debit' && hold.endedOn === null && hold.itemIds?.includes(itemId)
        ? { ...hold, endedOn: on }
        : hold,
    ),
  }
}

export function writeOff(caseFile: Case, items: readonly OpenItem[], on: Day): Case {
  return items.reduce(
    (current, item) => settleItems(current, item.balanceCents, [item], 'write-off', null, on),
    caseFile,
  )
}

/** Items that were assigned to a factor, or came back from it: to whom they are to be paid. */
export function payableTo(
  caseFile: Case,
  items: readonly OpenItem[],
  payee: string | null,
  payeeIban: string | null,
): Case {
  const ids = new Set(items.map(item => item.id))
  return {
    ...caseFile,
    items: caseFile.items.map(item => (ids.has(item.id) ? { ...item, payee, payeeIban } : item)),
  }
}
