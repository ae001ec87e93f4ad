import type { Action } from '../../domain/action.ts'
import type { ClosingReason } from '../../domain/case/case.ts'
import type { HoldReason } from '../../domain/case/held.ts'
import { addDays, type Day, formatDay } from '../../domain/date.ts'
import type { SkipCode } from '../../domain/decide/decision.ts'
import type { Reason } from '../../domain/reason.ts'
import { namer } from '../../domain/story/tell.ts'
import type { TaskMatter } from '../../domain/task.ts'
import { findBankData } from '../../store/bank/bank-data.ts'
import { type Desk, organisationOf } from '../desk.ts'
import type { Refused } from '../refused.ts'
import { type DecidedCase, decideDay, decidedActions, type RunDay } from './decide-day.ts'

export type RunAction = {
  id: string
  case: string
  debtor: string
  step: string
  stage: Action['stage']
  channel: Action['channel']
  mode: Action['mode']
  status: Action['status']
  items: string[]
  amountCents: number
  because: readonly Reason[]
}
export type DayReport = {
  date: string
  cases: number
  actions: RunAction[]
  holds: { case: string; items: string[]; reason: HoldReason; until: string | null }[]
  tasks: ({ case: string; debtor: string; items: string[] } & TaskMatter)[]
  skipped: { case: string; step: string; code: SkipCode }[]
  promises: { case: string; debtor: string; outcome: 'kept' | 'late' | 'broken'; amountCents: number }[]
  closed: { case: string; reason: ClosingReason }[]
  errors: { case: string; message: string }[]
  /** How far each creditor's bank data goes, where it is looked at; `stale` beyond the age that the setting allows. */
  bankData: { creditor: string; knownUntil: string | null; stale: boolean }[]
}

/** `decideDay`, and what it decided. */
export async function runDay(desk: Desk, input: RunDay): Promise<DayReport | Refused> {
  const report = emptyReport(desk.today)
  const refused = await decideDay(desk, input, {
    decided: one => reportOn(report, one),
    failed: (caseId, message) => report.errors.push({ case: caseId, message }),
  })
  if (refused) return refused
  return { ...inOrder(report), bankData: await bankDataOn(desk) }
}

/** Nothing where no setting asks how old the data may be. */
async function bankDataOn(desk: Desk): Promise<DayReport['bankData']> {
  return desk.transaction(async tx => {
    const { bankDataDays } = (await organisationOf(tx)).settings
    if (bankDataDays === null) return []
    return (await findBankData(tx)).map(({ creditor, bankDataOn }) => ({
      creditor,
      knownUntil: bankDataOn === null ? null : formatDay(bankDataOn),
      stale: bankDataOn === null || desk.today > addDays(bankDataOn, bankDataDays),
    }))
  })
}

/** The largest amounts first, cases by name: the same report whatever order cases were decided in. */
function inOrder(report: DayReport): DayReport {
  const byCase = (a: { case: string }, b: { case: string }) =>
    a.case < b.case ? -1 : a.case > b.case ? 1 : 0
  return {
    ...report,
    actions: report.actions.sort((a, b) => b.amountCents - a.amountCents || byCase(a, b)),
    holds: report.holds.sort(byCase),
    tasks: report.tasks.sort(byCase),
    skipped: report.skipped.sort(byCase),
    promises: report.promises.sort(byCase),
    closed: report.closed.sort(byCase),
    errors: report.errors.sort(byCase),
  }
}

function emptyReport(date: Day): DayReport {
  return {
    date: formatDay(date),
    cases: 0,
    actions: [],
    holds: [],
    tasks: [],
    skipped: [],
    promises: [],
    closed: [],
    errors: [],
    bankData: [],
  }
}

function reportOn(report: DayReport, { stored, decision, after }: DecidedCase): void {
  const names = namer(after)
  const { id, debtor } = after
  report.cases++
  for (const action of decidedActions(stored.caseFile, after)) {
    if (action.status === 'cancelled' || action.status === 'lapsed') continue
    const { step, stage, channel, mode, status, because } = action
    report.actions.push({
      id: `${stored.number}-${action.id}`,
      case: id,
      debtor: debtor.name,
      step,
      stage,
      channel,
      mode,
      status,
      items: names(action.itemIds),
      amountCents: Number(action.amountCents),
      because,
    })
  }
  for (const hold of decision.holds) {
    const until = hold.until === null ? null : formatDay(hold.until)
    report.holds.push({ case: id, items: names(hold.itemIds), reason: hold.reason, until })
  }
  for (const task of decision.tasks) {
    const { step, since, itemIds, ...matter } = task
    report.tasks.push({ case: id, debtor: debtor.name, items: names(itemIds), ...matter })
  }
  for (const skip of decision.skips) report.skipped.push({ case: id, step: skip.step, code: skip.code })
  for (const outcome of decision.outcomes) {
    if (outcome.kind !== 'promise') continue
    const amountCents = Number(outcome.amountCents)
    report.promises.push({ case: id, debtor: debtor.name, outcome: outcome.status, amountCents })
  }
  if (decision.closed) report.closed.push({ case: id, reason: decision.closed })
}
