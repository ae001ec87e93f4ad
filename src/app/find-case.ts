import type { Tx } from '../store/database.ts'
import { findCases } from '../store/parties/parties.ts'
import { type Refused, refuse } from './refused.ts'

/** The one case that a person means by a debtor's code or name, `CREDITOR/DEBTOR`, or an invoice. */
export async function findOneCase(tx: Tx, text: string): Promise<{ caseId: string; id: string } | Refused> {
  const found = await findCases(tx, text)
  const [first, second] = found
  if (!first) return refuse('unknown-debtor', { kind: 'case', text })
  return second ? ambiguousCase(text, found) : first
}

export function ambiguousCase(text: string, found: readonly { id: string }[]): Refused {
  return refuse('ambiguous-debtor', { kind: 'case', text, cases: found.map(({ id }) => id) })
}
