import type { Day } from '../date.ts'
import { shareTax } from '../law/tax.ts'
import type { Cents } from '../money.ts'

/** An invoice as a source states it: amounts including tax, one or several due dates. */
export type Invoice = {
  number: string
  issuedOn: Day
  dues: readonly { dueOn: Day | null; amountCents: Cents; assumed: boolean }[]
  /** VAT included in its amount; null when the source doesn't say. */
  taxCents: Cents | null
}

/** What is chased: an invoice's amount due on one date. */
export type DueItem = {
  id: number
  /** The invoice's number, or `number/1`, `number/2` when it has several due dates. */
  name: string
  invoice: string
  issuedOn: Day
  /** When the goods or services were delivered, where somebody said so. */
  performedOn: Day | null
  /** Null when the source gave none and no terms were known. */
  dueOn: Day | null
  /** Derived from payment terms because the source had none. */
  dueAssumed: boolean
  amountCents: Cents
  /** To whom it is to be paid when it was assigned to a factor: name and IBAN. Null: to the creditor. */
  payee: string | null
  payeeIban: string | null
  /** VAT included in the amount, the item's share of the invoice's; null when unknown. */
  taxCents: Cents | null
  /** Raised when a later due date starts the chase again; a step is asked once a round. */
  round: number
}

/** A credit note, set against items by allocations. */
export type CreditNote = {
  id: number
  number: string
  issuedOn: Day
  amountCents: Cents
  /** VAT included in the amount; null when unknown. */
  taxCents: Cents | null
  /** The part that the books set against something Quittance doesn't hold. */
  usedCents: Cents
}

/** The due items of an invoice, named, without ids. */
export function dueItemsOf(invoice: Invoice): Omit<DueItem, 'id'>[] {
  const taxes = shareTax(
    invoice.taxCents,
    invoice.dues.map(due => due.amountCents),
  )
  return invoice.dues.map((due, index) => ({
    name: invoice.dues.length === 1 ? invoice.number : `${invoice.number}/${index + 1}`,
    invoice: invoice.number,
    issuedOn: invoice.issuedOn,
    performedOn: null,
    dueOn: due.dueOn,
    dueAssumed: due.assumed,
    amountCents: due.amountCents,
    payee: null,
    payeeIban: null,
    taxCents: taxes[index] ?? null,
    round: 1,
  }))
}

/** The day on which the claim was born: that of performance, for which the issue date stands where nobody said it. */
export function bornOn({ issuedOn, performedOn }: Pick<DueItem, 'issuedOn' | 'performedOn'>): Day {
  return performedOn ?? issuedOn
}

/** Oldest due date first (none last), then number, digits compared as numbers: F-2 before F-10. */
export function byDueDate(a: DueItem, b: DueItem): number {
  if (a.dueOn !== b.dueOn) return (a.dueOn ?? Infinity) - (b.dueOn ?? Infinity)
  return compareNumbers(a.name, b.name)
}

export function compareNumbers(a: string, b: string): number {
  const left = a.match(/\d+|\D+/g) ?? []
  const right = b.match(/\d+|\D+/g) ?? []
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const [x, y] = [left[index] as string, right[index] as string]
    if (x === y) continue
    const bothNumbers = /^\d/.test(x) && /^\d/.test(y)
    if (bothNumbers && BigInt(x) !== BigInt(y)) return BigInt(x) < BigInt(y) ? -1 : 1
    return x < y ? -1 : 1
  }
  return left.length - right.length || (a < b ? -1 : a > b ? 1 : 0)
}
