/** What may still become of an action, by its status: each group of statuses is named here once. */
import type { Action } from '../action.ts'

type Asked = Pick<Action, 'status'>

/** Goes its way without another word: its message is to leave, or a person is to carry it out. */
export function isUnderWay({ status }: Asked): boolean {
  return status === 'planned' || status === 'open'
}

/** Proposed to a person, who may have agreed already. */
export function isProposal({ status }: Asked): boolean {
  return status === 'proposed' || status === 'agreed'
}

/** Somebody has to carry it out, or to say whether it was: a crash hides it. */
export function isToBeDone({ status }: Asked): boolean {
  return status === 'open' || status === 'uncertain'
}

/** People have it in hand: to be done, or proposed to them. */
export function isWithPeople(action: Asked): boolean {
  return action.status === 'open' || isProposal(action)
}

/** Not carried out yet, and nobody has refused it. */
export function isPending(action: Asked): boolean {
  return isUnderWay(action) || isProposal(action)
}

/** On the work list: pending, or perhaps done. */
export function isWaiting(action: Asked): boolean {
  return isPending(action) || action.status === 'uncertain'
}
