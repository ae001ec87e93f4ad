import type { ChannelName } from '../../domain/scenario.ts'
import type { Tx } from '../database.ts'

/**
 * A message on its way: one for each planned action of a channel that the program serves. `attempts` tells a deliverer that
 * lost its lock from the next one: whoever claimed last is the only one who may hand over or put back. `failures`: how often
 * the carrier could not take it.
 */
export type QueuedMessage = {
  caseId: string
  actionId: number
  channel: ChannelName
  attempts: number
  failures: number
}

/** What leaves: its words, and all of it byte for byte under the name that it has outside. */
export type LeavingMessage = {
  recipient: string
  subject: string
  body: string
  providerId: string
  content: Uint8Array
}

/** Hands planned actions to the outbox. A message already there stays as it is. */
export async function queueMessages(
  tx: Tx,
  messages: readonly { caseId: string; actionId: number; channel: ChannelName }[],
  at: string,
): Promise<void> {
  if (messages.length === 0) return
  const rows = messages.map(m => ({ case_id: m.caseId, action_id: m.actionId, channel: m.channel }))
  await tx.query(
    `insert into message as m (organisation_id, case_id, action_id, channel, status, queued_at, not_before)
     select $1, r.case_id, r.action_id, r.channel, 'queued', $3, $3
     from   jsonb_to_recordset($2::jsonb) as r(case_id uuid, action_id integer, channel text)
     on conflict (organisation_id, case_id, action_id) do nothing`,
    [tx.organisationId, JSON.stringify(rows), at],
  )
}

/** What a crash left behind, for whoever holds the delivery lock: claimed ones go again, handed ones are uncertain. */
export async function recoverMessages(tx: Tx): Promise<QueuedMessage[]> {
  await tx.query(`update message set status = 'queued' where organisation_id = $1 and status = 'claimed'`, [
    tx.organisationId,
  ])
  return tx.query<QueuedMessage>(
    `select case_id as "caseId", action_id as "actionId", channel, attempts, failures
     from message where organisation_id = $1 and status = 'handing' order by case_id, action_id`,
    [tx.organisationId],
  )
}

/** Takes the next waiting message; null when none is due by then. */
export async function claimMessage(tx: Tx, now: string): Promise<QueuedMessage | null> {
  const [row] = await tx.query<QueuedMessage>(
    `with next as materialized (
       select case_id, action_id from message
       where  organisation_id = $1 and status = 'queued' and not_before <= $2
       order  by not_before, case_id, action_id
       limit  1
       for    update skip locked)
     update message m set status = 'claimed', attempts = attempts + 1
     from   next
     where  m.organisation_id = $1 and m.case_id = next.case_id and m.action_id = next.action_id
     returning m.case_id as "caseId", m.action_id as "actionId", m.channel, m.attempts, m.failures`,
    [tx.organisationId, now],
  )
  return row ?? null
}

/** Committed just before the one moment of sending that can't be taken back. False when it is no longer ours. */
export async function markHanding(tx: Tx, message: QueuedMessage, leaving: LeavingMessage): Promise<boolean> {
  const rows = await tx.query(
    `update message set status = 'handing', recipient = $5, subject = $6, body = $7, provider_id = $8, content = $9
     where organisation_id = $1 and case_id = $2 and action_id = $3 and status = 'claimed' and attempts = $4
     returning action_id`,
    [
      ...[tx.organisationId, message.caseId, message.actionId, message.attempts],
      ...[leaving.recipient, leaving.subject, leaving.body, leaving.providerId, leaving.content],
    ],
  )
  return rows.length > 0
}

/**
 * The same for a message that did not wait in the outbox: committed just before the one moment that can't be taken back.
 * False when it is under way or has left.
 */
