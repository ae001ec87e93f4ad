import { type Case, isOverdue } from '../case/case.ts'
import type { Held } from '../case/held.ts'
import { disputedCents } from '../case/hold.ts'
import { declarationTasks } from '../case/insolvency.ts'
import { limitationAlert } from '../case/limitation.ts'
import { concerns } from '../case/milestone.ts'
import type { OpenItem } from '../case/open-item.ts'
import { addDays, type Day, formatDay } from '../date.ts'
import type { Law } from '../law/law.ts'
import type { Task, TaskMatter } from '../task.ts'
import { lapsesOn } from './ending.ts'

/** A task that belongs to the case, or to items of it: none when no item is concerned. */
type Standing = TaskMatter & { items: readonly { id: number }[]; step?: string }

/** How long before the insurer's deadline a person is told. */
const INSURER_NOTICE_DAYS = 15

/** Tasks that follow from the case as it stands. */
export function standingTasks(
  caseFile: Case,
  items: readonly OpenItem[],
  holds: readonly Held[],
  today: Day,
  law: Law,
): Task[] {
  const heldFor = (reason: Held['reason']) => {
    const hold = holds.find(candidate => candidate.reason === reason)
    return items.filter(({ id }) => hold?.itemIds.includes(id))
  }
  const standing: Standing[] = [
    ...unconfirmed(caseFile, today, law),
    { code: 'refund-or-allocate', params: {}, items: heldFor('credit-balance') },
    { code: 'due-date-missing', params: {}, items: heldFor('no-due-date') },
    { code: 'confirm-due-date', params: {}, items: heldFor('unconfirmed-due-date') },
    ...caseFile.plans
      .filter(plan => plan.status === 'broken')
      .map(plan => ({
        code: 'plan-broken' as const,
        params: {},
        items: items.filter(({ id }) => plan.itemIds.includes(id)),
      })),
    ...caseFile.actions
      .filter(action => action.status === 'uncertain')
      .map(({ itemIds, step }) => ({
        code: 'uncertain-message' as const,
        params: {},
        step,
        items: itemIds.map(id => ({ id })),
      })),
    ...limitationAlerts(caseFile, items, today, law),
    ...insurerTask(caseFile, items, today),
    { code: 'set-off', params: {}, items: canBeSetOff(caseFile, items, holds, today) },
  ]
  const tasks: Task[] = standing
    .filter(task => task.items.length > 0)
    .map(({ items: concerned, step = null, ...matter }) => ({
      ...matter,
      step,
      itemIds: concerned.map(({ id }) => id),
      since: today,
    }))
  return [...tasks, ...declarationTasks(caseFile, items, today, law)]
}

/** The day from which a person is told to declare an item to the credit insurer; null when there is nothing to declare. */
export function insurerNoticeOn({ settings }: Case, item: OpenItem): Day | null {
  if (settings.creditInsuranceDays === null || item.dueOn === null) return null
  return addDays(item.dueOn, Math.max(1, settings.creditInsuranceDays - INSURER_NOTICE_DAYS))
}

function unconfirmed(caseFile: Case, today: Day, law: Law): Standing[] {
  return caseFile.actions
    .filter(({ status, mode }) => status === 'proposed' && mode === 'to-confirm')
    .filter(action => today >= lapsesOn(action, law))
    .map(({ itemIds, step }) => ({
      code: 'unconfirmed',
      params: {},
      step,
      items: itemIds.map(id => ({ id })),
    }))
}

function limitationAlerts(caseFile: Case, items: readonly OpenItem[], today: Day, law: Law): Standing[] {
  const alerted = items.flatMap(item => {
    const alert = limitationAlert(caseFile, item, law, today)
    return alert === null ? [] : [{ ...alert, item }]
  })
  const within = (limit: 6 | 3, code: 'limitation-in-6-months' | 'limitation-in-3-months') => {
    const near = alerted.filter(({ months }) => months === limit)
    const days = near.map(({ by }) => by)
    return byEarliest(days, { code, items: near.map(({ item }) => item) })
  }
  return [...within(6, 'limitation-in-6-months'), ...within(3, 'limitation-in-3-months')]
}

function insurerTask(caseFile: Case, items: readonly OpenItem[], today: Day): Standing[] {
  const late = items.filter(item => isToDeclare(caseFile, item, today))
  const limit = caseFile.settings.creditInsuranceDays ?? 0
  const days = late.flatMap(({ dueOn }) => (dueOn === null ? [] : [addDays(dueOn, limit)]))
  return byEarliest(days, { code: 'declare-to-insurer', items: late })
}

type Urgent = 'limitation-in-6-months' | 'limitation-in-3-months' | 'declare-to-insurer'

/** To be done by the first of these days; no task without any. */
function byEarliest(
  days: readonly Day[],
  task: { code: Urgent; items: readonly { id: number }[] },
): Standing[] {
  return days.length === 0 ? [] : [{ ...task, params: { by: formatDay(Math.min(...days) as Day) } }]
}

function isToDeclare(caseFile: Case, item: OpenItem, today: Day): boolean {
  const noticeOn = insurerNoticeOn(caseFile, item)
  if (noticeOn === null || today < noticeOn) return false
  return !caseFile.milestones.some(
    milestone => milestone.kind === 'declared-to-insurer' && concerns(milestone, item.id),
  )
}

/**
 * Set-off needs two debts that are certain, of a known amount and due (C. civ. 1347-1): what is overdue, not wholly
 * disputed, and stopped by no judgment (docs/rules.md 17.5).
 */
function canBeSetOff(
  caseFile: Case,
  items: readonly OpenItem[],
  holds: readonly Held[],
  today: Day,
): readonly OpenItem[] {
  if (caseFile.payableCents <= 0n) return []
  const barred = holds.filter(({ reason }) => reason === 'insolvency' || reason === 'over-indebtedness')
  return items.filter(
    item =>
      isOverdue(item, today) &&
      disputedCents(caseFile, item) < item.balanceCents &&
      !barred.some(({ itemIds }) => itemIds.includes(item.id)),
  )
}
