import type { Tx } from '../database.ts'

/** Letters that wait to be posted, registered or not, in the order in which they are printed and ticked. */
export async function lettersToPost(tx: Tx): Promise<{ id: string; caseId: string; actionId: number }[]> {
  return tx.query(
    `select c.number || '-' || a.id as id, a.case_id as "caseId", a.id as "actionId"
     from   action a
     join   dunning_case c on c.organisation_id = $1 and c.case_id = a.case_id
     where  a.organisation_id = $1 and a.status = 'open' and a.channel in ('letter', 'registered-letter')
     order  by c.number, a.id`,
    [tx.organisationId],
  )
}
