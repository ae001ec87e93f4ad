import type { Action } from '../../src/domain/action.ts'
import type { Case } from '../../src/domain/case/case.ts'
import type { Day } from '../../src/domain/date.ts'
import { sameItems } from '../../src/domain/task.ts'
import type { Life } from './life.ts'

/** Notes in the life what a delivery did to the messages under way. Answers in words when it contradicts the run. */
export function noteDelivery(life: Life, before: Case, after: Case, today: Day): string | null {
  for (const planned of before.actions.filter(({ status }) => status === 'planned')) {
    const action = after.actions.find(({ id }) => id === planned.id)
    if (!action) return `${planned.step} has gone`
    const stopped = action.status === 'cancelled' || !sameItems(action.itemIds, planned.itemIds)
    if (stopped && planned.askedOn === today) return `${planned.step} decided and stopped on the same morning`
    if (stopped) life.untold = 'a message was stopped at the moment of sending'
    else if (action.status === 'uncertain') life.untold = 'an uncertain message'
    else tell(life, after, action, today)
  }
  return null
}

/** A message sent on its day is what a story supposes. */
function tell(life: Life, after: Case, action: Action, today: Day): void {
  const { step, status, askedOn, id } = action
  const isLast = after.actions.findLast(other => other.step === step)?.id === id
  if (!isLast) life.untold = `two messages of ${step} under way`
  if (status === 'failed') life.happened.push({ on: today, text: `fail ${step}` })
  if (status === 'planned' && askedOn === today) life.happened.push({ on: today, text: `undone ${step}` })
  if (status === 'done' && askedOn < today) life.happened.push({ on: today, text: `done ${step}` })
}
