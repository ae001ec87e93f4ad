import type { Action } from '../../domain/action.ts'
import type { Tx } from '../../store/database.ts'
import { findAction } from '../../store/screens/actions.ts'
import { type OpenedCase, openCase } from '../change-cases.ts'
import type { Desk } from '../desk.ts'
import { type Refused, refuse } from '../refused.ts'

/** An action and its case, opened for a change. */
export type OpenedAction = { opened: OpenedCase; action: Action }

/** The action that a line of the work list, `12-3`, stands for. */
export async function openAction(desk: Desk, tx: Tx, id: string): Promise<OpenedAction | Refused> {
  const found = /^\d{1,9}-\d{1,9}$/.test(id) ? await findAction(tx, id) : null
  if (!found) return unknownAction(id)
  const opened = await openCase(desk, tx, found.caseId)
  const action = opened.stored.caseFile.actions.find(candidate => candidate.id === found.actionId)
  return action ? { opened, action } : unknownAction(id)
}

function unknownAction(id: string): Refused {
  return refuse('unknown-action', { action: id })
}

export function notNow({ id, status }: Action, verb: string): Refused {
  return refuse('not-now', { kind: 'action', action: id, status, verb })
}
