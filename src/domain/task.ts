import type { Day } from './date.ts'

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

/** What a person must look at. It names the items it stops, and goes when its cause does. */
export type Task = { code: TaskCode; step: string | null; itemIds: readonly number[]; since: Day }

/** True when a task is told in the same words; since when doesn't count. */
export function isSameTask(a: Task, b: Task): boolean {
  return a.code === b.code && a.step === b.step && sameItems(a.itemIds, b.itemIds)
}

/** True for the same items in any order: a changed due date changes how they are sorted. */
export function sameItems(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every(id => b.includes(id))
}
