import type { Action } from '../action.ts'
import { addWorkingDays, type Calendar } from '../calendar.ts'
import type { Case } from '../case/case.ts'
import type { OpenItem } from '../case/open-item.ts'
import type { Day } from '../date.ts'
import { isLegal, type Scenario } from '../scenario.ts'
import type { Lapse, Withdrawal } from './decision.ts'

/** Working days after which a call or task not done, or a missing address, lapses. */
export const LAPSE_WORKING_DAYS = 5

/**
 * Actions to be done by a person: they lose items that are paid or held, and lapse when nobody does them
 * (docs/rules.md 2.7, 2.8).
 */
export function endings(
  caseFile: Case,
  free: readonly OpenItem[],
  scenario: Scenario,
  today: Day,
  calendar: Calendar,
): { withdrawals: Withdrawal[]; lapses: Lapse[] } {
  const withdrawals: Withdrawal[] = []
  const lapses: Lapse[] = []
  const freeIds = new Set(free.map(item => item.id))
  for (const action of caseFile.actions) {
    if (action.status !== 'open') continue
    const itemIds = action.itemIds.filter(id => freeIds.has(id))
    if (itemIds.length === 0) {
      withdrawals.push({ actionId: action.id, itemIds, ends: 'cancelled' })
    } else if (canLapse(action, scenario) && today >= lapsesOn(action, calendar)) {
      withdrawals.push({ actionId: action.id, itemIds, ends: 'lapsed' })
      lapses.push({ step: action.step, itemIds })
    } else if (itemIds.length < action.itemIds.length) {
      withdrawals.push({ actionId: action.id, itemIds, ends: null })
    }
  }
  return { withdrawals, lapses }
}

export function lapsesOn(action: Action, calendar: Calendar): Day {
  return addWorkingDays(calendar, action.askedOn, LAPSE_WORKING_DAYS)
}

/** Calls and tasks lapse; letters to post, the formal notice and litigation never do. */
export function canLapse(action: Action, scenario: Scenario): boolean {
  const step = scenario.steps.find(candidate => candidate.id === action.step)
  if (step && isLegal(step)) return false
  return action.channel === 'call' || action.channel === 'task' || action.channel === 'sms'
}

/** The case once earlier actions have ended or lost items. */
export function withWithdrawals(caseFile: Case, withdrawals: readonly Withdrawal[], today: Day): Case {
  if (withdrawals.length === 0) return caseFile
  const byId = new Map(withdrawals.map(withdrawal => [withdrawal.actionId, withdrawal]))
  return {
    ...caseFile,
    actions: caseFile.actions.map(action => {
      const change = byId.get(action.id)
      if (!change) return action
      if (change.ends === null) return { ...action, itemIds: change.itemIds }
      return { ...action, status: change.ends, endedOn: today }
    }),
  }
}

/** The case once items have passed a step without its being carried out. */
export function withPassed(
  caseFile: Case,
  entries: readonly { step: string; itemIds: readonly number[] }[],
  how: 'lapsed' | 'skipped',
  today: Day,
): Case {
  if (entries.length === 0) return caseFile
  const rounds = new Map(caseFile.items.map(item => [item.id, item.round]))
  const known = new Set(caseFile.passed.map(({ itemId, step, round }) => `${itemId} ${step} ${round}`))
  const isNew = (itemId: number, step: string) => !known.has(`${itemId} ${step} ${rounds.get(itemId) ?? 1}`)
  const passed = entries.flatMap(({ step, itemIds }) =>
    itemIds
      .filter(itemId => isNew(itemId, step))
      .map(itemId => ({
        itemId,
        step,
        round: rounds.get(itemId) ?? 1,
        how,
        passedOn: today,
        actionId: null,
      })),
  )
  return { ...caseFile, passed: [...caseFile.passed, ...passed] }
}
