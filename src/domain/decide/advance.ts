import type { Action } from '../action.ts'
import { isWorkingDay } from '../calendar.ts'
import type { Case } from '../case/case.ts'
import { isUnderWay } from '../case/status.ts'
import { addDays, type Day, laterOf } from '../date.ts'
import type { Law } from '../law/law.ts'
import type { Scenario } from '../scenario.ts'
import { sameItems } from '../task.ts'
import { adopt, carriedOut } from './adopt.ts'
import { decide } from './decide.ts'
import type { Decision } from './decision.ts'

/** A day of a case: what was decided, what of it was carried out, and the case in the evening. */
export type LivedDay = { decision: Decision; done: readonly Action[]; after: Case }

/**
 * One day of a case: it is decided, the decision is written down, and what waits is carried out where `isDone` says so.
 * Stories, simulations and previews all live their days by this function.
 */
export function liveDay(
  caseFile: Case,
  scenario: Scenario,
  law: Law,
  today: Day,
  isDone: (action: Action) => boolean,
): LivedDay {
  const decision = decide(caseFile, scenario, law, today)
  const adopted = adopt(caseFile, decision, today)
  const done = adopted.actions.filter(action => isUnderWay(action) && isDone(action))
  const after = done.reduce((current, { id }) => carriedOut(current, id, today, scenario), adopted)
  return { decision, done, after }
}

/** What is foreseen for a day: messages and calls made, and proposals that a person has to agree to. */
export type ForeseenDay = { on: Day; actions: readonly Action[] }

/** How far to look ahead, and whether people agree at once to what is proposed or never do. */
export type Foresight = { from: Day; until: Day; agree: boolean }

/**
 * The days ahead on which something is asked of the debtor if nothing else happens: every act carried out on its day,
 * what still waits from before on the first contact day.
 */
export function* daysAhead(
  caseFile: Case,
  scenario: Scenario,
  law: Law,
  foresight: Foresight,
): Generator<ForeseenDay> {
  for (const { on, actions } of livedAhead(caseFile, scenario, law, foresight)) {
    if (actions.length > 0) yield { on, actions }
  }
}

/** The case as the evening of `until` would leave it if nothing else happens. */
export function eveningAhead(caseFile: Case, scenario: Scenario, law: Law, foresight: Foresight): Case {
  let evening = caseFile
  for (const { after } of livedAhead(caseFile, scenario, law, foresight)) evening = after
  return evening
}

function* livedAhead(
  caseFile: Case,
  scenario: Scenario,
  law: Law,
  { from, until, agree }: Foresight,
): Generator<ForeseenDay & { after: Case }> {
  let current = caseFile
  let next = hasWaiting(caseFile, agree) ? from : caseFile.nextLookOn && laterOf(from, caseFile.nextLookOn)
  while (next !== null && next <= until) {
    const today: Day = next
    const { done, after } = liveDay(current, scenario, law, today, () => isWorkingDay(law, today))
    const proposals = after.actions.filter(action => action.status === 'proposed')
    const told = agree ? [] : proposals.filter(proposal => !isKnown(current, proposal))
    const changed = done.length > 0 || hasWaiting(after, agree)
    next = changed ? addDays(today, 1) : after.nextLookOn
    current = agree ? withAgreement(after) : after
    yield { on: today, actions: [...done, ...told], after: current }
  }
}

function hasWaiting(caseFile: Case, agree: boolean): boolean {
  return caseFile.actions.some(action => isUnderWay(action) || (agree && action.status === 'proposed'))
}

function isKnown(caseFile: Case, proposal: Action): boolean {
  return caseFile.actions.some(
    ({ id, status, itemIds }) =>
      id === proposal.id && status === 'proposed' && sameItems(itemIds, proposal.itemIds),
  )
}

function withAgreement(caseFile: Case): Case {
  const actions = caseFile.actions.map(action =>
    action.status === 'proposed' ? { ...action, status: 'agreed' as const } : action,
  )
  return { ...caseFile, actions }
}
