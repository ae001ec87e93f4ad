import { type Case, lookAgain, openItems } from '../case/case.ts'
import { accountCreditCents } from '../case/credit.ts'
import { dueItemsOf, type Invoice } from '../case/invoice.ts'
import type { Day } from '../date.ts'
import { add, atLeastZero, type Cents, smallerOf, subtract, sum, ZERO } from '../money.ts'
import { moveDueDates } from './due-date.ts'
import { withTaxFromBooks } from './item-tax.ts'
import { settleItems } from './record-money.ts'

/** A document as the books show it. `openCents` is what is still open on it; null when the books don't say. */
export type BookDocument = {
  kind: 'invoice' | 'credit-note' | 'payment'
  number: string
  issuedOn: Day
  dues: Invoice['dues']
  amountCents: Cents
  openCents: Cents | null
  /** `openCents` is what was open when the document was issued, as an electronic invoice says it: later facts stand. */
  openAtIssue?: boolean
  /** VAT included in the amount; null when the books don't say. */
  taxCents: Cents | null
  creditNoteFor: string | null
}

/** What became of a document: new, changed, as it was, or no longer open. */
export type Taken = 'created' | 'updated' | 'unchanged' | 'cleared'

/**
 * The case once the books' documents are known. Facts recorded by people stay: only what the books said before is
 * corrected by what they say now (docs/rules.md 23.1, 23.2). Taking the same documents twice changes nothing.
 */
export function takeBooks(
  dossier: Case,
  documents: readonly BookDocument[],
  on: Day,
): { dossier: Case; taken: Taken[] } {
  const taken: Taken[] = []
  let current = dossier
  const ordered = [...documents].sort((a, b) => rank(a) - rank(b) || a.issuedOn - b.issuedOn)
  for (const given of ordered) {
    const document = given.openAtIssue && isKnown(current, given) ? { ...given, openCents: null } : given
    const next = takeDocument(current, document, on)
    const isNew = !isKnown(current, document)
    taken.push(
      next === current ? 'unchanged' : isNew ? 'created' : document.openCents === 0n ? 'cleared' : 'updated',
    )
    current = next
  }
  return { dossier: current === dossier ? dossier : lookAgain(current, on), taken }
}

/** A stock file lists everything that is open: what it doesn't list is settled. Returns how many documents were. */
export function clearAbsent(
  dossier: Case,
  listed: ReadonlySet<string>,
  on: Day,
): { dossier: Case; cleared: number } {
  let cleared = 0
  let current = dossier
  const absent = (document: BookDocument) => !listed.has(`${document.kind} ${document.number}`)
  for (const document of knownDocuments(dossier).filter(absent)) {
    const next = takeDocument(current, document, on)
    if (next !== current) cleared++
    current = next
  }
  return { dossier: current === dossier ? dossier : lookAgain(current, on), cleared }
}

function rank(document: BookDocument): number {
  return document.kind === 'invoice' ? 0 : 1
}

function isKnown(dossier: Case, { kind, number }: BookDocument): boolean {
  switch (kind) {
    case 'invoice':
      return dossier.items.some(item => item.invoice === number)
    case 'credit-note':
      return dossier.creditNotes.some(note => note.number === number)
    case 'payment':
      return dossier.payments.some(payment => payment.reference === number)
  }
}

function takeDocument(dossier: Case, document: BookDocument, on: Day): Case {
  if (!isKnown(dossier, document) && document.openCents === 0n) return dossier
  switch (document.kind) {
    case 'invoice':
      return takeInvoice(dossier, document, on)
    case 'credit-note':
      return takeCreditNote(dossier, document, on)
    case 'payment':
      return takePayment(dossier, document)
  }
}

function takeInvoice(dossier: Case, document: BookDocument, on: Day): Case {
  const known = isKnown(dossier, document)
  const written = known
    ? withTaxFromBooks(withDueDates(dossier, document, on), document.number, document.taxCents)
    : withInvoice(dossier, document)
  // An invoice that comes in partly paid was paid before it was known here: its issue date stands for the day of the
  // payment. A balance that falls later is taken to have fallen today.
  return document.openCents === null
    ? written
    : withBalance(written, document, known ? on : document.issuedOn)
}

function withInvoice(dossier: Case, document: BookDocument): Case {
  const items = dueItemsOf(document).map((item, index) => ({ id: dossier.lastId + 1 + index, ...item }))
  return { ...dossier, lastId: dossier.lastId + items.length, items: [...dossier.items, ...items] }
}

/** A due date that the source moved; a later one than today starts the chase again. Assumed dates never replace stated ones. */
function withDueDates(dossier: Case, document: BookDocument, on: Day): Case {
  const items = dossier.items.filter(item => item.invoice === document.number)
  if (items.length !== document.dues.length) return dossier
  const moved = new Map(
    items.flatMap((item, index) => {
      const due = document.dues[index]
      if (!due || due.dueOn === item.dueOn || (due.assumed && !item.dueAssumed)) return []
      return [[item.id, due] as const]
    }),
  )
  return moveDueDates(dossier, moved, on)
}

