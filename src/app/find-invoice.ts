import type { Tx } from '../store/database.ts'
import { casesWithNumber } from '../store/parties/documents.ts'
import { type Refused, refuse } from './refused.ts'

/** The case of the invoice or credit note of that number; `debtor` tells apart several that bear it. */
export async function findInvoice(
  tx: Tx,
  number: string,
  debtor: string | undefined,
): Promise<{ caseId: string; id: string } | Refused> {
  const [found, second] = await casesWithNumber(tx, number, debtor ?? null)
  if (!found) return refuse('unknown-invoice', { number })
  if (second) return refuse('ambiguous-invoice', { number, cases: [found.id, second.id] })
  return found
}
