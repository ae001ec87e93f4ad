import type { Action } from '../action.ts'
import type { Call, NonPaymentCause } from '../case/call.ts'
import { type Case, openItems } from '../case/case.ts'
import { onItems } from '../case/named-items.ts'
import type { OpenItem } from '../case/open-item.ts'
import { type Day, formatDay } from '../date.ts'
import { carriedOut } from '../decide/adopt.ts'
import { askedCents } from '../decide/morning.ts'
import type { Cents } from '../money.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Scenario } from '../scenario.ts'
import { dispute, promise } from './record-agreement.ts'
import { neverReached } from './record-step.ts'

/** What a call gave. Without items it is about those of the action; without amount, about all that is asked for them. */
export type CallReport = { cause: NonPaymentCause | null; note: string | null } & (
  | { outcome: 'reached' | 'message-left' | 'wrong-number' | 'refuses' }
  | { outcome: 'promise'; amountCents: Cents | null; by: Day; items: readonly string[] }
  | { outcome: 'dispute'; amountCents: Cents | null; items: readonly string[] }
  | { outcome: 'call-back'; next: Day }
)

/** The case once a call was made: what was said is noted, and the action ends, fails or waits for its new day. */
export function recordCall(
  caseFile: Case,
  action: Action,
  report: CallReport,
  on: Day,
  scenario: Scenario,
): Case | Refusal {
  const noted = withCall(caseFile, action, report, on)
  switch (report.outcome) {
    case 'call-back':
      return callBack(noted, action, report.next, on)
    case 'wrong-number':
      return neverReached(noted, action, on)
    case 'promise':
      return onNamed(noted, action, report.items, items =>
        promise(
          carriedOut(noted, action.id, on, scenario),
          {
            kind: 'promise',
            amountCents: report.amountCents ?? askedCents(noted, items),
            by: report.by,
            items: items.map(item => item.name),
          },
          on,
        ),
      )
    case 'dispute':
      return onNamed(noted, action, report.items, items =>
        disputeAll(carriedOut(noted, action.id, on, scenario), items, report, on),
      )
    case 'reached':
    case 'message-left':
    case 'refuses':
      return carriedOut(noted, action.id, on, scenario)
  }
}

/** The debtor asks to be called on another day: the action waits for it, and lapses five working days after it. */
export function callBack(caseFile: Case, action: Action, next: Day, on: Day): Case | Refusal {
  if (next <= on) {
    return refuse('date-in-the-past', { what: 'call-back', date: formatDay(next), against: formatDay(on) })
  }
  return {
    ...caseFile,
    actions: caseFile.actions.map(other => (other.id === action.id ? { ...other, askedOn: next } : other)),
  }
}

export function withCall(
  caseFile: Case,
  action: Action,
  { outcome, cause, note }: Pick<Call, 'outcome' | 'cause' | 'note'>,
  on: Day,
): Case {
  const id = caseFile.lastId + 1
  const call: Call = { id, actionId: action.id, madeOn: on, outcome, cause, note }
  return { ...caseFile, lastId: id, calls: [...caseFile.calls, call] }
}

function onNamed(
  caseFile: Case,
  action: Action,
  names: readonly string[],
  apply: (items: readonly OpenItem[]) => Case | Refusal,
): Case | Refusal {
  if (names.length > 0) return onItems(caseFile, names, apply)
  const items = openItems(caseFile).filter(item => action.itemIds.includes(item.id))
  return items.length > 0 ? apply(items) : refuse('nothing-open', { about: 'call' })
}

/** An amount is that of one item; without, each item is contested for what is asked of it. */
function disputeAll(
  caseFile: Case,
  items: readonly OpenItem[],
  { amountCents, note }: CallReport & { outcome: 'dispute' },
  on: Day,
): Case | Refusal {
  if (amountCents !== null && items.length > 1) {
    return refuse('amount-of-one-item', { items: items.map(item => item.name) })
  }
  let current: Case = caseFile
  for (const item of items) {
    const contested = amountCents ?? askedCents(current, [item])
    if (contested <= 0n) continue
    const next = dispute(
      current,
      { kind: 'dispute', item: item.name, amountCents: contested, reason: note ?? 'other' },
      on,
    )
    if ('refused' in next) return next
    current = next
  }
  return current
}
