import { type Action, isContact, type PassedStep } from '../action.ts'
import { addWorkingDays, type Calendar, nextContactDay } from '../calendar.ts'
import type { Case } from '../case/case.ts'
import type { OpenItem } from '../case/open-item.ts'
import { addDays, type Day, laterOf } from '../date.ts'
import { isLegal, isPreventive, type Scenario, type Step } from '../scenario.ts'

/** A preventive step planned sooner than this after the issue would tell the debtor nothing new (docs/rules.md 2.6). */
const MINIMUM_AGE_DAYS = 10
/** An item whose previous step came later than this after its planned day is behind (docs/rules.md 3.3). */
const BEHIND_DAYS = 5
/** An item that is behind waits at most this long for its next step. */
const CATCH_UP_DAYS = 10
/** A payment that leaves a balance earns the debtor this many working days of silence (docs/rules.md 3.4). */
const PAYMENT_WORKING_DAYS = 3
/** Days that the post is given when nobody knows when a registered letter was presented (docs/rules.md 16.1). */
const POST_DAYS = 5
/** Working days after the formal notice's deadline before anything else is sent or asked (docs/rules.md 16.2). */
const DEADLINE_WORKING_DAYS = 3

/** Which steps the items of a case have passed, when the next one is due. Computed once per decision. */
export type Progress = {
  /** The first step, in order, that the item has not passed; null at the end of the scenario. */
  nextStep(item: OpenItem): Step | null
  /** The day on which a step of an item is due, a contact day; null without due date. */
  dueDay(item: OpenItem, step: Step): Day | null
  hasPassed(item: OpenItem, step: Step): boolean
  /** True once the debtor was reached about the item after its due date. */
  wasContacted(item: OpenItem): boolean
  /** True when the item has passed the step or one after it. */
  isBeyond(item: OpenItem, step: Step): boolean
  /** The channels on which the item's step failed for good, and the last day that one did. */
  failures(item: OpenItem, step: Step): { channels: ReadonlySet<string>; lastOn: Day | null }
}

export function progressOf(caseFile: Case, scenario: Scenario, calendar: Calendar, today: Day): Progress {
  const passed = passedIndex(caseFile)
  const order = new Map(scenario.steps.map((step, index) => [step.id, index]))
  const lastContactOn = lastContactAfterDue(caseFile)
  const quietUntil = dayAfterPartialPayment(caseFile, calendar)

  const record = (item: OpenItem, step: Step) =>
    passed.get(item.id)?.find(entry => entry.step === step.id && entry.round === item.round)
  const hasPassed = (item: OpenItem, step: Step) =>
    record(item, step) !== undefined || (isPreventive(step) && preventiveLapsed(item, step, today))

  const nextSteps = new Map<number, Step | null>()
  function nextStep(item: OpenItem): Step | null {
    let next = nextSteps.get(item.id)
    if (next === undefined) {
      next = scenario.steps.find(step => !hasPassed(item, step)) ?? null
      nextSteps.set(item.id, next)
    }
    return next
  }

  function previousStep(item: OpenItem, step: Step): { step: Step; passedOn: Day } | null {
    for (let index = (order.get(step.id) ?? 0) - 1; index >= 0; index--) {
      const earlier = scenario.steps[index] as Step
      const found = record(item, earlier)
      if (found?.how === 'carried-out' && !isPreventive(earlier))
        return { step: earlier, passedOn: found.passedOn }
    }
    return null
  }

  function failures(item: OpenItem, step: Step) {
    const failed = caseFile.actions.filter(
      action => action.status === 'failed' && action.step === step.id && action.itemIds.includes(item.id),
    )
    const days = failed.map(action => action.endedOn ?? action.askedOn)
    return {
      channels: new Set(failed.map(action => action.channel)),
      lastOn: days.length > 0 ? (Math.max(...days) as Day) : null,
    }
  }

  return {
    hasPassed,
    failures,
    wasContacted: item =>
      scenario.steps.some(step => !isPreventive(step) && record(item, step)?.how === 'carried-out'),
    nextStep,
    isBeyond: (item, step) =>
      scenario.steps.slice(order.get(step.id)).some(later => record(item, later) !== undefined),
    dueDay(item, step) {
      if (item.dueOn === null) return null
      const failedOn = failures(item, step).lastOn
      if (failedOn !== null) return nextContactDay(calendar, addDays(failedOn, 1))
      let earliest = addDays(item.dueOn, step.offsetDays)
      if (lastContactOn !== null) {
        earliest = laterOf(earliest, addWorkingDays(calendar, lastContactOn, step.gapWorkingDays))
      }
      if (quietUntil !== null) earliest = laterOf(earliest, quietUntil)
      const previous = previousStep(item, step)
      if (previous) {
        const plannedOn = addDays(item.dueOn, previous.step.offsetDays)
        if (previous.passedOn > addDays(plannedOn, BEHIND_DAYS)) {
          const distance = Math.min(step.offsetDays - previous.step.offsetDays, CATCH_UP_DAYS)
          earliest = laterOf(earliest, addDays(previous.passedOn, distance))
        }
      }
      const deadline = formalNoticeDeadline(caseFile, item)
      if (deadline !== null) {
        earliest = laterOf(earliest, addWorkingDays(calendar, deadline, DEADLINE_WORKING_DAYS))
      }
      return nextContactDay(calendar, earliest)
    },
  }
}

