/** To whom a debtor pays. */
import type { OpenItem } from '../case/open-item.ts'
import type { Agency } from '../organisation/agency.ts'

/** A name and an account; without an account nobody can be told how to pay. */
export type Payee = { readonly name: string; readonly iban?: string | null; readonly bic?: string | null }

/** The factor to whom these items were assigned; one message, one notice, one transfer never mixes two payees. */
export function factorOf(items: readonly OpenItem[]): { name: string; iban: string } | null {
  const assigned = items.find(item => item.payeeIban !== null)
  return assigned?.payeeIban ? { name: assigned.payee ?? 'factor', iban: assigned.payeeIban } : null
}

/** A factor to whom the claim was assigned; else the account that an agency keeps for creditors, or the creditor's own. */
export function payeeOf(
  factor: Payee | null | undefined,
  agency: Pick<Agency, 'name' | 'iban'> | null | undefined,
  creditor: Payee,
): Payee {
  if (factor) return factor
  return agency?.iban ? { name: agency.name, iban: agency.iban } : creditor
}
