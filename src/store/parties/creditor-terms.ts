import type { CreditorTerms } from '../../domain/organisation/creditor-terms.ts'
import type { Tx } from '../database.ts'

/** The columns of `creditor` that say how it counts, under the alias of the table. */
export type CreditorTermsRow = {
  contract_rate_bps: number | null
  contract_clause: string | null
  imputation: CreditorTerms['appropriation']
  basis: CreditorTerms['basis']
  capitalisation: boolean
}

export const creditorTermsColumns = (alias: string) =>
  ['contract_rate_bps', 'contract_clause', 'imputation', 'basis', 'capitalisation']
    .map(column => `${alias}.${column}`)
    .join(', ')

export function creditorTermsOf(row: CreditorTermsRow): CreditorTerms {
  const { contract_rate_bps: rateBps, contract_clause: source, imputation, basis, capitalisation } = row
  const contractRate = rateBps === null || source === null ? null : { rateBps, source }
  return { contractRate, appropriation: imputation, basis, capitalisation }
}

/** The terms of each creditor, by its key. */
export async function readCreditorTerms(tx: Tx): Promise<Map<string, CreditorTerms>> {
  const rows = await tx.query<CreditorTermsRow & { creditor_id: string }>(
    `select k.creditor_id, ${creditorTermsColumns('k')} from creditor k where k.organisation_id = $1`,
    [tx.organisationId],
  )
  return new Map(rows.map(row => [row.creditor_id, creditorTermsOf(row)]))
}

export async function writeCreditorTerms(tx: Tx, creditorId: string, terms: CreditorTerms): Promise<void> {
  const { contractRate, appropriation: imputation, basis, capitalisation } = terms
  await tx.query(
    `update creditor set contract_rate_bps = $3, contract_clause = $4, imputation = $5, basis = $6, capitalisation = $7
     where organisation_id = $1 and creditor_id = $2`,
    [
      tx.organisationId,
      creditorId,
      contractRate?.rateBps ?? null,
      contractRate?.source ?? null,
      imputation,
      basis,
      capitalisation,
    ],
  )
}
