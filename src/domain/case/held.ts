import type { Day } from '../date.ts'
import type { Hold } from './recorded-hold.ts'

export type HoldReason =
  | Hold['reason']
  | 'dispute'
  | 'promise'
  | 'plan'
  | 'no-due-date'
  | 'unconfirmed-due-date'
  | 'credit-balance'
  | 'approval-refused'
  | 'stale-bank-data'

/** Items not chased today, why, and until when (null: until a person says so). docs/rules.md 10.3 lists the reasons. */
export type Held = { reason: HoldReason; itemIds: readonly number[]; until: Day | null }

/** Items so held are not to be paid by a transfer that Quittance asks for: the law forbids it, or it would be paid twice. */
export const NOT_TO_BE_PAID: readonly HoldReason[] = [
  'insolvency',
  'over-indebtedness',
  'small-claims',
  'time-barred',
  'direct-debit',
  'draft-accepted',
]

/** A judgment forbids to agree on paying what it stops (C. com. L622-7, conso L722-5). */
export const NOT_TO_BE_AGREED: readonly HoldReason[] = ['insolvency', 'over-indebtedness']
