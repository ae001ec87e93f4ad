import { type Action, isContact } from '../action.ts'
import { leavesActionOpen } from '../case/call.ts'
import { type Case, isOverdue } from '../case/case.ts'
import { disputedCents } from '../case/hold.ts'
import type { OpenItem } from '../case/open-item.ts'
import { isProposal, isToBeDone } from '../case/status.ts'
import type { Day } from '../date.ts'
import type { Law } from '../law/law.ts'
import { add, type Cents, subtract, ZERO } from '../money.ts'
import type { Reason } from '../reason.ts'
import type { Scenario, Step } from '../scenario.ts'
import type { Task } from '../task.ts'
import type { Decided, Lapse, Skip, Withdrawal } from './decision.ts'
import { withPassed } from './ending.ts'
import { type Progress, progressOf } from './progress.ts'

/** What is asked and carried out on a contact day. */
export type Contacts = {
  actions: Decided[]
  withdrawals: Withdrawal[]
  lapses: Lapse[]
  skips: Skip[]
  tasks: Task[]
  because: Reason[]
}

/** One morning of one case while it is worked through. */
export type Morning = Contacts & {
  caseFile: Case
  progress: Progress
  /** Open items that nothing holds. */
  readonly free: readonly OpenItem[]
  readonly overdueCents: Cents
  readonly scenario: Scenario
  readonly law: Law
  readonly today: Day
  /** Items in a proposal or an ask: no other message lists them. */
  readonly blockedBy: Map<number, Action | Decided>
  /** Items that can't lead any more this morning. */
  readonly passedOver: Set<number>
  contacted: boolean
}

export function begin(
  caseFile: Case,
  known: readonly OpenItem[],
  free: readonly OpenItem[],
  scenario: Scenario,
  law: Law,
  today: Day,
): Morning {
  const blockedBy = new Map<number, Action | Decided>()
  for (const action of pendingActions(caseFile)) for (const id of action.itemIds) blockedBy.set(id, action)
  const overdue = known.filter(item => isOverdue(item, today))
  return {
    actions: [],
    withdrawals: [],
    lapses: [],
    skips: [],
    tasks: [],
    because: [],
    caseFile,
    progress: progressOf(caseFile, scenario, law, today),
    free,
    overdueCents: overdue.reduce((total, item) => add(total, item.balanceCents), ZERO),
    scenario,
    law,
    today,
    blockedBy,
    passedOver: new Set(),
    contacted:
      caseFile.actions.some(action => isContactOf(action, today)) ||
      caseFile.calls.some(call => leavesActionOpen(call) && call.madeOn === today),
  }
}

/**
 * True when the debtor was contacted today, or may have been: an action of today is still to be done, or its fate is
 * unknown. A second run of the day then asks nothing more (docs/rules.md 6.1).
 */
function isContactOf(action: Action, today: Day): boolean {
  if (isContact(action)) return action.endedOn === today
  return isToBeDone(action) && action.askedOn === today && action.channel !== 'task'
}

export function pendingActions(caseFile: Case): Action[] {
  return caseFile.actions.filter(action => isProposal(action) || action.status === 'uncertain')
}

export function isDue(morning: Morning, item: OpenItem): boolean {
  if (morning.passedOver.has(item.id)) return false
  const step = morning.progress.nextStep(item)
  const dueDay = step && morning.progress.dueDay(item, step)
  return dueDay !== null && dueDay <= morning.today
}

/** What is asked for these items: their balances, less what is disputed (docs/rules.md 11.1). */
export function askedCents(caseFile: Case, items: readonly OpenItem[]): Cents {
  return items.reduce(
    (total, item) => add(total, subtract(item.balanceCents, disputedCents(caseFile, item))),
    ZERO,
  )
}

export function passBy(
  morning: Morning,
  step: Step,
  itemIds: readonly number[],
  how: 'lapsed' | 'skipped',
): void {
  morning.caseFile = withPassed(morning.caseFile, [{ step: step.id, itemIds }], how, morning.today)
  morning.progress = progressOf(morning.caseFile, morning.scenario, morning.law, morning.today)
}
