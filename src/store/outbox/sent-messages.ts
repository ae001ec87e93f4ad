/** Messages that left, as what comes back names them. */
import type { Tx } from '../database.ts'

/** `recipient`: the address that it was written to. */
export type SentReference = {
  messageId: string
  caseId: string
  creditorId: string
  actionId: number
  recipient: string | null
}

/** Those that bear one of these Message-IDs, without their brackets; of one that is uncertain too, an answer proves it left. */
export async function sentByMessageId(tx: Tx, messageIds: readonly string[]): Promise<SentReference[]> {
  if (messageIds.length === 0) return []
  return tx.query<SentReference>(
    `select trim('<>' from m.provider_id) as "messageId", m.case_id as "caseId",
            c.creditor_id as "creditorId", m.action_id as "actionId", m.recipient
     from   message m
     join   dunning_case c on c.organisation_id = $1 and c.case_id = m.case_id
     where  m.organisation_id = $1 and m.provider_id = any($2::text[])`,
    [tx.organisationId, messageIds.map(id => `<${id}>`)],
  )
}

/** The last message of a case that left for an address; of any address when null. */
export async function lastSentTo(
  tx: Tx,
  caseId: string,
  address: string | null,
): Promise<{ actionId: number; recipient: string | null } | null> {
  const [row] = await tx.query<{ actionId: number; recipient: string | null }>(
    `select action_id as "actionId", recipient from message
     where  organisation_id = $1 and case_id = $2 and status = 'sent' and channel = 'email'
       and  ($3::text is null or lower(recipient) = lower($3))
     order  by ended_at desc, action_id desc
     limit  1`,
    [tx.organisationId, caseId, address],
  )
  return row ?? null
}

/** Cases of the debtors who have that e-mail address, of one creditor or of all. The few who have it are sought first. */
export async function casesOfAddress(
  tx: Tx,
  creditorId: string | null,
  addresses: readonly string[],
): Promise<{ caseId: string; isClosed: boolean }[]> {
  if (addresses.length === 0) return []
  return tx.query<{ caseId: string; isClosed: boolean }>(
    `with reached as materialized
            (select debtor_id from contact where organisation_id = $1 and email_folded = any($3::text[]))
     select distinct c.case_id as "caseId", c.closed_on is not null as "isClosed"
     from   reached t
     join   dunning_case c on c.organisation_id = $1 and c.debtor_id = t.debtor_id
     where  (c.creditor_id = $2) is not false`,
    [tx.organisationId, creditorId, addresses.map(address => address.toLowerCase())],
  )
}
