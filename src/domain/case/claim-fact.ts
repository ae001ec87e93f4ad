import type { Day } from '../date.ts'
import type { Cents } from '../money.ts'

/**
 * What a person recorded about the claim of a case. It changes what can be claimed, and no step follows from it; a
 * judgment also starts a new limitation (docs/rules.md 22.10, 27.6). `waived-interest` and `waived-indemnity`: an
 * amount given up for now on an invoice; `costs`: what recovering it has cost, as a document proves it; `judgment`:
 * enforceable on that day, about the whole case.
 */
export type ClaimFact = {
  id: number
  kind: 'waived-interest' | 'waived-indemnity' | 'costs' | 'judgment'
  /** The day of the waiver or of the proof; for a judgment the day on which it became enforceable. */
  countsOn: Day
  invoice: string | null
  amountCents: Cents | null
  document: string | null
}
