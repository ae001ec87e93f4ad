import type { Tx } from '../store/database.ts'
import { casesWithNumber } from '../store/parties/documents.ts'
import type { Refused } from './refused.ts'

/** The case of the invoice or credit note of that number; `debtor` tells apart several that bear it. */
export async function findInvoice(
  tx: Tx,
  number: string,
  debtor: string | undefined,
): Promise<{ caseId: string; id: string } | Refused> {
  const [found, second] = await casesWithNumber(tx, number, debtor ?? null)
  if (!found)
    return { refused: 'unknown-invoice', message: `aucune facture ne porte le numéro « ${number} »` }
  if (second)
    return {
      refused: 'ambiguous-invoice',
      message: `« ${number} » est dans plusieurs dossiers (${found.id}, ${second.id}) ; précisez --debtor`,
    }
  return found
}
