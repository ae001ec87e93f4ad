import type { Action } from '../action.ts'
import { type Case, isOverdue, openItems } from '../case/case.ts'
import { holdsInForce, isHeld } from '../case/hold.ts'
import type { OpenItem } from '../case/open-item.ts'
import { isPending } from '../case/status.ts'
import { addDays, type Day } from '../date.ts'
import type { Law } from '../law/law.ts'
import type { Reason } from '../reason.ts'
import type { Scenario } from '../scenario.ts'
import { adopt } from './adopt.ts'
import { daysAhead, eveningAhead } from './advance.ts'
import { decide, knownItems } from './decide.ts'
import type { DecidedKind } from './decision.ts'

/**
 * How a step stands on a day if nothing else happens until then and people agree to what is proposed. `goes`: decided that
 * morning, `waiting` when it was decided before, null when nothing of it goes that day.
 */
export type StepForesight = {
  /** The case in the morning of that day, before it is decided. */
  readonly morning: Case
  readonly goes: DecidedKind | 'waiting' | null
  readonly action: Action | null
  readonly because: readonly Reason[]
  /** When open items came past the step, the latest; null: none did. */
  readonly passedOn: Day | null
  /** The next day on which it would go, when not that day. */
  readonly nextOn: Day | null
}

/** How far ahead the next day is looked for. */
const HORIZON_DAYS = 400

/** `asOf`: until when the case is known; the days between it and `on` are lived. */
export function foreseeStep(
  caseFile: Case,
  scenario: Scenario,
  law: Law,
  { step, asOf, on }: { step: string; asOf: Day; on: Day },
): StepForesight {
  const eve = addDays(on, -1)
  const morning =
    on > asOf ? eveningAhead(caseFile, scenario, law, { from: asOf, until: eve, agree: true }) : caseFile
  const decision = decide(morning, scenario, law, on)
  const evening = adopt(morning, decision, on)
  const action = evening.actions.findLast(other => other.step === step && isPending(other)) ?? null
  const decided = decision.actions.find(other => other.step === step && other.isNew)
  const isOpen = new Set(openItems(morning).map(item => item.id))
  const passed = morning.passed.filter(other => other.step === step && isOpen.has(other.itemId))
  const ahead = { from: addDays(on, 1), until: addDays(on, HORIZON_DAYS), agree: true }
  return {
    morning,
    goes: action && (decided?.kind ?? 'waiting'),
    action,
    because: decided?.because ?? action?.because ?? [],
    passedOn: passed.reduce<Day | null>(
      (last, { passedOn }) => (last !== null && last > passedOn ? last : passedOn),
      null,
    ),
    nextOn: action ? null : firstDayOf(step, daysAhead(evening, scenario, law, ahead)),
  }
}

/** What a message of a stage would list on a day, whether it goes or not: unheld items on their side of the due date, else any. */
export function itemsFor(stage: Action['stage'], caseFile: Case, law: Law, on: Day): readonly OpenItem[] {
  const dated = openItems(caseFile).filter(item => item.dueOn !== null)
  const known = knownItems(caseFile, on).filter(item => item.dueOn !== null)
  const timely = known.filter(item => (stage === 'preventive') !== isOverdue(item, on))
  const holds = holdsInForce(caseFile, known, on, law)
  const free = timely.filter(item => !isHeld(caseFile, item, holds))
  return [free, timely, known, dated].find(items => items.length > 0) ?? []
}

function firstDayOf(step: string, days: Iterable<{ on: Day; actions: readonly Action[] }>): Day | null {
  for (const { on, actions } of days) if (actions.some(action => action.step === step)) return on
  return null
}
