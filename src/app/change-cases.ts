import { actorText } from '../domain/access/actor.ts'
import type { Case } from '../domain/case/case.ts'
import type { Scenario } from '../domain/scenario.ts'
import { loadCases, lockCases, type StoredCase } from '../store/case/cases.ts'
import { type CaseChange, saveCases } from '../store/case/save-cases.ts'
import type { Tx } from '../store/database.ts'
import type { JournalLine } from '../store/journal/case-journal.ts'
import { type Desk, organisationOf } from './desk.ts'

/** A case with its scenario. */
export type OpenedCase = { stored: StoredCase; scenario: Scenario }

/** What happened to a case. Told of the desk's day, by its actor, unless a part of the program acts by itself. */
export type Line = Omit<JournalLine, 'day' | 'actor'> & Partial<Pick<JournalLine, 'day' | 'actor'>>

/** Cases as they are, in the order of their ids, without waiting for whoever changes them: for what is only shown. */
export async function readCases(tx: Tx, caseIds: readonly string[]): Promise<StoredCase[]> {
  const { settings } = await organisationOf(tx)
  return loadCases(tx, caseIds, settings)
}

/** One case as it is, without waiting for whoever changes it. */
export async function readCase(desk: Desk, tx: Tx, caseId: string): Promise<OpenedCase> {
  const [stored] = await readCases(tx, [caseId])
  if (!stored) throw new Error(`no case ${caseId}`)
  return { stored, scenario: scenarioOf(desk, stored.caseFile) }
}

/** Opens a case for a change: nobody else decides on it or records facts until the transaction ends. */
export async function openCase(desk: Desk, tx: Tx, caseId: string): Promise<OpenedCase> {
  await lockCases(tx, [caseId])
  return readCase(desk, tx, caseId)
}

/** Locks a case, and says whether its journal is still as long: if so, nothing happened in it since. */
export async function isUnchanged(tx: Tx, caseId: string, journalLength: number): Promise<boolean> {
  const [locked] = await lockCases(tx, [caseId])
  return locked?.journalLength === journalLength
}

/** Writes a case that was opened as it is now, and the line that says what happened. */
export async function closeCase(
  desk: Desk,
  tx: Tx,
  { stored }: OpenedCase,
  after: Case,
  line: Line,
): Promise<void> {
  await closeCases(desk, tx, [{ stored, after, lines: [line] }])
}

/** Changes cases under lock, with a line in the journal of each that is no longer the same. */
export async function changeCases(
  desk: Desk,
  tx: Tx,
  caseIds: readonly string[],
  change: (stored: StoredCase) => Case,
  line: (change: Pick<CaseChange, 'stored' | 'after'>) => Line,
): Promise<void> {
  if (caseIds.length === 0) return
  await lockCases(tx, caseIds)
  const changes = (await readCases(tx, caseIds))
    .map(stored => ({ stored, after: change(stored) }))
    .filter(({ stored, after }) => after !== stored.caseFile)
    .map(changed => ({ ...changed, lines: [line(changed)] }))
  await closeCases(desk, tx, changes)
}

/** Writes cases that are locked as they are now, each with the lines that say what happened. */
export async function closeCases(
  desk: Desk,
  tx: Tx,
  changes: readonly (Pick<CaseChange, 'stored' | 'after'> & { lines: readonly Line[] })[],
): Promise<void> {
  const told = ({ lines }: { lines: readonly Line[] }) => lines.map(line => lineOf(desk, line))
  await saveCases(
    tx,
    changes.map(change => ({ ...change, told: told(change) })),
    desk.now(),
  )
}

/** The scenario by which a case is chased. */
export function scenarioOf({ country }: Desk, { id, scenarioId }: Case): Scenario {
  const scenario = country.scenarios.get(scenarioId)
  if (!scenario) throw new Error(`${id}: unknown scenario ${scenarioId}`)
  return scenario
}

function lineOf(desk: Desk, line: Line): JournalLine {
  return { day: desk.today, actor: actorText(desk.actor), ...line }
}
