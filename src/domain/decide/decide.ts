import type { Action } from '../action.ts'
import { type Case, isOverdue, openItems } from '../case/case.ts'
import { closingReason } from '../case/closing.ts'
import { accountCreditCents } from '../case/credit.ts'
import type { Held } from '../case/held.ts'
import { holdsInForce, isHeld } from '../case/hold.ts'
import { byDueDate } from '../case/invoice.ts'
import type { OpenItem } from '../case/open-item.ts'
import { isWithPeople } from '../case/status.ts'
import { addDays, type Day } from '../date.ts'
import type { Law } from '../law/law.ts'
import type { Scenario } from '../scenario.ts'
import type { Task } from '../task.ts'
import { contactsToday } from './contact.ts'
import type { Decision, Outcome } from './decision.ts'
import { endings, withPassed, withWithdrawals } from './ending.ts'
import { entrySkips } from './entry.ts'
import { nextLookOn } from './next-look.ts'
import { outcomesToday, withOutcomes } from './outcome.ts'
import { type Progress, progressOf } from './progress.ts'
import { standingTasks } from './standing-task.ts'

/**
 * What to do about one case on one day, and why (docs/rules.md 1.6). Pure: the same facts on the same day give the same
 * decision, however often it is asked. First what became of promises and plans, then what is held, then what lapses, then
 * whom to contact.
 */
export function decide(caseFile: Case, scenario: Scenario, law: Law, today: Day): Decision {
  const outcomes = outcomesToday(caseFile, today, law)
  const told = withOutcomes(caseFile, outcomes)
  const items = knownItems(told, today)
  if (items.length === 0) return nothingOpen(told, outcomes, today)

  const entry = entrySkips(told, items, scenario, law, today)
  const informed = withPassed(told, entry, 'skipped', today)
  const beforeLapses = progressOf(informed, scenario, law, today)
  const holds = allHolds(informed, items, beforeLapses, today, law)
  const free = items.filter(item => !isHeld(informed, item, holds))
  const { withdrawals, lapses } = endings(informed, free, scenario, today, law)
  const current = withPassed(withWithdrawals(informed, withdrawals, today), lapses, 'lapsed', today)

  const contacts = contactsToday(current, items, free, scenario, law, today)
  const standing = standingTasks(current, items, holds, today, law)
  const tasks = [...contacts.tasks, ...keepSince(caseFile.openTasks, standing)]
  const decision: Decision = {
    actions: contacts.actions,
    withdrawals: [...withdrawals, ...contacts.withdrawals],
    lapses: [...lapses, ...contacts.lapses],
    skips: [...entry, ...contacts.skips],
    outcomes,
    holds,
    tasks,
    closed: null,
    nextLookOn: null,
    because: contacts.because,
  }
  return { ...decision, nextLookOn: nextLookOn(current, decision, scenario, law, today, items) }
}

/** Items issued before today that have a balance, oldest due date first (docs/rules.md 1.5). */
export function knownItems(caseFile: Case, today: Day): OpenItem[] {
  return openItems(caseFile)
    .filter(item => item.issuedOn < today)
    .sort(byDueDate)
}

/**
 * Nothing is left to collect: the case is closed, unless the debtor has a credit that a person must refund or allocate
 * (docs/rules.md 17.3, 18.1).
 */
function nothingOpen(caseFile: Case, outcomes: readonly Outcome[], today: Day): Decision {
  const credit = accountCreditCents(caseFile)
  const known = caseFile.items.filter(item => item.issuedOn < today)
  const later = caseFile.items.filter(item => item.issuedOn >= today).map(item => addDays(item.issuedOn, 1))
  const closes = known.length > 0 && credit === 0n && caseFile.closed === null
  const tasks: Task[] =
    credit > 0n ? [{ code: 'refund-or-allocate', step: null, itemIds: [], since: today, params: {} }] : []
  return {
    actions: [],
    withdrawals: unfinished(caseFile).map(action => ({
      actionId: action.id,
      itemIds: [],
      ends: 'cancelled',
    })),
    lapses: [],
    skips: [],
    outcomes,
    holds: [],
    tasks: keepSince(caseFile.openTasks, tasks),
    closed: closes ? closingReason(caseFile) : null,
    nextLookOn: later.length > 0 ? (Math.min(...later) as Day) : null,
    because: [{ code: 'all-settled', params: {} }],
  }
}

/** Recorded and computed holds, and items whose assumed due date nobody confirmed beyond level 1 (docs/rules.md 19.4). */
function allHolds(
  caseFile: Case,
  items: readonly OpenItem[],
  progress: Progress,
  today: Day,
  law: Law,
): Held[] {
  const unconfirmed = items.filter(item => {
    const stage = item.dueAssumed ? progress.nextStep(item)?.stage : undefined
    return stage !== undefined && stage !== 'preventive' && stage !== 'level-1' && isOverdue(item, today)
  })
  const holds = holdsInForce(caseFile, items, today, law)
  if (unconfirmed.length === 0) return holds
  return [
    ...holds,
    { reason: 'unconfirmed-due-date', itemIds: unconfirmed.map(item => item.id), until: null },
  ]
}

/** A task that goes on keeps the day on which it began. */
function keepSince(open: readonly Task[], tasks: readonly Task[]): Task[] {
  return tasks.map(task => {
    const known = open.find(other => other.code === task.code && other.step === task.step)
    return known ? { ...task, since: known.since } : task
  })
}

function unfinished(caseFile: Case): Action[] {
  return caseFile.actions.filter(isWithPeople)
}
