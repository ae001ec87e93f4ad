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
import { closeCase, type OpenedCase } from '../change-cases.ts'
import type { Desk } from '../desk.ts'
import { lackingMessage } from '../messages/lacking.ts'
import { loadParties } from '../messages/load-parties.ts'
import { renderAction } from '../messages/write-message.ts'
import { notNow, openAction } from '../open-action.ts'
import type { Refused } from '../refused.ts'

export const ACTION_VERBS = ['done', 'skip', 'confirm', 'approve', 'refuse'] as const
export type ActionVerb = (typeof ACTION_VERBS)[number]

export type ActOnAction = {
  id: string
  verb: ActionVerb
  note: string | null
  reason: string | null
}
export type ActedOn = { id: string; status: Action['status']; case: string }

/** What a person does with a line of the work list: done, skipped, confirmed, approved or refused. */
export async function actOnAction(desk: Desk, input: ActOnAction): Promise<ActedOn | Refused> {
  return desk.transaction(async tx => {
    const found = await openAction(desk, tx, input.id)
    if ('refused' in found) return found
    const { opened, action } = found
    const { caseFile } = opened.stored
    const unwritten =
      input.verb === 'done' ? await unwrittenFirstLetter(desk, tx, opened, action, input) : null
    if (unwritten) return unwritten
    const after = apply(caseFile, action, input, opened.scenario, desk.today)
    if ('refused' in after) return after
    const { note, reason } = input
    await closeCase(desk, tx, opened, lookAgain(after, desk.today), {
      kind: 'person',
      entry: { action: input.id, verb: input.verb, step: action.step, note, reason },
    })
    const status = after.actions.find(other => other.id === action.id)?.status ?? action.status
    return { id: input.id, status, case: caseFile.id }
  })
}

/**
 * The first letter of an agency can't be said posted while a mention of it is missing: later messages quote it by its
 * reference (CPCE R124-4).
 */
export async function unwrittenFirstLetter(
  desk: Desk,
  tx: Tx,
  { stored, scenario }: OpenedCase,
  action: Action,
  { id }: Pick<ActOnAction, 'id'>,
): Promise<Refused | null> {
  if (action.step !== scenario.firstLetter) return null
  const items = openItems(stored.caseFile).filter(item => action.itemIds.includes(item.id))
  if (items.length === 0) return null
  const rendered = renderAction(desk, await loadParties(tx, stored, action.step), action, items, desk.today)
  return isRendered(rendered) ? null : lackingMessage(id, rendered)
}

function apply(
  caseFile: Case,
  action: Action,
  { verb }: ActOnAction,
  scenario: Scenario,
  today: Day,
): Case | Refused {
  switch (verb) {
    case 'done':
      return isToBeDone(action) ? carriedOut(caseFile, action.id, today, scenario) : notNow(action, verb)
    case 'skip':
      return isWithPeople(action) || action.status === 'refused' || action.status === 'uncertain'
        ? record(
            caseFile,
            { kind: 'skip', step: action.step, items: namesOf(caseFile, action) },
            today,
            scenario,
          )
        : notNow(action, verb)
    case 'confirm':
    case 'approve':
      return action.status === 'proposed'
        ? withStatus(caseFile, action.id, 'agreed', null)
        : notNow(action, verb)
    case 'refuse':
      return isProposal(action) ? withStatus(caseFile, action.id, 'refused', today) : notNow(action, verb)
  }
}

function namesOf(caseFile: Case, action: Action): string[] {
  return caseFile.items.filter(item => action.itemIds.includes(item.id)).map(item => item.name)
}
