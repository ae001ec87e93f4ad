import type { Day } from '../date.ts'
import type { Law } from '../law/law.ts'
import { atLeastZero, type Cents, smallerOf, subtract, sum } from '../money.ts'
import { type Case, openItems, paidCents } from './case.ts'
import type { HoldReason } from './held.ts'
import { holdsInForce } from './hold.ts'
import type { OpenItem } from './open-item.ts'
import type { Plan } from './plan.ts'

/** What is left to pay of an instalment of a plan; `rank` counts from 1. */
export type DueInstalment = { planId: number; rank: number; dueOn: Day; amountCents: Cents }

/** Why the instalments of a plan are not to be debited: an item of it is held, or is to be paid to a factor. */
export type DebitStop = { planId: number; reason: HoldReason }

/**
 * Holds under which nothing is debited: the law or the facts forbid it, or the money is already on its way. The hold of
 * the plan itself is not one of them (docs/rules.md 13.4).
 */
const STOPS: readonly HoldReason[] = [
  'insolvency',
  'over-indebtedness',
  'time-barred',
  'factored',
  'draft-accepted',
  'retention',
  'small-claims',
  'mediation',
  'dispute',
  'direct-debit',
  'pause',
]

/**
 * Instalments of the plans in force that fall due by a day, less what came in since the plan was agreed, which pays the oldest first;
 * never more than what its items still owe.
 */
export function dueInstalments(
  caseFile: Case,
  until: Day,
  today: Day,
  law: Law,
): (DueInstalment | DebitStop)[] {
  const open = openItems(caseFile)
  const holds = holdsInForce(caseFile, open, today, law)
  return caseFile.plans
    .filter(plan => plan.status === 'active')
    .flatMap((plan): (DueInstalment | DebitStop)[] => {
      const items = open.filter(item => plan.itemIds.includes(item.id))
      const due = leftToPay(caseFile, plan, items).filter(({ dueOn }) => dueOn <= until)
      if (due.length === 0) return []
      const held = holds.find(
        ({ reason, itemIds }) => STOPS.includes(reason) && items.some(item => itemIds.includes(item.id)),
      )
      const reason = held?.reason ?? (items.some(item => item.payeeIban !== null) ? 'factored' : null)
      return reason === null ? due : [{ planId: plan.id, reason }]
    })
}

function leftToPay(caseFile: Case, plan: Plan, items: readonly OpenItem[]): DueInstalment[] {
  let received: Cents = atLeastZero(subtract(paidCents(caseFile, plan.itemIds), plan.baselineCents))
  let owed = sum(items.map(item => item.balanceCents))
  return plan.instalments.flatMap(({ dueOn, amountCents }, index) => {
    const paid = smallerOf(received, amountCents)
    received = subtract(received, paid)
    const left = smallerOf(subtract(amountCents, paid), owed)
    owed = subtract(owed, left)
    return left > 0n ? [{ planId: plan.id, rank: index + 1, dueOn, amountCents: left }] : []
  })
}
