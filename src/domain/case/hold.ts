import { addWorkingDays, type Calendar } from '../calendar.ts'
import { addDays, type Day } from '../date.ts'
import type { Law } from '../law/law.ts'
import { add, type Cents, subtract, sum, ZERO } from '../money.ts'
import { sameItems } from '../task.ts'
import { type Case, isOverdue, paidCents } from './case.ts'
import { accountCreditCents } from './credit.ts'
import type { Held, HoldReason } from './held.ts'
import { isTimeBarred } from './limitation.ts'
import type { OpenItem } from './open-item.ts'
import { planHeldUntil } from './plan.ts'
import { heldUntil } from './promise.ts'
import { covers, type Hold } from './recorded-hold.ts'

/** Working days that a bank takes to reject a direct debit. */
const REJECTION_WORKING_DAYS = 5

/** Every hold in force today, one line for each reason and end. Items are those given, in their order. */
export function holdsInForce(caseFile: Case, items: readonly OpenItem[], today: Day, law: Law): Held[] {
  const held: Held[] = [
    ...disputeHolds(caseFile, items),
    ...promiseHolds(caseFile, items, today),
    ...planHolds(caseFile, items, today),
    ...recordedHolds(caseFile, items, today, law),
    timeBarred(caseFile, items, today, law),
    line(
      'no-due-date',
      items.filter(item => item.dueOn === null),
      null,
    ),
    creditBalance(caseFile, items, today),
    line(
      'approval-refused',
      items.filter(item => isRefused(caseFile, item)),
      null,
    ),
    line('stale-bank-data', isBankDataStale(caseFile, today) ? items : [], null),
  ]
  return held.filter(({ itemIds }) => itemIds.length > 0)
}

/** The part of each item that is contested, at most its balance. */
export function disputedCents(caseFile: Case, item: OpenItem): Cents {
  const contested = sum(
    caseFile.disputes
      .filter(dispute => dispute.itemId === item.id && dispute.settledOn === null)
      .map(dispute => dispute.amountCents),
  )
  return contested < item.balanceCents ? contested : item.balanceCents
}

function disputeHolds(caseFile: Case, items: readonly OpenItem[]): Held[] {
  return [
    line(
      'dispute',
      items.filter(item => disputedCents(caseFile, item) > 0n),
      null,
    ),
  ]
}

function promiseHolds(caseFile: Case, items: readonly OpenItem[], today: Day): Held[] {
  return caseFile.promises
    .filter(promise => promise.status === 'pending' && today <= heldUntil(promise))
    .map(promise =>
      line(
        'promise',
        items.filter(item => promise.itemIds.includes(item.id)),
        heldUntil(promise),
      ),
    )
}

function planHolds(caseFile: Case, items: readonly OpenItem[], today: Day): Held[] {
  return caseFile.plans
    .filter(plan => plan.status === 'active')
    .flatMap(plan => {
      const received = subtract(paidCents(caseFile, plan.itemIds), plan.baselineCents)
      const until = planHeldUntil(plan, received)
      if (until === null || today > until) return []
      return [
        line(
          'plan',
          items.filter(item => plan.itemIds.includes(item.id)),
          until,
        ),
      ]
    })
}

function recordedHolds(caseFile: Case, items: readonly OpenItem[], today: Day, calendar: Calendar): Held[] {
  return caseFile.holds
    .filter(hold => hold.endedOn === null)
    .map(hold => ({ hold, until: lastDay(hold, calendar) }))
    .filter(({ until }) => until === null || today <= until)
    .map(({ hold, until }) =>
      line(
        hold.reason,
        items.filter(item => covers(hold, item)),
        until,
      ),
    )
}

function lastDay(hold: Hold, calendar: Calendar): Day | null {
  if (hold.reason !== 'direct-debit' || hold.until === null) return hold.until
  return addWorkingDays(calendar, hold.until, REJECTION_WORKING_DAYS)
}

function creditBalance(caseFile: Case, items: readonly OpenItem[], today: Day): Held {
  const overdue = items.filter(item => isOverdue(item, today))
  const overdueCents = overdue.reduce((total, item) => add(total, item.balanceCents), ZERO)
  if (caseFile.settings.credits === 'ignore') return line('credit-balance', [], null)
  const creditCents = accountCreditCents(caseFile)
  return line('credit-balance', overdueCents > 0n && creditCents >= overdueCents ? overdue : [], null)
}

function isRefused(caseFile: Case, item: OpenItem): boolean {
  return caseFile.actions.some(
    action =>
      action.status === 'refused' &&
      action.itemIds.includes(item.id) &&
      !caseFile.passed.some(p => p.itemId === item.id && p.step === action.step && p.round === item.round),
  )
}

/**
 * What can no longer be claimed in court is held, unless a person goes on knowingly: the debt is still owed
 * (docs/rules.md 27.5).
 */
function timeBarred(caseFile: Case, items: readonly OpenItem[], today: Day, law: Law): Held {
  const lifted = caseFile.holds.filter(({ reason, endedOn }) => reason === 'time-barred' && endedOn !== null)
  const isLifted = (item: OpenItem) =>
    lifted.some(({ itemIds }) => itemIds === null || itemIds.includes(item.id))
  const isRecorded = (item: OpenItem) =>
    caseFile.holds.some(hold => hold.reason === 'time-barred' && hold.endedOn === null && covers(hold, item))
  return line(
    'time-barred',
    items.filter(item => !isLifted(item) && !isRecorded(item) && isTimeBarred(caseFile, item, law, today)),
    null,
  )
}

/** The last day on which the bank data is fresh enough to ask for money; null while it isn't looked at, or never came. */
export function bankDataFreshUntil({ bankDataOn, settings }: Case): Day | null {
  return settings.bankDataDays === null || bankDataOn === null
    ? null
    : addDays(bankDataOn, settings.bankDataDays)
}

/** While no bank data was ever taken in, an organisation that waits for fresh data waits too (docs/rules.md 10.8). */
function isBankDataStale(caseFile: Case, today: Day): boolean {
  const { bankDataDays, staleBankData } = caseFile.settings
  if (bankDataDays === null || staleBankData === 'warn') return false
  const freshUntil = bankDataFreshUntil(caseFile)
  return freshUntil === null || today > freshUntil
}

function line(reason: HoldReason, items: readonly OpenItem[], until: Day | null): Held {
  return { reason, itemIds: items.map(item => item.id), until }
}

/** True when two holds tell the same thing: the same reason, items and end. */
export function isSameHeld(a: Held, b: Held): boolean {
  return a.reason === b.reason && a.until === b.until && sameItems(a.itemIds, b.itemIds)
}

/** A dispute holds an item only when nothing of it is left undisputed (docs/rules.md 11.1, 11.2). */
export function isHeld(caseFile: Case, item: OpenItem, holds: readonly Held[]): boolean {
  return holds.some(
    hold =>
      hold.itemIds.includes(item.id) &&
      (hold.reason !== 'dispute' || disputedCents(caseFile, item) >= item.balanceCents),
  )
}
