/** Limitation (prescription): until when a claim can be taken to court, and what gave it more time. */

import { addDays, addMonths, civil, civilDay, type Day, earlierOf, laterOf } from '../date.ts'
import type { Law, LimitationRule } from '../law/law.ts'
import type { Case } from './case.ts'
import { bornOn, type DueItem } from './invoice.ts'
import { concerns } from './milestone.ts'
import type { OpenItem } from './open-item.ts'
import { covers, type Hold } from './recorded-hold.ts'

/** What last gave a claim its full time: its due date, or an event that interrupted the count. */
export type LimitationStart =
  | 'due-date'
  | 'part-payment'
  | 'acknowledgement'
  | 'plan'
  | 'formal-notice'
  | 'legal-action'
  | 'declaration'
  | 'judgment'

/** The last day on which a claim can be made good in court, and the earlier one that a careful creditor counts with. */
export type Limitation = {
  readonly startedBy: LimitationStart
  readonly startedOn: Day
  /** Null while the count is suspended by something that has no end yet. */
  readonly lastDay: Day | null
  /** Counted from performance where nothing interrupted: courts often start there, before the due date. */
  readonly carefulLastDay: Day | null
  readonly article: string
}

/** Suspensions under which the law stops the count: mediation agreed, and the small-claims procedure accepted. */
const STOPPING: readonly Hold['reason'][] = ['mediation', 'small-claims']

/** Only what a court gives makes a claim live longer than the law's longest time (docs/rules.md 27.6). */
const BEFORE_COURTS: readonly LimitationStart[] = ['legal-action', 'judgment']

/** How many months before the last day a person is alerted, the earliest alert first (docs/rules.md 27.4). */
const ALERT_MONTHS = [6, 3] as const
const SHORTEST_MONTH_DAYS = 28

/**
 * Until when an item can be claimed, from its facts. C. civ. 2224, 2231, 2233, 2238, 2240 to 2244; what interrupts
 * starts a whole new time; a claim already barred is not revived. Null without a due date.
 */
export function limitationOf(caseFile: Case, item: DueItem, law: Law): Limitation | null {
  if (item.dueOn === null) return null
  const rule = ruleOf(caseFile, law)
  const stops = stopsOf(caseFile, item)
  const born = bornOn(item)
  let startedBy: LimitationStart = 'due-date'
  let startedOn = item.dueOn
  let lastDay = lastDayFrom(startedOn, rule, stops)
  let carefulLastDay = lastDayFrom(earlierOf(born, item.dueOn), rule, stops)
  for (const event of interruptions(caseFile, item, rule)) {
    if (lastDay !== null && event.on > lastDay) break
    if (event.on < startedOn && !BEFORE_COURTS.includes(event.by)) continue
    startedBy = event.by
    startedOn = laterOf(event.on, startedOn)
    lastDay = lastDayFrom(startedOn, event.by === 'judgment' ? titleOf(rule) : rule, stops)
    carefulLastDay = lastDay
  }
  const longest = BEFORE_COURTS.includes(startedBy) ? null : addMonths(born, rule.longestMonths)
  return {
    startedBy,
    startedOn,
    lastDay: within(lastDay, longest),
    carefulLastDay: within(carefulLastDay, longest),
    article: startedBy === 'judgment' ? rule.titleArticle : rule.article,
  }
}

/**
 * Whether an item can no longer be claimed in court: by the count from its due date, never by the careful count from
 * its delivery.
 */
export function isTimeBarred(caseFile: Case, item: OpenItem, law: Law, today: Day): boolean {
  if (today < silentUntil(caseFile, item, law)) return false
  const limitation = limitationOf(caseFile, item, law)
  return limitation !== null && limitation.lastDay !== null && today > limitation.lastDay
}

/**
 * An alert: how many months are left at most, and the last day by the careful count or, once that is past, by the count
 * of the law.
 */
export type LimitationAlert = { readonly months: 6 | 3; readonly by: Day }

/** The alert that is on for an item; null while there is more time, or none left. */
export function limitationAlert(
  caseFile: Case,
  item: OpenItem,
  law: Law,
  today: Day,
): LimitationAlert | null {
  if (today < silentUntil(caseFile, item, law)) return null
  const limitation = limitationOf(caseFile, item, law)
  if (limitation === null) return null
  const { lastDay, carefulLastDay } = limitation
  if (carefulLastDay === null || lastDay === null || today > lastDay) return null
  const due = ALERT_MONTHS.filter(months => today >= addMonths(carefulLastDay, -months))
  const months = due.at(-1)
  return months === undefined ? null : { months, by: today > carefulLastDay ? lastDay : carefulLastDay }
}

/** The days to come on which an alert may start or the claim be lost, if nothing else happens; at least the first of them. */
export function limitationDays(caseFile: Case, item: OpenItem, law: Law, today: Day): Day[] {
  const silent = silentUntil(caseFile, item, law)
  if (today < silent) return [silent]
  const limitation = limitationOf(caseFile, item, law)
  if (limitation === null) return []
  const { lastDay, carefulLastDay } = limitation
  const alerts =
    carefulLastDay === null
      ? []
      : [...ALERT_MONTHS.map(months => addMonths(carefulLastDay, -months)), addDays(carefulLastDay, 1)]
  return lastDay === null ? alerts : [...alerts, addDays(lastDay, 1)]
}

