import type { MessageClass } from '../../domain/facts/reply.ts'
import type { Tx } from '../database.ts'
import type { StoredSuggestion, TiedBy } from '../inbox/inbound-messages.ts'

/** A message that came in, as people read it. Instants and days are ISO text; `case` is null while nobody knows whose it is. */
export type ListedMail = {
  id: string
  receivedAt: string
  sentAt: string | null
  case: string | null
  debtor: string | null
  tiedBy: TiedBy | null
  class: MessageClass
  from: { name: string | null; address: string | null }
  subject: string | null
  newText: string | null
  recipient: string | null
  status: string | null
  diagnostic: string | null
  absentUntil: string | null
  /** The step of the message that it answers. */
  step: string | null
  suggestions: StoredSuggestion[]
  read: boolean
}

const MAIL = `'M-' || m.number as id, m.received_at as "receivedAt", m.sent_at as "sentAt", k.code || '/' || d.code as case,
            d.name as debtor, m.tied_by as "tiedBy", m.class,
            json_build_object('name', m.from_name, 'address', m.from_address) as from, m.subject, m.new_text as "newText",
            m.recipient, m.status, m.diagnostic, m.absent_until as "absentUntil", a.step, m.suggestions,
            m.read_on is not null as read
     from   inbound_message m
     left   join dunning_case c on c.organisation_id = $1 and c.case_id = m.case_id
     left   join creditor k on k.organisation_id = $1 and k.creditor_id = c.creditor_id
     left   join debtor d on d.organisation_id = $1 and d.debtor_id = c.debtor_id
     left   join action a on a.organisation_id = $1 and a.case_id = m.case_id and a.id = m.action_id`

/** What came in, the oldest first; only the unread unless `all`. At most `limit`, the newest of them. */
export async function listedMails(tx: Tx, all: boolean, limit: number): Promise<ListedMail[]> {
  const rows = await tx.query<ListedMail>(
    `select ${MAIL}
     where  m.organisation_id = $1 and ($2 or m.read_on is null)
     order  by m.number desc
     limit  $3`,
    [tx.organisationId, all, limit],
  )
  return rows.toReversed()
}

export async function findMail(tx: Tx, number: number): Promise<ListedMail | null> {
  const [row] = await tx.query<ListedMail>(`select ${MAIL} where m.organisation_id = $1 and m.number = $2`, [
    tx.organisationId,
    number,
  ])
  return row ?? null
}

export async function unreadMails(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    'select count(*)::int as count from inbound_message where organisation_id = $1 and read_on is null',
    [tx.organisationId],
  )
  return row?.count ?? 0
}
