import { addWorkingDays, type Calendar, isWorkingDay, nextContactDay } from '../calendar.ts'
import type { Case } from '../case/case.ts'
import type { Held } from '../case/held.ts'
import { bankDataFreshUntil, isSameHeld } from '../case/hold.ts'
import { declarationDays } from '../case/insolvency.ts'
import { limitationDays } from '../case/limitation.ts'
import type { OpenItem } from '../case/open-item.ts'
import { addDays, type Day } from '../date.ts'
import type { Law } from '../law/law.ts'
import type { Scenario } from '../scenario.ts'
import { isSameTask } from '../task.ts'
import type { Decision } from './decision.ts'
import { canLapse, LAPSE_WORKING_DAYS, lapsesOn } from './ending.ts'
import { brokenOn, planBrokenOn } from './outcome.ts'
import { progressOf } from './progress.ts'
import { insurerNoticeOn } from './standing-task.ts'

/**
 * The first day on which looking at this case again can change anything, if nothing happens to it before
 * (docs/rules.md 1.8). It may be too early, never too late. Null: only a new fact can change anything.
 */
export function nextLookOn(
  caseFile: Case,
  decision: Decision,
  scenario: Scenario,
  law: Law,
  today: Day,
  known: readonly OpenItem[],
): Day | null {
  if (changesAnything(caseFile, decision)) return addDays(today, 1)
  const nextMorning = nextContactDay(law, addDays(today, 1))
  const freshUntil = bankDataFreshUntil(caseFile)
  const days = [
    // What came up on a day without contacts is worked through on the next one.
    ...(isWorkingDay(law, today) ? [] : [nextMorning]),
    ...itemDays(caseFile, decision, scenario, law, today, known),
    ...declarationDays(caseFile, known, law),
    ...caseFile.items.filter(item => item.issuedOn >= today).map(item => addDays(item.issuedOn, 1)),
    ...decision.holds.flatMap(hold => (hold.until === null ? [] : [addDays(hold.until, 1)])),
    ...known.flatMap(item => deadlineDays(caseFile, item, law, today)),
    ...(freshUntil === null ? [] : [addDays(freshUntil, 1)]),
    ...caseFile.promises
      .filter(promise => promise.status === 'pending')
      .map(promise => brokenOn(promise, law)),
    ...caseFile.plans.flatMap(plan => planBrokenOn(caseFile, plan, law) ?? []),
    ...caseFile.actions.flatMap(action => actionDays(action, scenario, law, today)),
    ...decision.tasks
      .filter(task => task.code === 'fix-contact')
      .map(task => addWorkingDays(law, task.since, LAPSE_WORKING_DAYS)),
  ].filter(day => day > today)
  return days.length > 0 ? (Math.min(...days) as Day) : null
}

/** Days on which the law or a contract says something new of an item, if nothing happens to it before. */
function deadlineDays(caseFile: Case, item: OpenItem, law: Law, today: Day): Day[] {
  const days = limitationDays(caseFile, item, law, today)
  const noticeOn = insurerNoticeOn(caseFile, item)
  return noticeOn === null ? days : [...days, noticeOn]
}

function changesAnything(caseFile: Case, decision: Decision): boolean {
  return (
    decision.actions.some(action => action.isNew) ||
    decision.withdrawals.length > 0 ||
    decision.lapses.length > 0 ||
    decision.skips.length > 0 ||
    decision.outcomes.length > 0 ||
    decision.holds.some(hold => !isTold(caseFile, hold)) ||
    decision.tasks.some(task => !caseFile.openTasks.some(other => isSameTask(task, other)))
  )
}

function isTold(caseFile: Case, hold: Held): boolean {
  return caseFile.toldHolds.some(told => isSameHeld(told, hold))
}

function itemDays(
  caseFile: Case,
  decision: Decision,
  scenario: Scenario,
  calendar: Calendar,
  today: Day,
  known: readonly OpenItem[],
): Day[] {
  const progress = progressOf(caseFile, scenario, calendar, today)
  const waits = waitingForOthers(caseFile, decision)
  return known.flatMap(item => {
    if (item.dueOn === null) return []
    const days = [item.dueOn, addDays(item.dueOn, 1)]
    const step = progress.nextStep(item)
    const dueDay = step && progress.dueDay(item, step)
    if (dueDay === null) return days
    if (dueDay > today) return [...days, dueDay]
    return waits.has(item.id) ? days : [...days, nextContactDay(calendar, addDays(today, 1))]
  })
}

/**
 * Items that wait for the end of a hold, for a person or for an address. The day of that end, or a new fact, brings the
 * case back.
 */
function waitingForOthers(caseFile: Case, decision: Decision): Set<number> {
  return new Set([
    ...decision.tasks.filter(task => task.code === 'fix-contact').flatMap(task => task.itemIds),
    ...decision.holds.filter(hold => hold.reason !== 'dispute').flatMap(hold => hold.itemIds),
    ...caseFile.actions.filter(action => action.status === 'open').flatMap(action => action.itemIds),
  ])
}

function actionDays(
  action: Case['actions'][number],
  scenario: Scenario,
  calendar: Calendar,
  today: Day,
): Day[] {
  switch (action.status) {
    case 'open':
      return canLapse(action, scenario) ? [lapsesOn(action, calendar)] : []
    case 'proposed':
      return [lapsesOn(action, calendar)]
    case 'agreed':
    case 'planned':
      return [nextContactDay(calendar, addDays(today, 1))]
    default:
      return []
  }
}
