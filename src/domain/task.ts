import type { Coded, NoParams } from './coded.ts'
import type { Day } from './date.ts'

/** What a person must look at. It names the items it stops, and goes when its cause does. */
export type Task = { step: string | null; itemIds: readonly number[]; since: Day } & TaskMatter

/** What a task is about, with what its sentence needs. */
export type TaskMatter = Coded<TaskParams>

export type TaskCode = keyof TaskParams

export type TaskParams = {
  'fix-contact': NoParams
  unconfirmed: NoParams
  'refund-or-allocate': NoParams
  'below-minimum': NoParams
  'plan-broken': NoParams
  'due-date-missing': NoParams
  'confirm-due-date': NoParams
  'uncertain-message': NoParams
  'limitation-in-6-months': LastDay
  'limitation-in-3-months': LastDay
  'declare-to-insurer': LastDay
  'set-off': NoParams
  'declare-claim': DeclarationDays
  'declaration-due-soon': DeclarationDays
  'declaration-missed': DeclarationDays
}

/** `by`: the last day to do it. */
type LastDay = { by: string }

/** `months`: counted from the publication, or from the judgment while no publication is known, up to `deadline`. */
type DeclarationDays = LastDay & {
  deadline: string
  months: number
  judgmentOn: string
  publishedOn?: string
}

/** True when two tasks tell a person the same thing. The day since when is not compared. */
export function isSameTask(a: Task, b: Task): boolean {
  return a.code === b.code && a.step === b.step && sameItems(a.itemIds, b.itemIds) && sameParams(a, b)
}

function sameParams({ params: a }: Task, { params: b }: Task): boolean {
  const [known, other] = [Object.entries(a), new Map<string, unknown>(Object.entries(b))]
  return known.length === other.size && known.every(([key, value]) => other.get(key) === value)
}

/** True for the same items in any order: a changed due date changes how they are sorted. */
export function sameItems(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every(id => b.includes(id))
}
