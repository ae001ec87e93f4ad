/** Customer accounts → open items: what clearing has settled, what it has left, and a number for each line. */
import type { Day } from '../../domain/date.ts'
import { type Cents, cents, smallerOf, subtract, sum, ZERO } from '../../domain/money.ts'
import { type Problem, warning } from '../problem.ts'
import { shown } from '../shown.ts'
import type { DefaultDueDate, DocumentKind, InvoiceRow } from './reading.ts'

/** One line of a customer's account; a debit is positive. */
export type LedgerLine = {
  line: number
  customerCode: string
  customerName: string
  number: string
  entryNumber: string
  issuedOn: Day
  dueOn: Day | null
  amountCents: Cents
  clearing: string
  /** The entry has a line on account 70: a credit of it is a credit note, not money. */
  sale: boolean
  /** VAT included in the amount; null when the source doesn't say. */
  taxCents: Cents | null
}

export type LedgerReading = { documents: InvoiceRow[]; unbalanced: string[] }

export function openItems(lines: readonly LedgerLine[], dueOn: DefaultDueDate): LedgerReading {
  const names = customerNames(lines)
  const { open, unbalanced } = openAmounts(lines)
  const numberOf = numbering()
  const documents = lines.map((line, index) => {
    const kind = kindOf(line)
    const amountCents = magnitude(line.amountCents)
    return {
      line: line.line,
      kind,
      number: numberOf(line, kind),
      issuedOn: line.issuedOn,
      dues: kind === 'invoice' ? [dueItem(line, amountCents, dueOn)] : [],
      amountCents,
      openCents: open[index] ?? ZERO,
      taxCents: kind === 'payment' ? null : line.taxCents,
      currency: 'EUR',
      debtor: {
        code: line.customerCode,
        name: names.get(line.customerCode) ?? line.customerCode,
        kind: null,
        siren: null,
        vat: null,
      },
      contacts: [],
      creditNoteFor: null,
    }
  })
  return { documents, unbalanced }
}

export function unbalancedClearing(
  codes: readonly string[],
  code: 'unbalanced-lettrage' | 'fec-unbalanced-lettrage',
): Problem {
  return warning(null, code, { count: codes.length, first: codes.slice(0, 5).map(shown) })
}

function kindOf(line: LedgerLine): DocumentKind {
  if (line.amountCents > 0n) return 'invoice'
  return line.sale ? 'credit-note' : 'payment'
}

function dueItem(line: LedgerLine, amountCents: Cents, dueOn: DefaultDueDate) {
  if (line.dueOn !== null) return { dueOn: line.dueOn, amountCents, assumed: false }
  return { dueOn: dueOn(line.issuedOn), amountCents, assumed: true }
}

function openAmounts(lines: readonly LedgerLine[]): { open: Cents[]; unbalanced: string[] } {
  const open = lines.map(line => (line.clearing === '' ? magnitude(line.amountCents) : ZERO))
  const unbalanced: string[] = []
  for (const group of clearingGroups(lines).values()) {
    const left = sum(group.map(({ line }) => line.amountCents))
    const first = group[0]
    if (left === 0n || first === undefined) continue
    if (isPartial(first.line.clearing)) leaveOpen(group, left, open)
    else unbalanced.push(`${first.line.clearing} (${first.line.customerCode})`)
  }
  return { open, unbalanced }
}

type GroupLine = { line: LedgerLine; index: number }

function clearingGroups(lines: readonly LedgerLine[]): Map<string, GroupLine[]> {
  const groups = new Map<string, GroupLine[]>()
  for (const [index, line] of lines.entries()) {
    if (line.clearing === '') continue
    const key = `${line.customerCode}\0${line.clearing}`
    const group = groups.get(key)
    if (group) group.push({ line, index })
    else groups.set(key, [{ line, index }])
  }
  return groups
}

/** French accounting programs letter in lower case what is settled in part only. */
function isPartial(clearing: string): boolean {
  return clearing !== clearing.toUpperCase()
}

/** The lighter side settles the heavier one, oldest line first. */
function leaveOpen(group: readonly GroupLine[], left: Cents, open: Cents[]): void {
  const heavier = group.filter(({ line }) => line.amountCents > 0n === left > 0n)
  let settling = subtract(sum(heavier.map(({ line }) => magnitude(line.amountCents))), magnitude(left))
  heavier.sort((a, b) => a.line.issuedOn - b.line.issuedOn || a.index - b.index)
  for (const { line, index } of heavier) {
    const settled = smallerOf(magnitude(line.amountCents), settling)
    open[index] = subtract(magnitude(line.amountCents), settled)
    settling = subtract(settling, settled)
  }
}

/**
 * `REF`, then `REF/ENTRY`, then `REF/ENTRY/2`… for a customer and kind. Lettered lines are numbered too, so that
 * an item keeps its number when another is settled.
 */
function numbering(): (line: LedgerLine, kind: DocumentKind) => string {
  const used = new Set<string>()
  const lastSuffix = new Map<string, number>()
  return (line, kind) => {
    const prefix = `${line.customerCode}\0${kind}\0`
    const inEntry = `${line.number}/${line.entryNumber}`
    for (const number of [line.number, inEntry]) {
      if (!used.has(prefix + number)) {
        used.add(prefix + number)
        return number
      }
    }
    let suffix = lastSuffix.get(prefix + inEntry) ?? 1
    do suffix += 1
    while (used.has(`${prefix}${inEntry}/${suffix}`))
    lastSuffix.set(prefix + inEntry, suffix)
    used.add(`${prefix}${inEntry}/${suffix}`)
    return `${inEntry}/${suffix}`
  }
}

function customerNames(lines: readonly LedgerLine[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const { customerCode, customerName } of lines) {
    if (customerName !== '' && !names.has(customerCode)) names.set(customerCode, customerName)
  }
  return names
}

function magnitude(amount: Cents): Cents {
  return amount < 0n ? cents(-amount) : amount
}
