import type { Action } from '../action.ts'
import { type Calendar, isWorkingDay, nextContactDay } from '../calendar.ts'
import { type Case, isOverdue, openItems } from '../case/case.ts'
import { isHeld } from '../case/hold.ts'
import { byDueDate } from '../case/invoice.ts'
import type { OpenItem } from '../case/open-item.ts'
import { addDays, type Day, formatDay, laterOf } from '../date.ts'
import type { Reason, ReasonCode, ReasonParams } from '../reason.ts'
import type { Scenario, Step } from '../scenario.ts'
import { adopt } from './adopt.ts'
import { knownItems } from './decide.ts'
import type { Decision } from './decision.ts'
import { type Progress, progressOf } from './progress.ts'

/** Why one item waits. */
export type Wait = Reason & { params: { item: string } }

/** The case in the evening, once the decision is written down: the reasons of each item are read from it. */
type Evening = {
  caseFile: Case
  decision: Decision
  progress: Progress
  calendar: Calendar
  today: Day
}

/**
 * Why each open item that nothing new is asked for today, and that no hold stops, waits. Each reason names its item.
 * `caseFile` is the case before the decision. This is for people who ask; the run has no use for it, and nothing follows
 * from it.
 */
export function explainWaits(
  caseFile: Case,
  decision: Decision,
  scenario: Scenario,
  calendar: Calendar,
  today: Day,
): Wait[] {
  const evening = adopt(caseFile, decision, today)
  const progress = progressOf(evening, scenario, calendar, today)
  const asked = new Set(
    decision.actions.filter(action => action.isNew).flatMap(action => [...action.itemIds]),
  )
  const seen: Evening = { caseFile: evening, decision, progress, calendar, today }
  const known = knownItems(evening, today).filter(
    item => !asked.has(item.id) && !isHeld(evening, item, decision.holds),
  )
  return [
    ...known.flatMap(item => whyWaits(seen, item)),
    ...notYetKnown(evening, today).flatMap(item => whyNext(seen, item)),
  ]
}

/** Issued today or later: a case looks at its items from the day after their issue. */
function notYetKnown(caseFile: Case, today: Day): OpenItem[] {
  return openItems(caseFile)
    .filter(item => item.issuedOn >= today && item.dueOn !== null)
    .sort(byDueDate)
}

function whyWaits(evening: Evening, item: OpenItem): Wait[] {
  const { decision, today } = evening
  return (
    whyPeople(evening, item) ??
    (isOverdue(item, today) && said(decision, 'case-below-minimum')
      ? [{ code: 'case-below-minimum', params: { item: item.name } }]
      : whyNext(evening, item))
  )
}

/** An action, a proposal or a task that somebody must dispose of, or a message on its way; null when there is none. */
function whyPeople({ caseFile, decision }: Evening, item: OpenItem): Wait[] | null {
  const own = (statuses: Action['status'][]) =>
    caseFile.actions.find(action => statuses.includes(action.status) && action.itemIds.includes(item.id))
  const onItsWay = own(['planned'])
  if (onItsWay) return [{ code: 'waits-for-message', params: ofAction(item, onItsWay) }]
  const action = own(['open', 'proposed', 'uncertain'])
  if (action) return [{ code: 'waits-for-person', params: ofAction(item, action) }]
  const task = decision.tasks.find(
    ({ code, itemIds }) => (code === 'fix-contact' || code === 'below-minimum') && itemIds.includes(item.id),
  )
  if (!task) return null
  return [{ code: 'waits-for-task', params: { item: item.name, step: task.step ?? '', task: task.code } }]
}

/** The item's next step and its day; when that day has come already, what keeps it from going. */
function whyNext(evening: Evening, item: OpenItem): Wait[] {
  const { progress, calendar, today } = evening
  const step = progress.nextStep(item)
  if (step === null) return [{ code: 'scenario-finished', params: { item: item.name } }]
  const dueDay = progress.dueDay(item, step)
  if (dueDay === null) return []
  const next = (on: Day): Wait => ({
    code: 'waits-for-step',
    params: { item: item.name, step: step.id, on: formatDay(on) },
  })
  const firstDay = nextContactDay(calendar, addDays(laterOf(item.issuedOn, today), 1))
  if (dueDay > today && item.issuedOn < today) return [next(dueDay)]
  if (item.issuedOn >= today) return [next(laterOf(dueDay, firstDay))]
  return [...whatHinders(evening, item, step), next(firstDay)]
}

/** Why a step whose day has come is not asked for today. */
function whatHinders({ caseFile, decision, calendar, today }: Evening, item: OpenItem, step: Step): Wait[] {
  const { name } = item
  if (!isWorkingDay(calendar, today)) return [{ code: 'not-a-contact-day', params: { item: name } }]
  if (caseFile.actions.some(action => action.status === 'planned'))
    return [{ code: 'message-under-way', params: { item: name } }]
  const isLimit = ({ code, params }: Reason) => code === 'call-limit' && params.channel === step.channel
  if (decision.because.some(isLimit))
    return [{ code: 'call-limit', params: { item: name, channel: step.channel } }]
  return [{ code: 'contacted-today', params: { item: name, step: step.id } }]
}

function said(decision: Decision, code: ReasonCode): boolean {
  return decision.because.some(reason => reason.code === code)
}

function ofAction({ name }: OpenItem, { step, id }: Action): ReasonParams['waits-for-person'] {
  return { item: name, step, action: id }
}
