import type { Tx } from '../database.ts'

/** Before the id of any case. */
export const FIRST_CASE_ID = '00000000-0000-0000-0000-000000000000'

/** Ids of at most `limit` cases after the one given, of one creditor or of all, in the order of their ids. */
export async function caseIdsAfter(
  tx: Tx,
  creditorId: string | null,
  after: string,
  limit: number,
): Promise<string[]> {
  const rows = await tx.query<{ case_id: string }>(
    `select case_id
     from   dunning_case
     where  organisation_id = $1 and ($2::uuid is null or creditor_id = $2) and case_id > $3
     order  by case_id
     limit  $4`,
    [tx.organisationId, creditorId, after, limit],
  )
  return rows.map(row => row.case_id)
}
