import type { Action } from '../domain/action.ts'
import { adopt, isSentByProgram } from '../domain/adopt.ts'
import type { Calendar } from '../domain/calendar.ts'
import type { Case, ClosingReason } from '../domain/case.ts'
import type { Day } from '../domain/date.ts'
import { formatDay } from '../domain/date.ts'
import { decide } from '../domain/decide.ts'
import type { Decision, SkipCode } from '../domain/decision.ts'
import type { HoldReason } from '../domain/hold.ts'
import type { Reason } from '../domain/reason.ts'
import type { TaskCode } from '../domain/task.ts'
import { namer, tell } from '../domain/tell.ts'
import { loadCases, lockCase, lockCasesToLookAt, type StoredCase, saveCases } from '../store/cases.ts'
import type { Tx } from '../store/database.ts'
import type { JournalLine } from '../store/journal.ts'
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
  tasks: { case: string; debtor: string; code: TaskCode; items: string[]; params: Reason['params'] }[]
  skipped: { case: string; step: string; code: SkipCode }[]
  promises: { case: string; debtor: string; outcome: 'kept' | 'late' | 'broken'; amountCents: number }[]
  closed: { case: string; reason: ClosingReason }[]
  errors: { case: string; message: string }[]
}

/** Hears of each case as soon as it is decided and written; of a failed one, why. In no order. */
export type DayListener = {
  decided(one: DecidedCase): void
  failed(caseId: string, message: string): void
}

export type DecidedCase = { stored: StoredCase; decision: Decision; after: Case }

const CASES_AT_ONCE = 1000
/** Batches under way at a time: while the database writes one, the next is read and decided. */
const LANES = 2
const FIRST_ID = '00000000-0000-0000-0000-000000000000'

/** `decideDay`, and what it decided. */
export async function runDay(app: App, input: RunDay): Promise<DayReport | Refused> {
  const report = emptyReport(input.date)
  const refused = await decideDay(app, input, {
    decided: one => reportOn(report, one),
    failed: (caseId, message) => report.errors.push({ case: caseId, message }),
  })
  return refused ?? inOrder(report)
}

/**
 * Decides every case whose next look has come and writes journal, state and outbox together, batch by batch. Nothing
 * is sent, and nothing is kept in memory of a batch once it is written. A second run of the same day finds nothing left
 * to decide.
 */
export async function decideDay(
  app: App,
  { date, dryRun }: RunDay,
  listener: DayListener,
): Promise<Refused | null> {
  const { organisation } = await app.database.transaction(app.organisationId, organisationOf)
  if (organisation.lastRunOn !== null && date < organisation.lastRunOn) {
    const last = formatDay(organisation.lastRunOn)
    return {
      refused: 'date-before-last-run',
      message: `le ${formatDay(date)} précède le dernier jour traité (${last})`,
    }
  }
  const day: DayUnderWay = {
    app,
    date,
    dryRun,
    listener,
    cases: 0,
    failures: 0,
    lastTaken: Promise.resolve(FIRST_ID),
  }
  const lanes = await Promise.allSettled(Array.from({ length: LANES }, () => runLane(day)))
  for (const lane of lanes) if (lane.status === 'rejected') throw lane.reason
  if (!dryRun && day.failures === 0) {
    await app.database.transaction(app.organisationId, tx => setLastRun(tx, date))
  }
  return null
}

/** A day under way. `lastTaken` settles with the last case of the batch taken last, null when none is left. */
type DayUnderWay = RunDay & {
  app: App
  listener: DayListener
  cases: number
  failures: number
  lastTaken: Promise<string | null>
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

/** One batch after another, each in a transaction, until none is left. */
async function runLane(day: DayUnderWay): Promise<void> {
  while (await runBatch(day))
    if (day.cases > CASES_AT_ONCE) day.app.progress(`${day.cases} dossiers décidés…`)
}

async function runBatch(day: DayUnderWay): Promise<boolean> {
  const { app, date, dryRun } = day
  let ids: string[] = []
  try {
    const decided = await inTransaction(app, dryRun, async tx => {
      ids = await takeBatch(day, tx)
      return decideCases(app, tx, ids, date)
    })
    for (const one of decided) tellOf(day, one)
  } catch (error) {
    if (ids.length === 0) throw error
    for (const id of ids) await runAlone(day, id)
  }
  return ids.length > 0
}

/** Batches follow one another by the cases' ids: a lane takes its own once the batch before is taken. */
async function takeBatch(day: DayUnderWay, tx: Tx): Promise<string[]> {
  const taken = day.lastTaken.then(after =>
    after === null ? [] : lockCasesToLookAt(tx, day.date, after, CASES_AT_ONCE),
  )
  day.lastTaken = taken.then(
    ids => ids.at(-1) ?? null,
    () => null,
  )
  return taken
}

/** A batch that failed is tried case by case, so that one bad case stops nobody else and says why. */
async function runAlone(day: DayUnderWay, caseId: string): Promise<void> {
  const { app, date, dryRun } = day
  try {
    const [one] = await inTransaction(app, dryRun, async tx => {
      await lockCase(tx, caseId)
      return decideCases(app, tx, [caseId], date)
    })
    if (one) tellOf(day, one)
  } catch (error) {
    day.failures++
    day.listener.failed(caseId, error instanceof Error ? error.message : String(error))
  }
}

function tellOf(day: DayUnderWay, one: DecidedCase): void {
  day.cases++
  day.listener.decided(one)
}

/** Decides the cases, locked, but for those that another run has decided since they were chosen. */
async function decideCases(app: App, tx: Tx, ids: readonly string[], date: Day): Promise<DecidedCase[]> {
  if (ids.length === 0) return []
  const { settings } = await organisationOf(tx)
  const calendar = app.country.calendar({ region: settings.region })
  const decided = (await loadCases(tx, ids, settings))
    .filter(({ dossier }) => dossier.nextLookOn !== null && dossier.nextLookOn <= date)
    .map(stored => decideOne(app, stored, calendar, date))
  const now = app.clock.now()
  await saveCases(
    tx,
    decided.map(one => ({ ...one, told: told(one, date) })),
    now,
  )
  await queueMessages(tx, decided.flatMap(newMessages), now)
  return decided
}

function decideOne(app: App, stored: StoredCase, calendar: Calendar, date: Day): DecidedCase {
  const scenario = app.country.scenarios.get(stored.dossier.scenarioId)
  if (!scenario) throw new Error(`${stored.dossier.id}: unknown scenario ${stored.dossier.scenarioId}`)
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

function told({ stored, decision }: DecidedCase, date: Day): JournalLine[] {
  return tell(stored.dossier, decision).map(({ text, because }) => ({
    day: date,
    actor: 'run',
    kind: 'decision',
    entry: { text, because },
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
    const { code, params = {} } = task
    report.tasks.push({ case: id, debtor: debtor.name, code, items: names(task.itemIds), params })
  }
  for (const skip of decision.skips) report.skipped.push({ case: id, step: skip.step, code: skip.code })
  for (const outcome of decision.outcomes) {
    if (outcome.kind !== 'promise') continue
    const amountCents = Number(outcome.amountCents)
    report.promises.push({ case: id, debtor: debtor.name, outcome: outcome.status, amountCents })
  }
  if (decision.closed) report.closed.push({ case: id, reason: decision.closed })
}
