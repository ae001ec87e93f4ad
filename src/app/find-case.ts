import type { Tx } from '../store/database.ts'
import { findCases } from '../store/parties/parties.ts'
import type { Refused } from './refused.ts'

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
