import type { Day } from '../date.ts'

/** How far a claim has gone towards being lost, as a person noted it. */
export type BadDebtKind = 'doubtful' | 'impaired' | BadDebtGround

/**
 * Why its VAT may be recovered (CGI art. 272, 1): a person's written reason that the claim is definitively irrecoverable, or the
 * judgment that pronounces liquidation judiciaire.
 */
export type BadDebtGround = 'irrecoverable' | 'liquidation'

/** A fact about a claim that may never be paid. It is never changed: what changes later is recorded as another one. */
export type BadDebtStep = {
  id: number
  itemId: number
  kind: BadDebtKind
  /** The day from which it counts; for a liquidation, the day of the judgment. */
  notedOn: Day
  /** For an impairment, the percentage of the net price still owed that is held lost, from 0 to 100; null otherwise. */
  percent: number | null
  /** For an irrecoverable claim, the proof in words; null otherwise. */
  reason: string | null
}
