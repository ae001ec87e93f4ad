import type { Day } from '../date.ts'
import { bornOn } from './invoice.ts'
import type { OpenItem } from './open-item.ts'
import type { Procedure } from './procedure.ts'

/** Reasons that a person records with `suspend`; the others have facts of their own. */
export const SUSPENSIONS = [
  'draft-accepted',
  'factored',
  'retention',
  'small-claims',
  'mediation',
  'over-indebtedness',
  'time-barred',
] as const
export type Suspension = (typeof SUSPENSIONS)[number]
export type RecordedReason = 'pause' | 'reply-unread' | 'direct-debit' | 'insolvency' | Suspension

/** A suspension that somebody recorded: a pause, a reply to be read, a direct debit under way, a judgment. */
export type Hold = {
  id: number
  reason: RecordedReason
  /** Null for the whole case. */
  itemIds: readonly number[] | null
  from: Day
  /** Last day; null until a person ends it. */
  until: Day | null
  endedOn: Day | null
  /** Of a judgment alone: its publication in the BODACC, its kind, the declaration of the claims it stops. */
  publishedOn: Day | null
  procedure: Procedure | null
  declaredOn: Day | null
}

/** A judgment stops claims born before it, by date of performance (C. com. L622-21, conso L722-2); later ones go on. */
export function covers(hold: Hold, item: Pick<OpenItem, 'id' | 'issuedOn' | 'performedOn'>): boolean {
  if (hold.itemIds !== null) return hold.itemIds.includes(item.id)
  const stopsEarlier = hold.reason === 'insolvency' || hold.reason === 'over-indebtedness'
  return !stopsEarlier || bornOn(item) < hold.from
}
