import { isRendered } from '../../documents/email/message.ts'
import type { Action } from '../../domain/action.ts'
import { type Case, lookAgain, openItems } from '../../domain/case/case.ts'
import { isProposal, isToBeDone, isWithPeople } from '../../domain/case/status.ts'
import type { Day } from '../../domain/date.ts'
import { carriedOut } from '../../domain/decide/adopt.ts'
import { record } from '../../domain/facts/record.ts'
import { withStatus } from '../../domain/facts/record-step.ts'
import type { Scenario } from '../../domain/scenario.ts'
import type { Tx } from '../../store/database.ts'
import type { App, Refused } from '../app.ts'
import { closeCase, type OpenedCase } from '../change-case.ts'
import { loadParties } from '../messages/load-parties.ts'
import { lackingMessage } from '../messages/show-message.ts'
import { renderAction } from '../messages/write-message.ts'
import { notNow, openAction } from './open-action.ts'

export const ACTION_VERBS = ['done', 'skip', 'confirm', 'approve', 'refuse'] as const
export type ActionVerb = (typeof ACTION_VERBS)[number]

export type ActOnAction = {
  id: string
  verb: ActionVerb
  note: string | null
  reason: string | null
  date: Day
  actor: string
}
export type ActedOn = { id: string; status: Action['status']; case: string }

/** What a person does with a line of the work list: done, skipped, confirmed, approved or refused. */
export async function actOnAction(app: App, input: ActOnAction): Promise<ActedOn | Refused> {
  return app.database.transaction(app.organisationId, async tx => {
    const found = await openAction(app, tx, input.id)
    if ('refused' in found) return found
    const { opened, action } = found
    const { dossier } = opened.stored
    const unwritten =
      input.verb === 'done' ? await unwrittenFirstLetter(app, tx, opened, action, input) : null
    if (unwritten) return unwritten
    const after = apply(dossier, action, input, opened.scenario)
    if ('refused' in after) return after
    const { note, reason } = input
    await closeCase(app, tx, opened, lookAgain(after, input.date), {
      day: input.date,
      actor: input.actor,
      kind: 'person',
      entry: { action: input.id, verb: input.verb, step: action.step, note, reason },
    })
    const status = after.actions.find(other => other.id === action.id)?.status ?? action.status
    return { id: input.id, status, case: dossier.id }
  })
}

/**
 * The first letter of an agency can't be said posted while a mention of it is missing: later messages quote it by its
 * reference (CPCE R124-4).
 */
export async function unwrittenFirstLetter(
  app: App,
  tx: Tx,
  { stored, scenario }: OpenedCase,
  action: Action,
  { id, date }: Pick<ActOnAction, 'id' | 'date'>,
): Promise<Refused | null> {
  if (action.step !== scenario.firstLetter) return null
  const items = openItems(stored.dossier).filter(item => action.itemIds.includes(item.id))
  if (items.length === 0) return null
  const rendered = renderAction(app, await loadParties(tx, stored, action.step), action, items, date)
  return isRendered(rendered) ? null : lackingMessage(id, rendered)
}

function apply(dossier: Case, action: Action, input: ActOnAction, scenario: Scenario): Case | Refused {
  const { verb, date } = input
  switch (verb) {
    case 'done':
      return isToBeDone(action) ? carriedOut(dossier, action.id, date, scenario) : notNow(action, verb)
    case 'skip':
      return isWithPeople(action) || action.status === 'refused' || action.status === 'uncertain'
        ? record(
            dossier,
            { kind: 'skip', step: action.step, items: namesOf(dossier, action) },
            date,
            scenario,
          )
        : notNow(action, verb)
    case 'confirm':
    case 'approve':
      return action.status === 'proposed'
        ? withStatus(dossier, action.id, 'agreed', null)
        : notNow(action, verb)
    case 'refuse':
      return isProposal(action) ? withStatus(dossier, action.id, 'refused', date) : notNow(action, verb)
  }
}

function namesOf(dossier: Case, action: Action): string[] {
  return dossier.items.filter(item => action.itemIds.includes(item.id)).map(item => item.name)
}
