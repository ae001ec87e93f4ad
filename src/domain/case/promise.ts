import { addDays, type Day } from '../date.ts'
import type { Cents } from '../money.ts'

export type PromiseStatus = 'pending' | 'kept' | 'late' | 'broken' | 'cancelled'

/**
 * An amount that the debtor promises to pay by a date, on certain items. Named so as not to hide JavaScript's own
 * Promise.
 */
export type PaymentPromise = {
  id: number
  madeOn: Day
  by: Day
  amountCents: Cents
  itemIds: readonly number[]
  /** Money already allocated to those items when the promise was made. */
  baselineCents: Cents
  status: PromiseStatus
}

/** Transfers take a day or two, so the items stay held this long after the promised date (docs/rules.md 12.1). */
const GRACE_DAYS = 2

export function heldUntil(promise: PaymentPromise): Day {
  return addDays(promise.by, GRACE_DAYS)
}
