import type { Day } from './date.ts'
import type { Cents } from './money.ts'

/** Money received. What isn't allocated to an item stays on the debtor's account. */
export type Payment = {
  id: number
  receivedOn: Day
  amountCents: Cents
  /** Why the product knows of it: a person said so, or the books show a lower balance. */
  source: 'person' | 'books'
  /** The part that came back: a returned debit, an unpaid cheque. */
  rejections: readonly { itemId: number; amountCents: Cents; rejectedOn: Day }[]
  /** The part that the books set against something Quittance doesn't hold. */
  usedCents: Cents
  reference: string | null
}
