import type { Action } from '../domain/action.ts'
import type { Tx } from '../store/database.ts'
import { findAction } from '../store/screens/actions.ts'
import { type OpenedCase, openCase, readCase } from './change-cases.ts'
import type { Desk } from './desk.ts'
import { type Refused, refuse } from './refused.ts'

/** An action and its case. */
export type OpenedAction = { opened: OpenedCase; action: Action }

/** The action that a line of the work list, `12-3`, stands for, opened for a change. */
export async function openAction(desk: Desk, tx: Tx, id: string): Promise<OpenedAction | Refused> {
  return actionIn(desk, tx, id, openCase)
}

/** The same as it is, without waiting for whoever changes its case. */
export async function readAction(desk: Desk, tx: Tx, id: string): Promise<OpenedAction | Refused> {
  return actionIn(desk, tx, id, readCase)
}

async function actionIn(desk: Desk, tx: Tx, id: string, open: typeof openCase) {
  const found = /^\d{1,9}-\d{1,9}$/.test(id) ? await findAction(tx, id) : null
  if (!found) return unknownAction(id)
  const opened = await open(desk, tx, found.caseId)
  const action = opened.stored.caseFile.actions.find(candidate => candidate.id === found.actionId)
  return action ? { opened, action } : unknownAction(id)
}

function unknownAction(id: string): Refused {
  return refuse('unknown-action', { action: id })
}

export function notNow({ id, status }: Action, verb: string): Refused {
  return refuse('not-now', { kind: 'action', action: id, status, verb })
}
