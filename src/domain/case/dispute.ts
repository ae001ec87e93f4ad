import type { Day } from '../date.ts'
import type { Cents } from '../money.ts'

/** All or part of an item is contested. The rest of the item goes on being chased. */
export type Dispute = {
  id: number
  itemId: number
  amountCents: Cents
  reason: string
  openedOn: Day
  settledOn: Day | null
}
