import type { Tx } from '../database.ts'

/** Ids of at most `limit` cases in which something may still happen, after the last one given. Nothing is locked. */
export async function openCases(tx: Tx, after: string, limit: number): Promise<string[]> {
  const rows = await tx.query<{ case_id: string }>(
    `select case_id
     from   dunning_case
     where  organisation_id = $1 and case_id > $2 and (closed_on is null or next_look_on is not null)
     order  by case_id
     limit  $3`,
    [tx.organisationId, after, limit],
  )
  return rows.map(row => row.case_id)
}