/**
 * No alert can come before this day, whatever happens. Most claims are far from it, and cost no more than this
 * comparison.
 */
function silentUntil(caseFile: Case, item: OpenItem, law: Law): Day {
  const born = item.dueOn === null ? bornOn(item) : earlierOf(bornOn(item), item.dueOn)
  return addDays(born, (ruleOf(caseFile, law).months - ALERT_MONTHS[0]) * SHORTEST_MONTH_DAYS)
}

/** The law's rule, or the length that the contract set where the law lets it. */
function ruleOf({ debtor, settings }: Case, law: Law): LimitationRule {
  const { limitation } = settings
  if (typeof limitation !== 'number') return law.limitation(debtor.kind, limitation)
  const rule = law.limitation(debtor.kind, 'general')
  return rule.contractArticle === null
    ? rule
    : { ...rule, months: 12 * limitation, article: rule.contractArticle }
}

function titleOf(rule: LimitationRule): LimitationRule {
  return { ...rule, months: rule.titleMonths, byCalendarYear: false }
}

type Interruption = { on: Day; by: LimitationStart }

/** What made the count start again, in the order of its days. */
function interruptions(caseFile: Case, item: DueItem, rule: LimitationRule): Interruption[] {
  const of = <T>(
    records: readonly T[],
    isOurs: (record: T) => boolean,
    on: (record: T) => Day,
    by: LimitationStart,
  ) => records.filter(isOurs).map(record => ({ on: on(record), by }))
  return [
    ...partPayments(caseFile, item),
    ...declarations(caseFile, item).flatMap(({ declaredOn, endedOn }) => [
      { on: declaredOn, by: 'declaration' as const },
      ...(endedOn === null ? [] : [{ on: endedOn, by: 'declaration' as const }]),
    ]),
    ...of(
      caseFile.plans,
      plan => plan.itemIds.includes(item.id),
      plan => plan.agreedOn,
      'plan',
    ),
    ...caseFile.milestones.flatMap(milestone => {
      const { kind, on } = milestone
      return kind !== 'declared-to-insurer' && concerns(milestone, item.id) ? [{ on, by: kind }] : []
    }),
    ...of(
      caseFile.claimFacts,
      fact => fact.kind === 'judgment' && item.dueOn !== null && fact.countsOn > item.dueOn,
      fact => fact.countsOn,
      'judgment',
    ),
    ...(rule.formalNoticeInterrupts
      ? of(
          caseFile.actions,
          a => a.stage === 'formal-notice' && a.status === 'done' && a.itemIds.includes(item.id),
          a => a.endedOn ?? a.askedOn,
          'formal-notice',
        )
      : []),
  ].sort((a, b) => a.on - b.on)
}

/** Declared to the mandataire, a claim is interrupted until the procedure closes. */
function declarations(caseFile: Case, item: DueItem): (Hold & { declaredOn: Day })[] {
  return caseFile.holds.filter(
    (hold): hold is Hold & { declaredOn: Day } =>
      hold.reason === 'insolvency' && hold.declaredOn !== null && covers(hold, item),
  )
}

/** A payment set against an item acknowledges the debt (C. civ. 2240), unless it came back. */
function partPayments(caseFile: Case, item: DueItem): Interruption[] {
  const paid = new Map<number, bigint>()
  for (const { itemId, source, sourceId, amountCents } of caseFile.allocations) {
    if (itemId !== item.id || source !== 'payment' || sourceId === null) continue
    paid.set(sourceId, (paid.get(sourceId) ?? 0n) + amountCents)
  }
  return caseFile.payments
    .filter(({ id }) => (paid.get(id) ?? 0n) > 0n)
    .map(({ receivedOn }) => ({ on: receivedOn, by: 'part-payment' as const }))
}

/** A stretch of days that don't count; `to` is null while it has no end. */
type Stop = { from: Day; to: Day | null }

function stopsOf(caseFile: Case, item: DueItem): Stop[] {
  return caseFile.holds
    .filter(
      ({ reason, itemIds }) => STOPPING.includes(reason) && (itemIds === null || itemIds.includes(item.id)),
    )
    .map(({ from, until, endedOn }) => ({ from, to: endedOn ?? until }))
    .concat(
      declarations(caseFile, item)
        .filter(({ endedOn }) => endedOn === null)
        .map(({ declaredOn }) => ({ from: declaredOn, to: null })),
    )
    .sort((a, b) => a.from - b.from)
}

function lastDayFrom(start: Day, rule: LimitationRule, stops: readonly Stop[]): Day | null {
  let last = rule.byCalendarYear ? endOfYears(start, rule.months / 12) : addMonths(start, rule.months)
  for (const { from, to } of stops) {
    if (from > last || (to !== null && to <= start)) continue
    if (to === null) return null
    last = laterOf(addDays(last, to - laterOf(from, start)), addMonths(to, rule.monthsAfterMediation))
  }
  return last
}

function endOfYears(start: Day, years: number): Day {
  return civilDay(civil(start).year + years, 12, 31) as Day
}

function within(last: Day | null, longest: Day | null): Day | null {
  return last === null || longest === null ? last : earlierOf(last, longest)
}
