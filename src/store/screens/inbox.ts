import type { MessageClass } from '../../domain/facts/reply.ts'
import type { Tx } from '../database.ts'
import type { StoredSuggestion, TiedBy } from '../inbox/inbound-messages.ts'
import {
  type List,
  type Order,
  type PageAfter,
  type PageAt,
  type RowsAfter,
  type RowsAt,
  rowsAfter,
  rowsAt,
} from './page.ts'

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
            m.read_on is not null as read`

const ITS_CASE = `left   join dunning_case c on c.organisation_id = $1 and c.case_id = m.case_id
     left   join creditor k on k.organisation_id = $1 and k.creditor_id = c.creditor_id
     left   join debtor d on d.organisation_id = $1 and d.debtor_id = c.debtor_id
     left   join action a on a.organisation_id = $1 and a.case_id = m.case_id and a.id = m.action_id`

export const ORDER_OF_MAILS: Order = { list: 'inbox', keys: [{ name: 'number', type: 'bigint' }] }

/** What came in, the oldest first; only the unread unless `all`. */
export async function mailsAfter(tx: Tx, all: boolean, page: PageAfter): Promise<RowsAfter<ListedMail>> {
  return rowsAfter(tx, mailsReceived(tx, all), page)
}

export async function mailsAt(tx: Tx, all: boolean, page: PageAt): Promise<RowsAt<ListedMail>> {
  return rowsAt(tx, mailsReceived(tx, all), page)
}

function mailsReceived(tx: Tx, all: boolean): List {
  return {
    order: ORDER_OF_MAILS,
    among: `select m.number from inbound_message m where m.organisation_id = $1 and ($2 or m.read_on is null)`,
    columns: MAIL,
    joins: `join inbound_message m on m.organisation_id = $1 and m.number = page.number
     ${ITS_CASE}`,
    params: [tx.organisationId, all],
  }
}

export async function findMail(tx: Tx, number: number): Promise<ListedMail | null> {
  const [row] = await tx.query<ListedMail>(
    `select ${MAIL}
     from   inbound_message m
     ${ITS_CASE}
     where  m.organisation_id = $1 and m.number = $2`,
    [tx.organisationId, number],
  )
  return row ?? null
}

export async function unreadMails(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    'select count(*)::int as count from inbound_message where organisation_id = $1 and read_on is null',
    [tx.organisationId],
  )
  return row?.count ?? 0
}
