import type { Day } from '../../domain/date.ts'
import { formatDay } from '../../domain/date.ts'
import type { MessageClass, Suggestion } from '../../domain/facts/reply.ts'
import type { Tx } from '../database.ts'

/** How a message was tied to its case. */
export type TiedBy = 'headers' | 'reference' | 'address' | 'person'

/** The case of a message, and the action whose message it answers where that is known. */
export type Tie = { caseId: string; actionId: number | null; tiedBy: TiedBy }

/** What a person said of a suggestion; `recorded` is what was written in the case. */
export type StoredSuggestion = Suggestion & {
  state: 'proposed' | 'accepted' | 'changed' | 'refused'
  recorded: string | null
}

/** Instants and days are ISO text. `recipient`: the address that bounced or complained, as we had written to it. */
export type InboundMessage = {
  number: number
  creditorId: string | null
  class: MessageClass
  fromName: string | null
  fromAddress: string | null
  subject: string | null
  newText: string | null
  recipient: string | null
  status: string | null
  diagnostic: string | null
  sentAt: string | null
  receivedAt: string
  absentUntil: string | null
  caseId: string | null
  actionId: number | null
  tiedBy: TiedBy | null
  suggestions: readonly StoredSuggestion[]
  readOn: string | null
}

const COLUMNS = `number, creditor_id as "creditorId", class, from_name as "fromName", from_address as "fromAddress", subject,
            new_text as "newText", recipient, status, diagnostic, sent_at as "sentAt", received_at as "receivedAt",
            absent_until as "absentUntil", case_id as "caseId", action_id as "actionId", tied_by as "tiedBy", suggestions,
            read_on as "readOn"`

/** The number of the message already taken under that fingerprint, from the same creditor's mailbox. */
export async function findInbound(
  tx: Tx,
  creditorId: string | null,
  fingerprint: string,
): Promise<InboundMessage | null> {
  const [row] = await tx.query<InboundMessage>(
    `select ${COLUMNS} from inbound_message
     where organisation_id = $1 and creditor_id is not distinct from $2 and fingerprint = $3`,
    [tx.organisationId, creditorId, fingerprint],
  )
  return row ?? null
}

/** Locked, so that two people don't decide on it at once. */
export async function lockInbound(tx: Tx, number: number): Promise<InboundMessage | null> {
  const [row] = await tx.query<InboundMessage>(
    `select ${COLUMNS} from inbound_message where organisation_id = $1 and number = $2 for update`,
    [tx.organisationId, number],
  )
  return row ?? null
}

/** Numbers it after the last one: the organisation must be locked. */
export async function insertInbound(
  tx: Tx,
  message: Omit<InboundMessage, 'number'>,
  { fingerprint, raw }: { fingerprint: string; raw: Uint8Array },
): Promise<number> {
  const [row] = await tx.query<{ number: number }>(
    `insert into inbound_message as m (organisation_id, number, creditor_id, fingerprint, raw, class, from_name, from_address,
                                       subject, new_text, recipient, status, diagnostic, sent_at, received_at, absent_until,
                                       case_id, action_id, tied_by, suggestions, read_on)
     values ($1, (select coalesce(max(number), 0) + 1 from inbound_message where organisation_id = $1), $2, $3, $4, $5, $6, $7,
             $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
     returning m.number`,
    [
      tx.organisationId,
      message.creditorId,
      fingerprint,
      Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength),
      message.class,
      message.fromName,
      message.fromAddress,
      message.subject,
      message.newText,
      message.recipient,
      message.status,
      message.diagnostic,
      message.sentAt,
      message.receivedAt,
      message.absentUntil,
      message.caseId,
      message.actionId,
      message.tiedBy,
      JSON.stringify(message.suggestions),
      message.readOn,
    ],
  )
  return row?.number as number
}

export async function tieInbound(
  tx: Tx,
  number: number,
  tie: Tie & { recipient: string | null },
): Promise<void> {
  await tx.query(
    `update inbound_message set case_id = $3, action_id = $4, tied_by = $5, recipient = $6
     where organisation_id = $1 and number = $2`,
    [tx.organisationId, number, tie.caseId, tie.actionId, tie.tiedBy, tie.recipient],
  )
}

export async function writeSuggestions(
  tx: Tx,
  number: number,
  suggestions: readonly StoredSuggestion[],
): Promise<void> {
  await tx.query('update inbound_message set suggestions = $3 where organisation_id = $1 and number = $2', [
    tx.organisationId,
    number,
    JSON.stringify(suggestions),
  ])
}

/** Null puts it back among the unread. */
export async function markRead(tx: Tx, number: number, on: Day | null, by: string | null): Promise<void> {
  await tx.query(
    'update inbound_message set read_on = $3, read_by = $4 where organisation_id = $1 and number = $2',
    [tx.organisationId, number, on === null ? null : formatDay(on), by],
  )
}

/** Replies of a case that nobody has read yet. */
export async function unreadReplies(tx: Tx, caseId: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from inbound_message
     where organisation_id = $1 and case_id = $2 and class = 'reply' and read_on is null`,
    [tx.organisationId, caseId],
  )
  return row?.count ?? 0
}

/** Messages of a case that were put off since its debtor last answered, each counted once. */
export async function softBounces(tx: Tx, caseId: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(distinct action_id)::int as count from inbound_message
     where  organisation_id = $1 and case_id = $2 and class = 'soft-bounce'
       and  number > coalesce((select max(number) from inbound_message
                               where organisation_id = $1 and case_id = $2 and class = 'reply'), 0)`,
    [tx.organisationId, caseId],
  )
  return row?.count ?? 0
}
