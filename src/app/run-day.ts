import type { Action } from '../domain/action.ts'
import { adopt, isSentByProgram } from '../domain/adopt.ts'
import type { Case } from '../domain/case.ts'
import type { Day } from '../domain/date.ts'
import { formatDay } from '../domain/date.ts'
import { decide } from '../domain/decide.ts'
import type { Decision } from '../domain/decision.ts'
import type { HoldReason } from '../domain/hold.ts'
import type { Reason } from '../domain/reason.ts'
import type { Settings } from '../domain/settings.ts'
import type { TaskCode } from '../domain/task.ts'
import { namer, tell } from '../domain/tell.ts'
import { loadCases, lockCasesToLookAt, type StoredCase, saveCases } from '../store/cases.ts'
import type { Tx } from '../store/database.ts'
import { appendJournal, type JournalEntry } from '../store/journal.ts'
import { queueMessages } from '../store/messages.ts'
import { setLastRun } from '../store/organisations.ts'
import { type App, inTransaction, organisationOf, type Refused } from './app.ts'

export type RunDay = { date: Day; dryRun: boolean }

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
  tasks: { case: string; debtor: string; code: TaskCode; items: string[] }[]
  skipped: { case: string; step: string; code: string }[]
  promises: { case: string; debtor: string; outcome: 'kept' | 'late' | 'broken'; amountCents: number }[]
  closed: { case: string; reason: string }[]
  errors: { case: string; message: string }[]
}

const CASES_AT_ONCE = 500
const FIRST_ID = '00000000-0000-0000-0000-000000000000'

/**
 * Decides every case whose next look has come and writes journal, state and outbox together, batch by batch. Nothing
 * is sent. A second run of the same day finds nothing left to decide.
 */
export async function runDay(app: App, { date, dryRun }: RunDay): Promise<DayReport | Refused> {
  const { organisation } = await app.database.transaction(app.organisationId, organisationOf)
  if (organisation.lastRunOn !== null && date < organisation.lastRunOn) {
    const last = formatDay(organisation.lastRunOn)
    return {
      refused: 'date-before-last-run',
      message: `le ${formatDay(date)} précède le dernier jour traité (${last})`,
    }
  }
  const report = emptyReport(date)
  for (let after: string | null = FIRST_ID; after !== null; )
    after = await runBatch(app, report, date, dryRun, after)
  if (!dryRun && report.errors.length === 0) {
    await app.database.transaction(app.organisationId, tx => setLastRun(tx, date))
  }
  return inOrder(report)
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
  }
}

/** One transaction. Returns the last case looked at, null when none was left. */
async function runBatch(
  app: App,
  report: DayReport,
  date: Day,
  dryRun: boolean,
  after: string,
): Promise<string | null> {
  let ids: string[] = []
  try {
    const decided = await inTransaction(app, dryRun, async tx => {
      ids = await lockCasesToLookAt(tx, date, after, CASES_AT_ONCE)
      return decideCases(app, tx, ids, date)
    })
    for (const one of decided) reportOn(report, one)
  } catch (error) {
    if (ids.length === 0) throw error
    for (const id of ids) await runAlone(app, report, date, dryRun, id)
  }
  if (ids.length > 0 && report.cases > CASES_AT_ONCE) app.progress(`${report.cases} dossiers décidés…`)
  return ids.at(-1) ?? null
}

/** A batch that failed is tried case by case, so that one bad case stops nobody else and says why. */
async function runAlone(
  app: App,
  report: DayReport,
  date: Day,
  dryRun: boolean,
  caseId: string,
): Promise<void> {
  try {
    const [one] = await inTransaction(app, dryRun, tx => decideCases(app, tx, [caseId], date))
    if (one) reportOn(report, one)
  } catch (error) {
    report.errors.push({ case: caseId, message: error instanceof Error ? error.message : String(error) })
  }
}

type DecidedCase = { stored: StoredCase; decision: Decision; after: Case }

async function decideCases(app: App, tx: Tx, ids: readonly string[], date: Day): Promise<DecidedCase[]> {
  const { settings } = await organisationOf(tx)
  const decided = (await loadCases(tx, ids, settings)).map(stored => decideOne(app, stored, settings, date))
  await saveCases(tx, decided)
  await queueMessages(tx, decided.flatMap(newMessages), app.clock.now())
  await appendJournal(
    tx,
    decided.flatMap(one => journalOf(one, date)),
    app.clock.now(),
  )
  return decided
}

function decideOne(app: App, stored: StoredCase, settings: Settings, date: Day): DecidedCase {
  const scenario = app.country.scenarios.get(stored.dossier.scenarioId)
  if (!scenario) throw new Error(`${stored.dossier.id}: unknown scenario ${stored.dossier.scenarioId}`)
  const calendar = app.country.calendar({ region: settings.region })
  const decision = decide(stored.dossier, scenario, calendar, date)
  return { stored, decision, after: adopt(stored.dossier, decision, date) }
}

function newMessages({ stored, after }: DecidedCase) {
  return decidedActions(stored.dossier, after)
    .filter(action => action.status === 'planned' && isSentByProgram(action.channel))
    .map(action => ({ caseId: stored.caseId, actionId: action.id, channel: action.channel }))
}

/** Actions made or carried further by this decision. */
function decidedActions(before: Case, after: Case): Action[] {
  const known = new Set(before.actions)
  return after.actions.filter(action => !known.has(action))
}

function journalOf({ stored, decision }: DecidedCase, date: Day): JournalEntry[] {
  return tell(stored.dossier, decision).map(line => ({
    stored,
    day: date,
    actor: 'run',
    kind: 'decision',
    entry: { text: line.text, because: line.because },
  }))
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
  }
}

function reportOn(report: DayReport, { stored, decision, after }: DecidedCase): void {
  const names = namer(after)
  const { id, debtor } = after
  report.cases++
  for (const action of decidedActions(stored.dossier, after)) {
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
    report.tasks.push({ case: id, debtor: debtor.name, code: task.code, items: names(task.itemIds) })
  }
  for (const skip of decision.skips) report.skipped.push({ case: id, step: skip.step, code: skip.code })
  for (const outcome of decision.outcomes) {
    if (outcome.kind !== 'promise') continue
    const amountCents = Number(outcome.amountCents)
    report.promises.push({ case: id, debtor: debtor.name, outcome: outcome.status, amountCents })
  }
  if (decision.closed) report.closed.push({ case: id, reason: decision.closed })
}
