import type { Action } from '../action.ts'
import { type Case, openItems } from '../case/case.ts'
import { withContacts, withoutEmail } from '../case/contact-address.ts'
import { ids, onItems } from '../case/named-items.ts'
import type { OpenItem } from '../case/open-item.ts'
import { isWithPeople } from '../case/status.ts'
import type { Day } from '../date.ts'
import { failed } from '../decide/adopt.ts'
import { withPassed } from '../decide/ending.ts'
import { contactFor } from '../decide/reach.ts'
import { ZERO } from '../money.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { ChannelName, Scenario } from '../scenario.ts'
import type { Fact } from './fact.ts'

/**
 * The last message on that channel never arrived: the steps that it had passed are taken back and its address is no
 * longer used (docs/rules.md 15.2, 15.5).
 */
export function bounce(caseFile: Case, channel: ChannelName, on: Day): Case | Refusal {
  const last = caseFile.actions.findLast(action => action.channel === channel && action.status === 'done')
  if (!last) return refuse('no-such-action', { lacking: 'message', channel })
  return neverReached(caseFile, last, on)
}

/** The action failed, and the address or number that it used is not used again. */
export function neverReached(caseFile: Case, { id, channel }: Action, on: Day): Case {
  const addressed = contactFor(channel, caseFile.contacts, caseFile.debtor.kind)
  const next = failed(caseFile, id, on)
  if (channel === 'email') return withoutEmail(next, addressed?.email ?? null)
  return channel === 'sms' || channel === 'call'
    ? withContacts(next, contact => contact === addressed, { phoneInvalid: true })
    : next
}

export function skip(
  caseFile: Case,
  step: string,
  names: readonly string[],
  on: Day,
  scenario: Scenario,
): Case | Refusal {
  if (!scenario.steps.some(candidate => candidate.id === step)) return unknownStep(scenario, step)
  const skipItems = (items: readonly OpenItem[]): Case => {
    const skipped = withPassed(caseFile, [{ step, itemIds: ids(items) }], 'skipped', on)
    return {
      ...skipped,
      actions: skipped.actions.map(action =>
        action.step === step ? withoutItems(action, ids(items), on) : action,
      ),
    }
  }
  return names.length === 0 ? skipItems(openItems(caseFile)) : onItems(caseFile, names, skipItems)
}

/** What a person has to do or to decide no longer concerns these items. */
export function withoutItems(action: Action, itemIds: readonly number[], on: Day): Action {
  if (!isWithPeople(action) && action.status !== 'refused') return action
  const left = action.itemIds.filter(id => !itemIds.includes(id))
  if (left.length === action.itemIds.length) return action
  return left.length > 0 ? { ...action, itemIds: left } : { ...action, status: 'cancelled', endedOn: on }
}

export function presented(caseFile: Case, on: Day): Case | Refusal {
  const letter = caseFile.actions.findLast(
    action => action.channel === 'registered-letter' && action.status === 'done',
  )
  if (!letter) return refuse('no-such-action', { lacking: 'registered-letter' })
  return {
    ...caseFile,
    actions: caseFile.actions.map(action => (action === letter ? { ...action, presentedOn: on } : action)),
  }
}

/** A step that another program carried out before the import; the steps before it count as passed (docs/rules.md 5.4). */
export function already(
  caseFile: Case,
  fact: Fact & { kind: 'already' },
  scenario: Scenario,
): Case | Refusal {
  const index = scenario.steps.findIndex(step => step.id === fact.step)
  const step = scenario.steps[index]
  if (!step) return unknownStep(scenario, fact.step)
  return onItems(caseFile, [fact.item], items => {
    const id = caseFile.lastId + 1
    const action: Action = {
      id,
      step: step.id,
      stage: step.stage,
      channel: step.channel,
      mode: step.mode,
      askedOn: fact.on,
      itemIds: ids(items),
      amountCents: ZERO,
      status: 'done',
      endedOn: fact.on,
      presentedOn: null,
      because: [],
    }
    const known = new Set(caseFile.passed.map(p => `${p.itemId} ${p.step} ${p.round}`))
    const passed = items.flatMap(item =>
      scenario.steps
        .slice(0, index + 1)
        .filter(earlier => !known.has(`${item.id} ${earlier.id} ${item.round}`))
        .map(earlier => ({
          itemId: item.id,
          step: earlier.id,
          round: item.round,
          how: earlier.id === step.id ? ('carried-out' as const) : ('skipped' as const),
          passedOn: fact.on,
          actionId: id,
        })),
    )
    return {
      ...caseFile,
      lastId: id,
      actions: [...caseFile.actions, action],
      passed: [...caseFile.passed, ...passed],
    }
  })
}

export function withStatus(
  caseFile: Case,
  actionId: number,
  status: Action['status'],
  endedOn: Day | null,
): Case {
  return {
    ...caseFile,
    actions: caseFile.actions.map(other => (other.id === actionId ? { ...other, status, endedOn } : other)),
  }
}

export function onAction(
  caseFile: Case,
  step: string,
  statuses: readonly Action['status'][],
  apply: (action: Action) => Case | Refusal,
): Case | Refusal {
  const action = caseFile.actions.findLast(
    candidate => candidate.step === step && statuses.includes(candidate.status),
  )
  return action ? apply(action) : refuse('no-such-action', { lacking: 'step', step })
}

function unknownStep(scenario: Scenario, step: string): Refusal {
  const known = scenario.steps.map(candidate => candidate.id)
  return refuse('unknown-step', { step, scenario: scenario.id, known })
}