/**
 * The steps that a listed item passes when an action is carried out: its own whose day has come, up to the action's
 * (docs/rules.md 6.4).
 */
export function stepsPassedBy(
  action: Pick<Action, 'step'>,
  item: OpenItem | { dueOn: Day | null },
  scenario: Scenario,
  today: Day,
): Step[] {
  const last = scenario.steps.findIndex(step => step.id === action.step)
  return scenario.steps
    .slice(0, last + 1)
    .filter(step => (isLegal(step) ? step.id === action.step : hasCome(item, step, today)))
}

/** The day by which the debtor must have paid after a formal notice about this item; null when there was none. */
export function formalNoticeDeadline(caseFile: Case, item: { id: number }): Day | null {
  let deadline: Day | null = null
  for (const action of caseFile.actions) {
    if (action.stage !== 'formal-notice' || action.status !== 'done' || !action.itemIds.includes(item.id))
      continue
    const presentedOn = action.presentedOn ?? addDays(action.endedOn ?? action.askedOn, POST_DAYS)
    const end = addDays(presentedOn, caseFile.settings.formalNoticeDays)
    deadline = deadline === null ? end : laterOf(deadline, end)
  }
  return deadline
}

/** A preventive step lapses once the due date is here, or when it would follow the issue too closely. */
function preventiveLapsed(item: OpenItem, step: Step, today: Day): boolean {
  if (item.dueOn === null) return false
  return (
    today >= item.dueOn || addDays(item.dueOn, step.offsetDays) < addDays(item.issuedOn, MINIMUM_AGE_DAYS)
  )
}

function hasCome(item: { dueOn: Day | null }, step: Step, today: Day): boolean {
  return item.dueOn !== null && addDays(item.dueOn, step.offsetDays) <= today
}

/** Steps passed, by item. */
function passedIndex(caseFile: Case): Map<number, PassedStep[]> {
  const byItem = new Map<number, PassedStep[]>()
  for (const entry of caseFile.passed) {
    const entries = byItem.get(entry.itemId)
    if (entries) entries.push(entry)
    else byItem.set(entry.itemId, [entry])
  }
  return byItem
}

function lastContactAfterDue(caseFile: Case): Day | null {
  let last: Day | null = null
  for (const action of caseFile.actions) {
    if (!isContact(action) || action.stage === 'preventive' || action.endedOn === null) continue
    last = last === null ? action.endedOn : laterOf(last, action.endedOn)
  }
  return last
}

/** The first day on which chasing may go on after the last payment that left any item of the case with a balance. */
function dayAfterPartialPayment(caseFile: Case, calendar: Calendar): Day | null {
  const payments = caseFile.payments
    .filter(payment => payment.rejections.length === 0)
    .sort((a, b) => b.receivedOn - a.receivedOn)
  const last = payments.find(payment => leftABalance(caseFile, payment.receivedOn))
  return last ? addWorkingDays(calendar, last.receivedOn, PAYMENT_WORKING_DAYS) : null
}

function leftABalance(caseFile: Case, day: Day): boolean {
  const allocated = new Map<number, bigint>()
  for (const { itemId, amountCents, allocatedOn } of caseFile.allocations) {
    if (allocatedOn <= day) allocated.set(itemId, (allocated.get(itemId) ?? 0n) + amountCents)
  }
  return caseFile.items.some(
    item => item.issuedOn <= day && item.amountCents > (allocated.get(item.id) ?? 0n),
  )
}
