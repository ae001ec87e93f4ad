import type { Tx } from '../database.ts'

/** Ids of the cases, of one creditor or of all, in which a claim is noted as a bad debt or was written off. */
export async function casesWithBadDebts(tx: Tx, creditorId: string | null): Promise<string[]> {
  const rows = await tx.query<{ case_id: string }>(
    `select c.case_id
     from   dunning_case c
     where  c.organisation_id = $1 and ($2::uuid is null or c.creditor_id = $2)
       and  (exists (select 1 from bad_debt_step s where s.organisation_id = $1 and s.case_id = c.case_id)
             or exists (select 1 from allocation a
                        where a.organisation_id = $1 and a.case_id = c.case_id and a.source = 'write-off'))
     order  by c.number`,
    [tx.organisationId, creditorId],
  )
  return rows.map(row => row.case_id)
}
