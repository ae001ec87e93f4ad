import { type Calendar, nextContactDay } from '../calendar.ts'
import { type Case, openItems, paidCents } from '../case/case.ts'
import { type Plan, planHeldUntil } from '../case/plan.ts'
import { heldUntil, type PaymentPromise } from '../case/promise.ts'
import { addDays, type Day } from '../date.ts'
import { subtract, sum } from '../money.ts'
import type { Outcome } from './decision.ts'

/**
 * Promises and plans that end this morning: kept as soon as the money is there, broken on a working day
 * (docs/rules.md 12.2, 12.3, 13.2).
 */
export function outcomesToday(caseFile: Case, today: Day, calendar: Calendar): Outcome[] {
  return [
    ...caseFile.promises.flatMap(promise => promiseOutcome(caseFile, promise, today, calendar)),
    ...caseFile.plans.flatMap(plan => planOutcome(caseFile, plan, today, calendar)),
  ]
}

/** The case once these outcomes are known. */
export function withOutcomes(caseFile: Case, outcomes: readonly Outcome[]): Case {
  if (outcomes.length === 0) return caseFile
  const find = (kind: Outcome['kind'], id: number) => outcomes.find(o => o.kind === kind && o.id === id)
  return {
    ...caseFile,
    promises: caseFile.promises.map(promise => {
      const outcome = find('promise', promise.id)
      return outcome?.kind === 'promise' ? { ...promise, status: outcome.status } : promise
    }),
    plans: caseFile.plans.map(plan => {
      const outcome = find('plan', plan.id)
      return outcome?.kind === 'plan' ? { ...plan, status: outcome.status } : plan
    }),
  }
}

/** The morning on which a promise not kept by then is broken. */
export function brokenOn(promise: PaymentPromise, calendar: Calendar): Day {
  return nextContactDay(calendar, addDays(heldUntil(promise), 1))
}

function promiseOutcome(caseFile: Case, promise: PaymentPromise, today: Day, calendar: Calendar): Outcome[] {
  if (promise.status !== 'pending') return []
  const outcome = (status: 'kept' | 'late' | 'broken'): Outcome[] => [
    { kind: 'promise', id: promise.id, status, amountCents: promise.amountCents },
  ]
  const receivedCents = subtract(paidCents(caseFile, promise.itemIds), promise.baselineCents)
  if (receivedCents >= promise.amountCents) {
    return outcome(lastPaymentOn(caseFile, promise.itemIds) > promise.by ? 'late' : 'kept')
  }
  return owesAnything(caseFile, promise.itemIds) && today >= brokenOn(promise, calendar)
    ? outcome('broken')
    : []
}

/** The morning on which a plan is broken if nothing more is paid; null when it isn't under way or all is paid. */
export function planBrokenOn(caseFile: Case, plan: Plan, calendar: Calendar): Day | null {
  if (plan.status !== 'active') return null
  const until = planHeldUntil(plan, subtract(paidCents(caseFile, plan.itemIds), plan.baselineCents))
  return until === null ? null : nextContactDay(calendar, addDays(until, 1))
}

function planOutcome(caseFile: Case, plan: Plan, today: Day, calendar: Calendar): Outcome[] {
  if (plan.status !== 'active') return []
  const amountCents = sum(plan.instalments.map(instalment => instalment.amountCents))
  const brokenFrom = planBrokenOn(caseFile, plan, calendar)
  if (brokenFrom === null) return [{ kind: 'plan', id: plan.id, status: 'completed', amountCents }]
  return owesAnything(caseFile, plan.itemIds) && today >= brokenFrom
    ? [{ kind: 'plan', id: plan.id, status: 'broken', amountCents }]
    : []
}

/**
 * Once the items are settled by a credit note or written off, nothing is left to be kept or broken
 * (docs/rules.md 12.5).
 */
function owesAnything(caseFile: Case, itemIds: readonly number[]): boolean {
  return openItems(caseFile).some(item => itemIds.includes(item.id))
}

function lastPaymentOn(caseFile: Case, itemIds: readonly number[]): Day {
  let last = -Infinity as Day
  for (const { source, itemId, allocatedOn } of caseFile.allocations) {
    if (source === 'payment' && itemIds.includes(itemId) && allocatedOn > last) last = allocatedOn
  }
  return last
}
