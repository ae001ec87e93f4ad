import { type Case, lookAgain, openItems } from '../case/case.ts'
import { accountCreditCents } from '../case/credit.ts'
import { dueItemsOf, type Invoice } from '../case/invoice.ts'
import { newPayment } from '../case/payment.ts'
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
  caseFile: Case,
  documents: readonly BookDocument[],
  on: Day,
): { caseFile: Case; taken: Taken[] } {
  const taken: Taken[] = []
  let current = caseFile
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
  return { caseFile: current === caseFile ? caseFile : lookAgain(current, on), taken }
}

/** A stock file lists everything that is open: what it doesn't list is settled. Returns how many documents were. */
export function clearAbsent(
  caseFile: Case,
  listed: ReadonlySet<string>,
  on: Day,
): { caseFile: Case; cleared: number } {
  let cleared = 0
  let current = caseFile
  const absent = (document: BookDocument) => !listed.has(`${document.kind} ${document.number}`)
  for (const document of knownDocuments(caseFile).filter(absent)) {
    const next = takeDocument(current, document, on)
    if (next !== current) cleared++
    current = next
  }
  return { caseFile: current === caseFile ? caseFile : lookAgain(current, on), cleared }
}

function rank(document: BookDocument): number {
  return document.kind === 'invoice' ? 0 : 1
}

function isKnown(caseFile: Case, { kind, number }: BookDocument): boolean {
  switch (kind) {
    case 'invoice':
      return caseFile.items.some(item => item.invoice === number)
    case 'credit-note':
      return caseFile.creditNotes.some(note => note.number === number)
    case 'payment':
      return caseFile.payments.some(payment => payment.reference === number)
  }
}

function takeDocument(caseFile: Case, document: BookDocument, on: Day): Case {
  if (!isKnown(caseFile, document) && document.openCents === 0n) return caseFile
  switch (document.kind) {
    case 'invoice':
      return takeInvoice(caseFile, document, on)
    case 'credit-note':
      return takeCreditNote(caseFile, document, on)
    case 'payment':
      return takePayment(caseFile, document)
  }
}

function takeInvoice(caseFile: Case, document: BookDocument, on: Day): Case {
  const known = isKnown(caseFile, document)
  const written = known
    ? withTaxFromBooks(withDueDates(caseFile, document, on), document.number, document.taxCents)
    : withInvoice(caseFile, document)
  // An invoice that comes in partly paid was paid before it was known here: its issue date stands for the day of the
  // payment. A balance that falls later is taken to have fallen today.
  return document.openCents === null
    ? written
    : withBalance(written, document, known ? on : document.issuedOn)
}

function withInvoice(caseFile: Case, document: BookDocument): Case {
  const items = dueItemsOf(document).map((item, index) => ({ id: caseFile.lastId + 1 + index, ...item }))
  return { ...caseFile, lastId: caseFile.lastId + items.length, items: [...caseFile.items, ...items] }
}

/** A due date that the source moved; a later one than today starts the chase again. Assumed dates never replace stated ones. */
function withDueDates(caseFile: Case, document: BookDocument, on: Day): Case {
  const items = caseFile.items.filter(item => item.invoice === document.number)
  if (items.length !== document.dues.length) return caseFile
  const moved = new Map(
    items.flatMap((item, index) => {
      const due = document.dues[index]
      if (!due || due.dueOn === item.dueOn || (due.assumed && !item.dueAssumed)) return []
      return [[item.id, due] as const]
    }),
  )
  return moveDueDates(caseFile, moved, on)
}

function withBalance(caseFile: Case, document: BookDocument, on: Day): Case {
  const items = openItems(caseFile).filter(item => item.invoice === document.number)
  const balance = sum(items.map(item => item.balanceCents))
  const open = document.openCents ?? balance
  if (open === balance) return caseFile
  if (open > balance) return withBooksCorrected(caseFile, document.number, subtract(open, balance), on)
  const id = caseFile.lastId + 1
  const paid = subtract(balance, open)
  const payment = newPayment({ id, receivedOn: on, amountCents: paid, source: 'books' })
  const received = { ...caseFile, lastId: id, payments: [...caseFile.payments, payment] }
  return settleItems(received, paid, items, 'payment', id, on)
}

