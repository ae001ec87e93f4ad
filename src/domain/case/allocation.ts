import type { Day } from '../date.ts'
import { add, atLeastZero, type Cents, smallerOf, subtract, sum, ZERO } from '../money.ts'
import { byDueDate, type CreditNote, type DueItem } from './invoice.ts'
import type { Payment } from './payment.ts'

/** What lowers an item's balance: a payment, a credit note, or the decision to give up the rest. */
export type AllocationSource = 'payment' | 'credit-note' | 'write-off'

/** An amount set against an item. Never changed: a rejected payment adds the opposite amount. */
export type Allocation = {
  id: number
  itemId: number
  source: AllocationSource
  /** The payment or credit note; null for a write-off. */
  sourceId: number | null
  amountCents: Cents
  allocatedOn: Day
}

/** Sets an amount against items in the order given, each up to its balance. What is left stays unallocated. */
export function allocate(
  amountCents: Cents,
  items: readonly { id: number; balanceCents: Cents }[],
): { itemId: number; amountCents: Cents }[] {
  const shares: { itemId: number; amountCents: Cents }[] = []
  let leftCents = amountCents
  for (const item of items) {
    const share = smallerOf(leftCents, item.balanceCents)
    if (share <= 0n) continue
    shares.push({ itemId: item.id, amountCents: share })
    leftCents = subtract(leftCents, share)
  }
  return shares
}

/** The order in which money without instructions extinguishes items: oldest due first (C. civ. art. 1342-10). */
export function oldestFirst<Item extends DueItem>(items: readonly Item[]): Item[] {
  return [...items].sort(byDueDate)
}

/** Payments and credit notes not set against any item. */
export function unallocatedCents(
  payments: readonly Payment[],
  creditNotes: readonly CreditNote[],
  allocations: readonly Allocation[],
): Cents {
  const received = sum(payments.map(netOf))
  const credited = sum(creditNotes.map(note => subtract(note.amountCents, note.usedCents)))
  const used = sum(allocations.filter(a => a.source !== 'write-off').map(a => a.amountCents))
  return atLeastZero(subtract(add(received, credited), used))
}

/** What is given up of an item, less what came in of it since. */
export function writtenOffCents(allocations: readonly Allocation[], itemId: number): Cents {
  return sum(allocations.filter(a => a.source === 'write-off' && a.itemId === itemId).map(a => a.amountCents))
}

/** What is left of a payment after rejections and what the books used elsewhere. */
export function netOf(payment: Payment): Cents {
  const rejected = payment.rejections.reduce((total, rejection) => add(total, rejection.amountCents), ZERO)
  return subtract(subtract(payment.amountCents, rejected), payment.usedCents)
}