function withBalance(dossier: Case, document: BookDocument, on: Day): Case {
  const items = openItems(dossier).filter(item => item.invoice === document.number)
  const balance = sum(items.map(item => item.balanceCents))
  const open = document.openCents ?? balance
  if (open === balance) return dossier
  if (open > balance) return withBooksCorrected(dossier, document.number, subtract(open, balance), on)
  const id = dossier.lastId + 1
  const paid = subtract(balance, open)
  const payment = {
    id,
    receivedOn: on,
    amountCents: paid,
    source: 'books' as const,
    entry: null,
    creditAllocationIds: [],
    rejections: [],
    usedCents: ZERO,
    reference: null,
  }
  const received = { ...dossier, lastId: id, payments: [...dossier.payments, payment] }
  return settleItems(received, paid, items, 'payment', id, on)
}

/** The books show more open than before: takes back what they had said was paid, never what a person recorded. */
function withBooksCorrected(dossier: Case, invoice: string, excess: Cents, on: Day): Case {
  const itemIds = new Set(dossier.items.filter(item => item.invoice === invoice).map(item => item.id))
  const fromBooks = new Set(
    dossier.payments.filter(p => p.source === 'books' && p.reference === null).map(p => p.id),
  )
  const paid = new Map<string, { itemId: number; sourceId: number; cents: bigint }>()
  for (const { itemId, source, sourceId, amountCents } of dossier.allocations) {
    if (source !== 'payment' || sourceId === null || !itemIds.has(itemId) || !fromBooks.has(sourceId))
      continue
    const key = `${itemId} ${sourceId}`
    paid.set(key, { itemId, sourceId, cents: (paid.get(key)?.cents ?? 0n) + amountCents })
  }
  let left: Cents = excess
  let current = dossier
  for (const { itemId, sourceId, cents } of [...paid.values()].reverse()) {
    const back = smallerOf(left, atLeastZero(cents as Cents))
    if (back === 0n) continue
    left = subtract(left, back)
    const id = current.lastId + 1
    current = {
      ...current,
      lastId: id,
      payments: current.payments.map(p =>
        p.id === sourceId ? { ...p, usedCents: add(p.usedCents, back) } : p,
      ),
      allocations: [
        ...current.allocations,
        { id, itemId, source: 'payment', sourceId, amountCents: -back as Cents, allocatedOn: on },
      ],
    }
  }
  return current
}

function takeCreditNote(dossier: Case, document: BookDocument, on: Day): Case {
  const known = dossier.creditNotes.find(note => note.number === document.number)
  const id = known?.id ?? dossier.lastId + 1
  const allocated = allocatedFrom(dossier, 'credit-note', id)
  const open = document.openCents ?? subtract(document.amountCents, allocated)
  const usedCents = atLeastZero(subtract(subtract(document.amountCents, open), allocated))
  if (known) {
    if (known.usedCents === usedCents || document.openCents === null) return dossier
    return {
      ...dossier,
      creditNotes: dossier.creditNotes.map(note => (note === known ? { ...note, usedCents } : note)),
    }
  }
  const { number, issuedOn, amountCents, taxCents } = document
  const note = { id, number, issuedOn, amountCents, taxCents, usedCents }
  const noted = { ...dossier, lastId: id, creditNotes: [...dossier.creditNotes, note] }
  const items = openItems(noted).filter(item => item.invoice === document.creditNoteFor)
  return settleItems(noted, subtract(amountCents, usedCents), items, 'credit-note', id, on)
}

function takePayment(dossier: Case, document: BookDocument): Case {
  const known = dossier.payments.find(payment => payment.reference === document.number)
  const id = known?.id ?? dossier.lastId + 1
  const allocated = allocatedFrom(dossier, 'payment', id)
  const open = document.openCents ?? subtract(document.amountCents, allocated)
  const usedCents = atLeastZero(subtract(subtract(document.amountCents, open), allocated))
  if (known) {
    if (known.usedCents === usedCents) return dossier
    return { ...dossier, payments: dossier.payments.map(p => (p === known ? { ...p, usedCents } : p)) }
  }
  const payment = {
    id,
    receivedOn: document.issuedOn,
    amountCents: document.amountCents,
    source: 'books' as const,
    entry: null,
    creditAllocationIds: [],
    rejections: [],
    usedCents,
    reference: document.number,
  }
  return { ...dossier, lastId: id, payments: [...dossier.payments, payment] }
}

function allocatedFrom(dossier: Case, source: 'payment' | 'credit-note', id: number): Cents {
  return sum(
    dossier.allocations.filter(a => a.source === source && a.sourceId === id).map(a => a.amountCents),
  )
}

/** Every document of the case that is still open, as a source would say that it no longer is. */
function knownDocuments(dossier: Case): BookDocument[] {
  const settled = { openCents: ZERO, taxCents: null, dues: [], creditNoteFor: null }
  const invoices = new Map(openItems(dossier).map(item => [item.invoice, item]))
  const hasCredit = accountCreditCents(dossier) > 0n
  return [
    ...[...invoices.values()].map(item => ({
      kind: 'invoice' as const,
      number: item.invoice,
      issuedOn: item.issuedOn,
      amountCents: item.amountCents,
      ...settled,
    })),
    ...(hasCredit ? dossier.creditNotes : []).map(({ number, issuedOn, amountCents }) => ({
      kind: 'credit-note' as const,
      number,
      issuedOn,
      amountCents,
      ...settled,
    })),
    ...(hasCredit ? dossier.payments : []).flatMap(({ reference, receivedOn, amountCents }) =>
      reference === null
        ? []
        : [{ kind: 'payment' as const, number: reference, issuedOn: receivedOn, amountCents, ...settled }],
    ),
  ]
}
