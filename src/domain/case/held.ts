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