export async function handDirectly(
  tx: Tx,
  { caseId, actionId, channel }: QueuedMessage,
  leaving: { recipient: string; body: string },
  at: string,
): Promise<boolean> {
  const rows = await tx.query(
    `insert into message as m (organisation_id, case_id, action_id, channel, status, attempts, queued_at, not_before, recipient, body)
     values ($1, $2, $3, $4, 'handing', 1, $5, $5, $6, $7)
     on conflict (organisation_id, case_id, action_id)
     do update set status = 'handing', attempts = m.attempts + 1, recipient = excluded.recipient, body = excluded.body,
                   ended_at = null
     where m.status = 'cancelled'
     returning action_id`,
    [tx.organisationId, caseId, actionId, channel, at, leaving.recipient, leaving.body],
  )
  return rows.length > 0
}

/** Puts a message back, `failures` included. Does nothing when the message has ended meanwhile, or when another has claimed it since. */
export async function requeueMessage(
  tx: Tx,
  message: QueuedMessage,
  notBefore: string,
  detail: string,
): Promise<void> {
  await tx.query(
    `update message set status = 'queued', not_before = $4, detail = $5, failures = $7
     where organisation_id = $1 and case_id = $2 and action_id = $3 and attempts = $6
       and status in ('claimed', 'handing')`,
    [
      ...[tx.organisationId, message.caseId, message.actionId, notBefore, detail],
      ...[message.attempts, message.failures],
    ],
  )
}

export async function endMessage(
  tx: Tx,
  message: QueuedMessage,
  status: 'sent' | 'failed' | 'cancelled' | 'uncertain',
  at: string,
  detail: string | null,
): Promise<void> {
  await tx.query(
    `update message set status = $4, ended_at = $5, detail = $6
     where organisation_id = $1 and case_id = $2 and action_id = $3`,
    [tx.organisationId, message.caseId, message.actionId, status, at, detail],
  )
}

/** Messages not ended yet, and when the oldest was queued. */
export async function waitingMessages(tx: Tx): Promise<{ count: number; oldest: string | null }> {
  const [row] = await tx.query<{ count: number; oldest: string | null }>(
    `select count(*)::int as count, min(queued_at) as oldest from message
     where organisation_id = $1 and status in ('queued', 'claimed', 'handing')`,
    [tx.organisationId],
  )
  return row ?? { count: 0, oldest: null }
}

/** The bytes of a message as they were handed over, and when it ended. Null before its handover. */
export async function readLeftMessage(
  tx: Tx,
  caseId: string,
  actionId: number,
): Promise<{ status: string; endedAt: string | null; content: Uint8Array } | null> {
  const [row] = await tx.query<{ status: string; endedAt: string | null; content: Uint8Array }>(
    `select status, ended_at as "endedAt", content from message
     where organisation_id = $1 and case_id = $2 and action_id = $3 and content is not null
       and status in ('handing', 'sent', 'uncertain')`,
    [tx.organisationId, caseId, actionId],
  )
  return row ?? null
}

const LONGEST_THREAD = 10

/** Names outside of the last messages sent to an address about any of these items, oldest first. */
export async function threadOf(
  tx: Tx,
  caseId: string,
  recipient: string,
  itemIds: readonly number[],
): Promise<string[]> {
  const rows = await tx.query<{ providerId: string }>(
    `select m.provider_id as "providerId"
     from   message m
     join   action a on a.organisation_id = $1 and a.case_id = $2 and a.id = m.action_id
     where  m.organisation_id = $1 and m.case_id = $2 and m.status = 'sent' and m.provider_id is not null
       and  m.recipient = $3 and a.item_ids && $4::integer[]
     order  by m.ended_at desc, m.action_id desc
     limit  $5`,
    [tx.organisationId, caseId, recipient, itemIds, LONGEST_THREAD],
  )
  return rows.map(row => row.providerId).reverse()
}

/** When messages were sent to each domain since an instant. */
export async function sentSince(tx: Tx, since: string): Promise<{ domain: string; at: string }[]> {
  return tx.query(
    `select lower(substring(recipient from '[^@]*$')) as domain, ended_at as at from message
     where organisation_id = $1 and status = 'sent' and ended_at > $2 and recipient is not null
     order by ended_at`,
    [tx.organisationId, since],
  )
}
