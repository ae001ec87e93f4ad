import type { Case } from '../domain/case/case.ts'
import type { Scenario } from '../domain/scenario.ts'
import { loadCases, lockCase, type StoredCase } from '../store/case/cases.ts'
import type { JournalLine } from '../store/case/journal.ts'
import { saveCases } from '../store/case/save-cases.ts'
import type { Tx } from '../store/database.ts'
import { findCases } from '../store/parties/parties.ts'
import { type Desk, organisationOf } from './desk.ts'
import type { Refused } from './refused.ts'

/** One case, locked, with its scenario. */
export type OpenedCase = { stored: StoredCase; scenario: Scenario }

/** Opens a case for a change: nobody else decides on it or records facts until the transaction ends. */
export async function openCase(desk: Desk, tx: Tx, caseId: string): Promise<OpenedCase> {
  await lockCase(tx, caseId)
  const { settings } = await organisationOf(tx)
  const [stored] = await loadCases(tx, [caseId], settings)
  if (!stored) throw new Error(`no case ${caseId}`)
  const scenario = desk.country.scenarios.get(stored.dossier.scenarioId)
  if (!scenario) throw new Error(`${stored.dossier.id}: unknown scenario ${stored.dossier.scenarioId}`)
  return { stored, scenario }
}

/** Writes the case as it is now, and the line that says what happened. */
export async function closeCase(
  desk: Desk,
  tx: Tx,
  { stored }: OpenedCase,
  after: Case,
  line: JournalLine,
): Promise<void> {
  await saveCases(tx, [{ stored, after, told: [line] }], desk.now())
}

/** The one case that a person means by a debtor's code or name, `CREDITOR/DEBTOR`, or an invoice. */
export async function findOneCase(tx: Tx, text: string): Promise<{ caseId: string; id: string } | Refused> {
  const found = await findCases(tx, text)
  const [first, second] = found
  if (!first) {
    return {
      refused: 'unknown-debtor',
      message: `aucun dossier ne correspond à « ${text} » (code, nom, CREANCIER/CODE ou facture)`,
    }
  }
  if (second) {
    const ids = found.map(candidate => candidate.id).join(', ')
    return {
      refused: 'ambiguous-debtor',
      message: `« ${text} » désigne plusieurs dossiers : ${ids} ; précisez`,
    }
  }
  return first
}
