import type { Action } from '../action.ts'
import { isWorkingDay } from '../calendar.ts'
import type { Case } from '../case/case.ts'
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
  dossier: Case,
  scenario: Scenario,
  law: Law,
  today: Day,
  isDone: (action: Action) => boolean,
): LivedDay {
  const decision = decide(dossier, scenario, law, today)
  const adopted = adopt(dossier, decision, today)
  const done = adopted.actions.filter(action => isWaiting(action) && isDone(action))
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
  dossier: Case,
  scenario: Scenario,
  law: Law,
  foresight: Foresight,
): Generator<ForeseenDay> {
  for (const { on, actions } of livedAhead(dossier, scenario, law, foresight)) {
    if (actions.length > 0) yield { on, actions }
  }
}

/** The case as the evening of `until` would leave it if nothing else happens. */
export function eveningAhead(dossier: Case, scenario: Scenario, law: Law, foresight: Foresight): Case {
  let evening = dossier
  for (const { after } of livedAhead(dossier, scenario, law, foresight)) evening = after
  return evening
}

function* livedAhead(
  dossier: Case,
  scenario: Scenario,
  law: Law,
  { from, until, agree }: Foresight,
): Generator<ForeseenDay & { after: Case }> {
  let current = dossier
  let next = hasWaiting(dossier, agree) ? from : dossier.nextLookOn && laterOf(from, dossier.nextLookOn)
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

function isWaiting({ status }: Action): boolean {
  return status === 'open' || status === 'planned'
}

function hasWaiting(dossier: Case, agree: boolean): boolean {
  return dossier.actions.some(action => isWaiting(action) || (agree && action.status === 'proposed'))
}

function isKnown(dossier: Case, proposal: Action): boolean {
  return dossier.actions.some(
    ({ id, status, itemIds }) =>
      id === proposal.id && status === 'proposed' && sameItems(itemIds, proposal.itemIds),
  )
}

function withAgreement(dossier: Case): Case {
  const actions = dossier.actions.map(action =>
    action.status === 'proposed' ? { ...action, status: 'agreed' as const } : action,
  )
  return { ...dossier, actions }
}