/** The books show more open than before: takes back what they had said was paid, never what a person recorded. */
function withBooksCorrected(caseFile: Case, invoice: string, excess: Cents, on: Day): Case {
  const itemIds = new Set(caseFile.items.filter(item => item.invoice === invoice).map(item => item.id))
  const fromBooks = new Set(
    caseFile.payments.filter(p => p.source === 'books' && p.reference === null).map(p => p.id),
  )
  const paid = new Map<string, { itemId: number; sourceId: number; cents: bigint }>()
  for (const { itemId, source, sourceId, amountCents } of caseFile.allocations) {
    if (source !== 'payment' || sourceId === null || !itemIds.has(itemId) || !fromBooks.has(sourceId))
      continue
    const key = `${itemId} ${sourceId}`
    paid.set(key, { itemId, sourceId, cents: (paid.get(key)?.cents ?? 0n) + amountCents })
  }
  let left: Cents = excess
  let current = caseFile
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

function takeCreditNote(caseFile: Case, document: BookDocument, on: Day): Case {
  const known = caseFile.creditNotes.find(note => note.number === document.number)
  const id = known?.id ?? caseFile.lastId + 1
  const allocated = allocatedFrom(caseFile, 'credit-note', id)
  const open = document.openCents ?? subtract(document.amountCents, allocated)
  const usedCents = atLeastZero(subtract(subtract(document.amountCents, open), allocated))
  if (known) {
    if (known.usedCents === usedCents || document.openCents === null) return caseFile
    return {
      ...caseFile,
      creditNotes: caseFile.creditNotes.map(note => (note === known ? { ...note, usedCents } : note)),
    }
  }
  const { number, issuedOn, amountCents, taxCents } = document
  const note = { id, number, issuedOn, amountCents, taxCents, usedCents }
  const noted = { ...caseFile, lastId: id, creditNotes: [...caseFile.creditNotes, note] }
  const items = openItems(noted).filter(item => item.invoice === document.creditNoteFor)
  return settleItems(noted, subtract(amountCents, usedCents), items, 'credit-note', id, on)
}

function takePayment(caseFile: Case, document: BookDocument): Case {
  const known = caseFile.payments.find(payment => payment.reference === document.number)
  const id = known?.id ?? caseFile.lastId + 1
  const allocated = allocatedFrom(caseFile, 'payment', id)
  const open = document.openCents ?? subtract(document.amountCents, allocated)
  const usedCents = atLeastZero(subtract(subtract(document.amountCents, open), allocated))
  if (known) {
    if (known.usedCents === usedCents) return caseFile
    return { ...caseFile, payments: caseFile.payments.map(p => (p === known ? { ...p, usedCents } : p)) }
  }
  const { issuedOn: receivedOn, amountCents, number: reference } = document
  const payment = { ...newPayment({ id, receivedOn, amountCents, source: 'books', reference }), usedCents }
  return { ...caseFile, lastId: id, payments: [...caseFile.payments, payment] }
}

function allocatedFrom(caseFile: Case, source: 'payment' | 'credit-note', id: number): Cents {
  return sum(
    caseFile.allocations.filter(a => a.source === source && a.sourceId === id).map(a => a.amountCents),
  )
}

/** Every document of the case that is still open, as a source would say that it no longer is. */
function knownDocuments(caseFile: Case): BookDocument[] {
  const settled = { openCents: ZERO, taxCents: null, dues: [], creditNoteFor: null }
  const invoices = new Map(openItems(caseFile).map(item => [item.invoice, item]))
  const hasCredit = accountCreditCents(caseFile) > 0n
  return [
    ...[...invoices.values()].map(item => ({
      kind: 'invoice' as const,
      number: item.invoice,
      issuedOn: item.issuedOn,
      amountCents: item.amountCents,
      ...settled,
    })),
    ...(hasCredit ? caseFile.creditNotes : []).map(({ number, issuedOn, amountCents }) => ({
      kind: 'credit-note' as const,
      number,
      issuedOn,
      amountCents,
      ...settled,
    })),
    ...(hasCredit ? caseFile.payments : []).flatMap(({ reference, receivedOn, amountCents }) =>
      reference === null
        ? []
        : [{ kind: 'payment' as const, number: reference, issuedOn: receivedOn, amountCents, ...settled }],
    ),
  ]
}
