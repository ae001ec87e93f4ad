import type { Day } from './date.ts'
import type { Reason } from './reason.ts'

export type TaskCode =
  | 'fix-contact'
  | 'unconfirmed'
  | 'refund-or-allocate'
  | 'below-minimum'
  | 'plan-broken'
  | 'due-date-missing'
  | 'confirm-due-date'
  | 'uncertain-message'
  | 'limitation-in-6-months'
  | 'limitation-in-3-months'
  | 'declare-to-insurer'
  | 'set-off'
  | 'declare-claim'
  | 'declaration-due-soon'
  | 'declaration-missed'

/** What a person must look at. It names the items that it stops, and disappears with its cause. */
export type Task = {
  code: TaskCode
  step: string | null
  itemIds: readonly number[]
  since: Day
  /** What the sentence needs: dates as ISO text. `by` is the last day to do it. */
  params?: Reason['params']
}

/** True when two tasks tell a person the same thing. The day since when is not compared. */
export function isSameTask(a: Task, b: Task): boolean {
  return a.code === b.code && a.step === b.step && sameItems(a.itemIds, b.itemIds) && sameParams(a, b)
}

function sameParams({ params: a = {} }: Task, { params: b = {} }: Task): boolean {
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every(key => a[key] === b[key])
}

/** True for the same items in any order: a changed due date changes how they are sorted. */
export function sameItems(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every(id => b.includes(id))
}
