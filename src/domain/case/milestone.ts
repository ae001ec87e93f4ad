import type { Day } from '../date.ts'

/**
 * `acknowledgement`: the debtor admits the debt in writing. `legal-action`: a claim in court, a conservatory measure, an
 * act of enforcement.
 */
export const MILESTONES = ['acknowledgement', 'legal-action', 'declared-to-insurer'] as const
export type MilestoneKind = (typeof MILESTONES)[number]

/** A dated event that moves or ends a deadline of the law or of a contract, with the document that proves it. */
export type Milestone = {
  id: number
  kind: MilestoneKind
  on: Day
  /** Null for the whole case. */
  itemIds: readonly number[] | null
  document: string | null
}

export function concerns({ itemIds }: Milestone, itemId: number): boolean {
  return itemIds === null || itemIds.includes(itemId)
}
