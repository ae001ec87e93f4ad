import { type Action, isContact, PAYMENT_REJECTED } from '../action.ts'
import type { Case } from '../case/case.ts'
import { disputedCents } from '../case/hold.ts'
import type { OpenItem } from '../case/open-item.ts'
import { addDays, type Day, formatDay } from '../date.ts'
import { add, type Cents, ZERO } from '../money.ts'
import type { Reason } from '../reason.ts'
import type { Mode, Step } from '../scenario.ts'
import type { Morning } from './morning.ts'
import { brokenOn } from './outcome.ts'

export function whyStep(leader: OpenItem, step: Step, today: Day): Reason[] {
  if (step.id === PAYMENT_REJECTED) return [{ code: 'payment-rejected', params: { item: leader.name } }]
  const dueOn = leader.dueOn as Day
  const late: Reason =
    today > dueOn
      ? { code: 'overdue', params: { item: leader.name, days: today - dueOn } }
      : { code: 'due-soon', params: { item: leader.name, days: dueOn - today } }
  return [
    late,
    { code: 'step-due', params: { step: step.id, plannedOn: formatDay(addDays(dueOn, step.offsetDays)) } },
  ]
}

/** The first contact about an item since a promise on it was broken says so (docs/rules.md 12.3). */
export function whyPromise({ caseFile, law }: Morning, listed: readonly OpenItem[]): Reason[] {
  const unsaid = caseFile.promises.filter(promise => {
    if (promise.status !== 'broken') return false
    const named = (action: Action) => action.itemIds.some(id => promise.itemIds.includes(id))
    return (
      listed.some(item => promise.itemIds.includes(item.id)) &&
      !caseFile.actions.some(
        action => isContact(action) && action.askedOn >= brokenOn(promise, law) && named(action),
      )
    )
  })
  return unsaid.map(promise => ({
    code: 'promise-broken',
    params: { cents: Number(promise.amountCents), by: formatDay(promise.by) },
  }))
}

export function whyAmount(caseFile: Case, listed: readonly OpenItem[], credit: Cents): Reason[] {
  const reasons: Reason[] = []
  if (listed.length > 1) reasons.push({ code: 'account-grouped', params: { items: listed.length } })
  const disputed = listed.reduce((total, item) => add(total, disputedCents(caseFile, item)), ZERO)
  if (disputed > 0n) reasons.push({ code: 'dispute-excluded', params: { cents: Number(disputed) } })
  if (credit > 0n) reasons.push({ code: 'credits-netted', params: { cents: Number(credit) } })
  return reasons
}

export function whyMode(step: Step, mode: Mode): Reason[] {
  if (mode === step.mode) return []
  return [{ code: mode === 'approval' ? 'above-maximum' : 'first-message', params: {} }]
}
