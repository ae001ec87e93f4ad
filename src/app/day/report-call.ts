import type { Action } from '../../domain/action.ts'
import { nextContactDay } from '../../domain/calendar.ts'
import type { CallOutcome, NonPaymentCause } from '../../domain/case/call.ts'
import { lookAgain } from '../../domain/case/case.ts'
import { type Day, formatDay } from '../../domain/date.ts'
import { type CallReport, recordCall } from '../../domain/facts/record-call.ts'
import type { Cents } from '../../domain/money.ts'
import { closeCase } from '../change-cases.ts'
import type { Desk } from '../desk.ts'
import { notNow, openAction } from '../open-action.ts'
import { type Refused, refuse } from '../refused.ts'

/** `amountCents` and `items` are of a promise or a dispute, `by` of a promise, `next` of a call back. */
export type ReportCall = {
  id: string
  outcome: CallOutcome
  cause: NonPaymentCause | null
  amountCents: Cents | null
  by: Day | null
  items: readonly string[]
  next: Day | null
  note: string | null
}

export type ReportedCall = {
  id: string
  case: string
  status: Action['status']
  outcome: CallOutcome
  cause: NonPaymentCause | null
  /** The day of the call back. */
  nextOn: string | null
}

/** What a call gave: its action ends, fails or waits; the promise or dispute that was made is noted with it. */
export async function reportCall(desk: Desk, input: ReportCall): Promise<ReportedCall | Refused> {
  return desk.transaction(async tx => {
    const found = await openAction(desk, tx, input.id)
    if ('refused' in found) return found
    const { opened, action } = found
    const { caseFile } = opened.stored
    if (action.channel !== 'call') return refuse('not-a-call', { kind: 'report', action: input.id })
    if (action.status !== 'open') return notNow(action, 'done')
    const calendar = desk.country.law({ region: caseFile.settings.region })
    const report = reportOf(input, desk.today, next => nextContactDay(calendar, next))
    if ('refused' in report) return report
    const after = recordCall(caseFile, action, report, desk.today, opened.scenario)
    if ('refused' in after) return after
    const nextOn = report.outcome === 'call-back' ? formatDay(report.next) : null
    const { id, outcome, cause, note } = input
    await closeCase(desk, tx, opened, lookAgain(after, desk.today), {
      kind: 'person',
      entry: { action: id, verb: 'done', step: action.step, outcome, cause, note, ...agreed(input, nextOn) },
    })
    const status = after.actions.find(other => other.id === action.id)?.status ?? action.status
    return { id, case: caseFile.id, status, outcome, cause, nextOn }
  })
}

function agreed({ amountCents, by, items }: ReportCall, nextOn: string | null) {
  return {
    ...(amountCents !== null && { amountCents: Number(amountCents) }),
    ...(by !== null && { by: formatDay(by) }),
    ...(items.length > 0 && { items }),
    ...(nextOn !== null && { nextOn }),
  }
}

/** The parts that go with the outcome; one that lacks, or that goes with another, is refused by its option. */
function reportOf(input: ReportCall, today: Day, contactDay: (day: Day) => Day): CallReport | Refused {
  const { outcome, cause, note, amountCents, by, items, next } = input
  const said = { cause, note }
  const part = idlePart(input)
  if (part) return refuse('idle-option', { part, outcome })
  switch (outcome) {
    case 'promise':
      if (by === null) return refuse('outcome-lacks', { kind: 'by' })
      if (by < today) return refuse('outcome-lacks', { kind: 'by-to-come', by: formatDay(by) })
      return { ...said, outcome, amountCents, by, items }
    case 'dispute':
      return { ...said, outcome, amountCents, items }
    case 'call-back':
      if (next === null) return refuse('outcome-lacks', { kind: 'next' })
      return { ...said, outcome, next: contactDay(next) }
    case 'reached':
    case 'message-left':
    case 'wrong-number':
    case 'refuses':
      return { ...said, outcome }
  }
}

function idlePart({
  outcome,
  amountCents,
  by,
  items,
  next,
}: ReportCall): 'amount' | 'by' | 'items' | 'next' | null {
  const isAgreed = outcome === 'promise' || outcome === 'dispute'
  if (next !== null && outcome !== 'call-back') return 'next'
  if (by !== null && outcome !== 'promise') return 'by'
  if (amountCents !== null && !isAgreed) return 'amount'
  return items.length > 0 && !isAgreed ? 'items' : null
}
