import { isWorkingDay } from '../calendar.ts'
import { type Case, isOverdue } from '../case/case.ts'
import { holdsInForce, isHeld } from '../case/hold.ts'
import type { OpenItem } from '../case/open-item.ts'
import { addDays, type Day } from '../date.ts'
import type { Law } from '../law/law.ts'
import { isPreventive, type Scenario, type Stage, type Step } from '../scenario.ts'
import type { Skip } from './decision.ts'
import { progressOf } from './progress.ts'

const STAGES: readonly Stage[] = [
  'preventive',
  'level-1',
  'level-2',
  'level-3',
  'formal-notice',
  'litigation',
]

/**
 * Where items come in that are late on the morning when the chase of their case begins: at the first step by default,
 * else at the highest that has come, up to the stage set. What lies before it is skipped, and that is told
 * (docs/rules.md 5.2). A formal notice is never a first contact.
 */
export function entrySkips(
  caseFile: Case,
  items: readonly OpenItem[],
  scenario: Scenario,
  law: Law,
  today: Day,
): Skip[] {
  const { entry } = caseFile.settings
  if (entry === 'first' || hasBegun(caseFile)) return []
  if (!beginsToday(caseFile, items, scenario, law, today)) return []
  const late = items.filter(item => isOverdue(item, today))
  const steps = scenario.steps.filter(step => !isPreventive(step) && isUpTo(step, entry))
  return steps.flatMap((step, index) => {
    if (step.id === scenario.firstLetter) return []
    const beyond = steps.slice(index + 1)
    const itemIds = late
      .filter(item => beyond.some(later => hasCome(item, later, today)))
      .map(item => item.id)
    return itemIds.length > 0 ? [{ step: step.id, itemIds, code: 'entry' as const }] : []
  })
}

/** True once something was asked, skipped or left to a person in the case: from then on items come in at the first step. */
function hasBegun({ actions, passed, openTasks }: Case): boolean {
  return actions.length > 0 || passed.length > 0 || openTasks.some(task => task.step !== null)
}

/** The first contact day on which an overdue item that nothing holds has a step due. */
function beginsToday(
  caseFile: Case,
  items: readonly OpenItem[],
  scenario: Scenario,
  law: Law,
  today: Day,
): boolean {
  if (!isWorkingDay(law, today)) return false
  const holds = holdsInForce(caseFile, items, today, law)
  const progress = progressOf(caseFile, scenario, law, today)
  return items.some(item => {
    const step = progress.nextStep(item)
    const dueDay = step && progress.dueDay(item, step)
    return isOverdue(item, today) && dueDay !== null && dueDay <= today && !isHeld(caseFile, item, holds)
  })
}

function isUpTo(step: Step, stage: Stage): boolean {
  return STAGES.indexOf(step.stage) <= STAGES.indexOf(stage)
}

function hasCome(item: OpenItem, step: Step, today: Day): boolean {
  return item.dueOn !== null && addDays(item.dueOn, step.offsetDays) <= today
}
