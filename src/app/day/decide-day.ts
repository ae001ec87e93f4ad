import type { Action } from '../../domain/action.ts'
import type { Case } from '../../domain/case/case.ts'
import { formatDay } from '../../domain/date.ts'
import { adopt, isSentByProgram } from '../../domain/decide/adopt.ts'
import { decide } from '../../domain/decide/decide.ts'
import type { Decision } from '../../domain/decide/decision.ts'
import type { Law } from '../../domain/law/law.ts'
import { tell } from '../../domain/story/tell.ts'
import { lockCases, lockCasesToLookAt, type StoredCase } from '../../store/case/cases.ts'
import type { Tx } from '../../store/database.ts'
import { queueMessages } from '../../store/outbox/messages.ts'
import { setLastRun } from '../../store/parties/organisations.ts'
import { closeCases, type Line, readCases, scenarioOf } from '../change-cases.ts'
import { actingAs, type Desk, inTransaction, organisationOf } from '../desk.ts'
import { type Refused, refuse } from '../refused.ts'

export type RunDay = { dryRun: boolean }

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

/**
 * Decides every case whose next look has come and writes journal, state and outbox together, batch by batch. Nothing
 * is sent, and nothing is kept in memory of a batch once it is written. A second run of the same day finds nothing left
 * to decide.
 */
export async function decideDay(
  desk: Desk,
  { dryRun }: RunDay,
  listener: DayListener,
): Promise<Refused | null> {
  const { organisation } = await desk.transaction(organisationOf)
  if (organisation.lastRunOn !== null && desk.today < organisation.lastRunOn) {
    return refuse('date-before-last-run', {
      date: formatDay(desk.today),
      lastRunOn: formatDay(organisation.lastRunOn),
    })
  }
  const day: DayUnderWay = {
    desk,
    dryRun,
    listener,
    cases: 0,
    failures: 0,
    lastTaken: Promise.resolve(FIRST_ID),
  }
  const lanes = await Promise.allSettled(Array.from({ length: LANES }, () => runLane(day)))
  for (const lane of lanes) if (lane.status === 'rejected') throw lane.reason
  if (!dryRun && day.failures === 0) {
    await desk.transaction(tx => setLastRun(tx, desk.today))
  }
  return null
}

/** A day under way. `lastTaken` settles with the last case of the batch taken last, null when none is left. */
type DayUnderWay = RunDay & {
  desk: Desk
  listener: DayListener
  cases: number
  failures: number
  lastTaken: Promise<string | null>
}

/** One batch after another, each in a transaction, until none is left. */
async function runLane(day: DayUnderWay): Promise<void> {
  while (await runBatch(day))
    if (day.cases > CASES_AT_ONCE) day.desk.progress({ code: 'cases-decided', count: day.cases })
}

async function runBatch(day: DayUnderWay): Promise<boolean> {
  const { desk, dryRun } = day
  let ids: string[] = []
  try {
    const decided = await inTransaction(desk, dryRun, async tx => {
      ids = await takeBatch(day, tx)
      return decideCases(desk, tx, ids)
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
    after === null ? [] : lockCasesToLookAt(tx, day.desk.today, after, CASES_AT_ONCE),
  )
  day.lastTaken = taken.then(
    ids => ids.at(-1) ?? null,
    () => null,
  )
  return taken
}

/** A batch that failed is tried case by case, so that one bad case stops nobody else and says why. */
async function runAlone(day: DayUnderWay, caseId: string): Promise<void> {
  const { desk, dryRun } = day
  try {
    const [one] = await inTransaction(desk, dryRun, async tx => {
      await lockCases(tx, [caseId])
      return decideCases(desk, tx, [caseId])
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
async function decideCases(desk: Desk, tx: Tx, ids: readonly string[]): Promise<DecidedCase[]> {
  if (ids.length === 0) return []
  const cases = await readCases(tx, ids)
  const law = desk.country.law({ region: cases[0]?.caseFile.settings.region ?? null })
  const decided = cases
    .filter(({ caseFile }) => caseFile.nextLookOn !== null && caseFile.nextLookOn <= desk.today)
    .map(stored => decideOne(desk, stored, law))
  await closeCases(
    actingAs(desk, { kind: 'program', name: 'run' }),
    tx,
    decided.map(one => ({ ...one, lines: linesOf(one) })),
  )
  await queueMessages(tx, decided.flatMap(newMessages), desk.now())
  return decided
}

function decideOne(desk: Desk, stored: StoredCase, law: Law): DecidedCase {
  const decision = decide(stored.caseFile, scenarioOf(desk, stored.caseFile), law, desk.today)
  return { stored, decision, after: adopt(stored.caseFile, decision, desk.today) }
}

function newMessages({ stored, after }: DecidedCase) {
  return decidedActions(stored.caseFile, after)
    .filter(action => action.status === 'planned' && isSentByProgram(action.channel))
    .map(action => ({ caseId: stored.caseId, actionId: action.id, channel: action.channel }))
}

/** Actions made or carried further by this decision. */
export function decidedActions(before: Case, after: Case): Action[] {
  const known = new Set(before.actions)
  return after.actions.filter(action => !known.has(action))
}

function linesOf({ stored, decision }: DecidedCase): Line[] {
  return tell(stored.caseFile, decision).map(({ text, because }) => ({
    kind: 'decision',
    entry: { text, because },
  }))
}
