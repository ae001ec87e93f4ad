import type { Day } from '../date.ts'
import { type Cents, ZERO } from '../money.ts'

/** Money received. What isn't allocated to an item stays on the debtor's account. */
export type Payment = {
  id: number
  receivedOn: Day
  amountCents: Cents
  /** Why the product knows of it: a person said so, the books show a lower balance, or a bank's statement tells of it. */
  source: 'person' | 'books' | 'bank'
  /** Key of the bank entry that brought it; null for the other sources. */
  entry: string | null
  /** Allocations of credit notes made together with it: they go when it is taken back. */
  creditAllocationIds: readonly number[]
  /** The part that came back: a returned debit, an unpaid cheque. */
  rejections: readonly { itemId: number; amountCents: Cents; rejectedOn: Day }[]
  /** The part that the books set against something Quittance doesn't hold. */
  usedCents: Cents
  reference: string | null
}

/** Money just received: nothing of it has come back, or been set against something else. */
export function newPayment({
  id,
  receivedOn,
  amountCents,
  source,
  entry = null,
  creditAllocationIds = [],
  reference = null,
}: Pick<Payment, 'id' | 'receivedOn' | 'amountCents' | 'source'> &
  Partial<Pick<Payment, 'entry' | 'creditAllocationIds' | 'reference'>>): Payment {
  return {
    id,
    receivedOn,
    amountCents,
    source,
    entry,
    creditAllocationIds,
    rejections: [],
    usedCents: ZERO,
    reference,
  }
}
