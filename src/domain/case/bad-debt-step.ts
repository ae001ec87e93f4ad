import type { Day } from '../date.ts'

/** How far a claim has gone towards being lost, as a person noted it. */
export type BadDebtKind = 'doubtful' | 'impaired' | BadDebtGround

/**
 * Why its VAT may be recovered (CGI art. 272, 1): a person's written reason that the claim is definitively irrecoverable, or the
 * judgment that pronounces liquidation judiciaire.
 */
export type BadDebtGround = 'irrecoverable' | 'liquidation'

/** A fact about a claim that may never be paid. Never changed: a later one says otherwise. */
export type BadDebtStep = {
  id: number
  itemId: number
  kind: BadDebtKind
  /** The day it holds from; of a liquidation, the day of the judgment. */
  notedOn: Day
  /** Of the net price still owed that is held lost, from 0 to 100; null but for an impairment. */
  percent: number | null
  /** The proof, in words; null but for an irrecoverable claim. */
  reason: string | null
}
