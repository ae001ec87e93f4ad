import type { Action } from '../action.ts'
import type { Case } from '../case/case.ts'
import type { Day } from '../date.ts'
import { withoutItems } from './record-step.ts'

/** A due date as it is now known, for an item by id. */
export type MovedDue = { dueOn: Day | null; assumed: boolean }

/**
 * Items with other due dates. One later than today starts the chase of its item again, in a new round that knows
 * nothing of what was asked or failed before; an earlier one changes nothing retroactively (docs/rules.md 19.1, 19.2).
 */
export function moveDueDates(caseFile: Case, moved: ReadonlyMap<number, MovedDue>, on: Day): Case {
  if (moved.size === 0) return caseFile
  const startsAgain = (dueOn: Day | null | undefined) => dueOn !== null && dueOn !== undefined && dueOn > on
  const again = [...moved].filter(([, { dueOn }]) => startsAgain(dueOn)).map(([id]) => id)
  return {
    ...caseFile,
    items: caseFile.items.map(item => {
      const due = moved.get(item.id)
      if (!due) return item
      const round = startsAgain(due.dueOn) ? item.round + 1 : item.round
      return { ...item, dueOn: due.dueOn, dueAssumed: due.assumed, round }
    }),
    actions:
      again.length > 0
        ? caseFile.actions.map(action => withoutFailure(withoutItems(action, again, on), again))
        : caseFile.actions,
  }
}

/** A channel that failed for an item in an earlier round may be tried again. */
function withoutFailure(action: Action, itemIds: readonly number[]): Action {
  if (action.status !== 'failed' || !action.itemIds.some(id => itemIds.includes(id))) return action
  return { ...action, itemIds: action.itemIds.filter(id => !itemIds.includes(id)) }
}
