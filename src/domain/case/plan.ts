import { addDays, addMonths, type Day } from '../date.ts'
import { type Cents, cents, ZERO } from '../money.ts'

export type PlanStatus = 'proposed' | 'active' | 'broken' | 'completed'

/** Instalments agreed with the debtor (échéancier), on certain items. */
export type Plan = {
  id: number
  agreedOn: Day
  itemIds: readonly number[]
  instalments: readonly { dueOn: Day; amountCents: Cents }[]
  /** Money already allocated to those items when the plan was agreed. */
  baselineCents: Cents
  status: PlanStatus
}

const GRACE_DAYS = 2

/** More is a slip of the finger: it would be eighty years of months. */
export const INSTALMENTS_AT_MOST = 999

export function monthlyInstalments(count: number, amountCents: Cents, from: Day): Plan['instalments'] {
  return Array.from({ length: count }, (_, index) => ({ dueOn: addMonths(from, index), amountCents }))
}

/**
 * The last day on which the plan holds its items if nothing more is paid (docs/rules.md 13.1); null when every
 * instalment is paid.
 */
export function planHeldUntil(plan: Plan, receivedCents: Cents): Day | null {
  let expected: Cents = ZERO
  for (const instalment of plan.instalments) {
    expected = cents(expected + instalment.amountCents)
    if (receivedCents < expected) return addDays(instalment.dueOn, GRACE_DAYS)
  }
  return null
}
