import { addWorkingDays } from '../calendar.ts'
import type { OpenItem } from '../case/open-item.ts'
import { isLegal, type Step } from '../scenario.ts'
import { LAPSE_WORKING_DAYS } from './ending.ts'
import { askedCents, type Morning, passBy } from './morning.ts'
import { reach, reachable } from './reach.ts'

/**
 * There is no way to reach the debtor, or too small a sum: a person is told, or the step is skipped (docs/rules.md 7.3,
 * 8.2, 8.3).
 */
export function giveUp(
  morning: Morning,
  leader: OpenItem,
  step: Step,
  cause: 'no-address' | 'below-minimum' | 'call-limit',
  listed: readonly OpenItem[],
): void {
  const { today } = morning
  if (cause === 'call-limit') {
    for (const item of listed) morning.passedOver.add(item.id)
    morning.because.push({ code: 'call-limit', params: { channel: step.channel } })
    return
  }
  const concerned = listed.filter(item => morning.progress.nextStep(item)?.id === step.id)
  const itemIds = cause === 'no-address' ? [leader.id] : concerned.map(item => item.id)
  if (cause === 'below-minimum' && !isLegal(step)) {
    morning.skips.push({ step: step.id, itemIds, code: 'below-minimum' })
    passBy(morning, step, itemIds, 'skipped')
    return
  }
  const code = cause === 'no-address' ? 'fix-contact' : 'below-minimum'
  const known = morning.caseFile.openTasks.find(
    task => task.code === code && task.step === step.id && task.itemIds.includes(leader.id),
  )
  const since = known?.since ?? today
  const told = morning.tasks.find(task => task.code === code && task.step === step.id && task.since === since)
  if (told) told.itemIds = [...told.itemIds, ...itemIds]
  else morning.tasks.push({ code, step: step.id, itemIds, since, params: {} })
  for (const id of itemIds) morning.passedOver.add(id)
}

/**
 * A step that waited long enough for an address lapses, except the formal notice; the next one may go at once
 * (docs/rules.md 7.3).
 */
export function lapseUnreachable(morning: Morning): void {
  for (const { code, step: stepId, itemIds, since } of morning.caseFile.openTasks) {
    const step = morning.scenario.steps.find(({ id }) => id === stepId)
    if (code !== 'fix-contact' || !step || step.stage === 'formal-notice') continue
    if (morning.today < addWorkingDays(morning.law, since, LAPSE_WORKING_DAYS)) continue
    const stopped = morning.free.filter(
      item => itemIds.includes(item.id) && isStopped(morning, item, step.id),
    )
    if (stopped.length === 0) continue
    const lapse = { step: step.id, itemIds: stopped.map(item => item.id) }
    morning.lapses.push(lapse)
    passBy(morning, step, lapse.itemIds, 'lapsed')
  }
}

/** Keeps a task on the days on which its step is not looked at, as long as its items still wait for that step. */
export function keepStoppedTasks(morning: Morning): void {
  const listed = new Set(morning.actions.flatMap(action => action.itemIds))
  for (const open of morning.caseFile.openTasks) {
    if (open.code !== 'fix-contact' && open.code !== 'below-minimum') continue
    const told = morning.tasks.find(
      task => task.code === open.code && task.step === open.step && task.since === open.since,
    )
    const waiting = morning.free.filter(
      item =>
        open.itemIds.includes(item.id) &&
        !listed.has(item.id) &&
        isStopped(morning, item, open.step as string),
    )
    const ids = new Set([...(told?.itemIds ?? []), ...waiting.map(item => item.id)])
    const itemIds = morning.free.filter(item => ids.has(item.id)).map(item => item.id)
    if (told) told.itemIds = itemIds
    else if (itemIds.length > 0) morning.tasks.push({ ...open, itemIds })
  }
}

/** True for a formal notice about an item of which the debtor was never reached before (docs/rules.md 5.3). */
export function isFirstNotice({ progress }: Pick<Morning, 'progress'>, item: OpenItem, step: Step): boolean {
  return step.stage === 'formal-notice' && !progress.wasContacted(item)
}

function isStopped(morning: Morning, item: OpenItem, stepId: string): boolean {
  const { caseFile, progress } = morning
  const step = progress.nextStep(item)
  if (step?.id !== stepId) return false
  const found = reach(
    step,
    reachable(morning),
    askedCents(caseFile, [item]),
    progress.failures(item, step).channels,
  )
  if (isFirstNotice({ progress }, item, step)) return true
  return found.channel === null && found.cause !== 'call-limit'
}
