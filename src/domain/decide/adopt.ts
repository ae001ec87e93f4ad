import type { Action, ActionStatus } from '../action.ts'
import type { Case } from '../case/case.ts'
import { type Day, laterOf } from '../date.ts'
import type { ChannelName, Scenario } from '../scenario.ts'
import type { Decided, Decision } from './decision.ts'
import { withPassed, withWithdrawals } from './ending.ts'
import { withOutcomes } from './outcome.ts'
import { stepsPassedBy } from './progress.ts'

/** The case once a decision is written down. What was decided is not yet carried out. */
export function adopt(caseFile: Case, decision: Decision, today: Day): Case {
  const informed = withOutcomes(caseFile, decision.outcomes)
  const ended = withWithdrawals(informed, decision.withdrawals, today)
  const lapsed = withPassed(ended, decision.lapses, 'lapsed', today)
  const passed = withPassed(lapsed, decision.skips, 'skipped', today)
  const asked = decision.actions.reduce((current, decided) => withDecided(current, decided, today), passed)
  return {
    ...asked,
    toldHolds: decision.holds,
    openTasks: decision.tasks,
    closed: closedAfter(caseFile, decision, today),
    nextLookOn: decision.nextLookOn,
  }
}

function closedAfter(caseFile: Case, decision: Decision, today: Day): Case['closed'] {
  if (decision.closed) return { reason: decision.closed, on: today }
  const stillClosed = decision.because.some(reason => reason.code === 'all-settled')
  return stillClosed ? caseFile.closed : null
}

/**
 * The case once an action has been carried out on a day: each listed item passes its own steps whose day has come by
 * then (docs/rules.md 6.4), and is taken out of the calls still open about these steps (docs/rules.md 2.8).
 */
export function carriedOut(caseFile: Case, actionId: number, on: Day, scenario: Scenario): Case {
  const action = caseFile.actions.find(candidate => candidate.id === actionId)
  if (!action) return caseFile
  const passes = caseFile.items
    .filter(item => action.itemIds.includes(item.id))
    .flatMap(item => newPasses(caseFile, action, item, on, scenario))
  const passed = [...caseFile.passed, ...passes]
  return {
    ...caseFile,
    passed,
    actions: caseFile.actions.map(other => {
      if (other.id === actionId) return { ...other, status: 'done', endedOn: on }
      return other.status === 'open' ? withoutCovered(other, passes, on) : other
    }),
  }
}

function newPasses(
  caseFile: Case,
  action: Action,
  item: Case['items'][number],
  on: Day,
  scenario: Scenario,
): Case['passed'][number][] {
  const known = new Set(
    caseFile.passed.filter(p => p.itemId === item.id && p.round === item.round).map(p => p.step),
  )
  return stepsPassedBy(action, item, scenario, on)
    .filter(step => !known.has(step.id))
    .map(step => ({
      itemId: item.id,
      step: step.id,
      round: item.round,
      how: 'carried-out' as const,
      passedOn: on,
      actionId: action.id,
    }))
}

/** An open call no longer asks about an item that another message has covered. */
function withoutCovered(action: Action, passes: Case['passed'], on: Day): Action {
  const itemIds = action.itemIds.filter(
    id => !passes.some(pass => pass.itemId === id && pass.step === action.step),
  )
  if (itemIds.length === action.itemIds.length) return action
  if (itemIds.length > 0) return { ...action, itemIds }
  return { ...action, status: 'cancelled', endedOn: on }
}

/**
 * A failed or bounced action takes back the steps that it had made its items pass, so that the fallback can go
 * (docs/rules.md 15.2).
 */
export function failed(caseFile: Case, actionId: number, on: Day): Case {
  return {
    ...caseFile,
    passed: caseFile.passed.filter(pass => pass.actionId !== actionId),
    actions: caseFile.actions.map(action =>
      action.id === actionId ? { ...action, status: 'failed', endedOn: laterOf(on, action.askedOn) } : action,
    ),
  }
}

function withDecided(caseFile: Case, decided: Decided, today: Day): Case {
  const status = statusOf(decided)
  if (isAsBefore(caseFile, decided)) return caseFile
  if (decided.actionId !== null) {
    const actions = caseFile.actions.map(action =>
      action.id === decided.actionId ? { ...action, ...carried(decided, status, today, action) } : action,
    )
    return { ...caseFile, actions }
  }
  const id = caseFile.lastId + 1
  const { step, stage, channel, mode, itemIds, amountCents, because } = decided
  const action: Action = {
    id,
    step,
    stage,
    channel,
    mode,
    askedOn: today,
    itemIds,
    amountCents,
    status,
    endedOn: null,
    presentedOn: null,
    because,
  }
  return { ...caseFile, lastId: id, actions: [...caseFile.actions, action] }
}

/** True for a proposal that has not changed since yesterday: there is nothing to tell and nothing to write. */
function isAsBefore(caseFile: Case, decided: Decided): boolean {
  if (decided.isNew) return false
  const before = caseFile.actions.find(action => action.id === decided.actionId)
  return before?.amountCents === decided.amountCents && before.channel === decided.channel
}

function carried(decided: Decided, status: ActionStatus, today: Day, action: Action): Partial<Action> {
  const { channel, itemIds, amountCents, because } = decided
  return {
    channel,
    itemIds,
    amountCents,
    because,
    status,
    askedOn: decided.kind === 'act' ? today : action.askedOn,
  }
}

function statusOf(decided: Decided): ActionStatus {
  if (decided.kind !== 'act') return 'proposed'
  return isSentByProgram(decided.channel) ? 'planned' : 'open'
}

/**
 * True for the channels that the program serves by itself. What goes by another is done by a person, who says so
 * (docs/rules.md 9.1).
 */
export function isSentByProgram(channel: ChannelName): boolean {
  return channel === 'email'
}
