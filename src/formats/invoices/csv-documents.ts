/** Rows of one invoice brought together: several due dates, several lines of a date, the same line twice. */
import type { Day } from '../../domain/date.ts'
import { add, type Cents } from '../../domain/money.ts'
import { error, type Problem, warning } from '../problem.ts'
import { shown } from '../shown.ts'
import type { DueRow, InvoiceRow } from './reading.ts'

export function mergeRows(rows: readonly InvoiceRow[], problems: Problem[]): InvoiceRow[] {
  const documents = new Map<string, Merging>()
  for (const row of rows) {
    const key = `${row.kind}\0${row.debtor.code}\0${row.number}`
    const known = documents.get(key)
    if (!known) {
      documents.set(key, { document: row, seen: null })
      continue
    }
    known.seen ??= new Set([signatureOf(known.document)])
    const signature = signatureOf(row)
    if (known.seen.has(signature)) problems.push(duplicate(row, known.document))
    else if (!sameDocument(known.document, row)) problems.push(reused(row, known.document))
    else {
      known.seen.add(signature)
      known.document = merge(known.document, row, problems)
    }
  }
  return [...documents.values()].map(({ document }) => document)
}

/** `seen`: what the rows of the document say, once there are several. */
type Merging = { document: InvoiceRow; seen: Set<string> | null }

function signatureOf(row: InvoiceRow): string {
  return [row.issuedOn, row.dues[0]?.dueOn, row.amountCents, row.openCents, row.currency].join('|')
}

function sameDocument(a: InvoiceRow, b: InvoiceRow): boolean {
  return (
    a.currency === b.currency && (a.issuedOn === b.issuedOn || a.issuedOn === null || b.issuedOn === null)
  )
}

function merge(document: InvoiceRow, row: InvoiceRow, problems: Problem[]): InvoiceRow {
  const dues = mergeDues(document.dues, row.dues)
  if (dues.length === document.dues.length) problems.push(merged(row, document))
  return {
    ...document,
    issuedOn: document.issuedOn ?? row.issuedOn,
    dues,
    amountCents: add(document.amountCents, row.amountCents),
    openCents: addOpen(document, row),
    taxCents:
      document.taxCents === null || row.taxCents === null ? null : add(document.taxCents, row.taxCents),
    contacts: [...document.contacts, ...row.contacts.filter(contact => !known(document, contact))],
    creditNoteFor: document.creditNoteFor ?? row.creditNoteFor,
  }
}

function mergeDues(dues: readonly DueRow[], more: readonly DueRow[]): DueRow[] {
  const merged = new Map<Day | null, DueRow>(dues.map(due => [due.dueOn, due]))
  for (const due of more) {
    const same = merged.get(due.dueOn)
    merged.set(due.dueOn, same ? { ...same, amountCents: add(same.amountCents, due.amountCents) } : due)
  }
  return [...merged.values()].sort((a, b) => (a.dueOn ?? 0) - (b.dueOn ?? 0))
}

/** A row that says nothing of its balance leaves its amount open, when another of the invoice does say. */
function addOpen(a: InvoiceRow, b: InvoiceRow): Cents | null {
  if (a.openCents === null && b.openCents === null) return null
  return add(a.openCents ?? a.amountCents, b.openCents ?? b.amountCents)
}

function known(document: InvoiceRow, contact: InvoiceRow['contacts'][number]): boolean {
  return document.contacts.some(other => JSON.stringify(other) === JSON.stringify(contact))
}

function duplicate(row: InvoiceRow, first: InvoiceRow): Problem {
  return warning(row.line, 'duplicate-row', { number: shown(row.number), first: first.line })
}

function reused(row: InvoiceRow, first: InvoiceRow): Problem {
  return error(row.line, 'number-reused', { number: shown(row.number), first: first.line })
}

function merged(row: InvoiceRow, first: InvoiceRow): Problem {
  return warning(row.line, 'merged-rows', { number: shown(row.number), first: first.line })
}
