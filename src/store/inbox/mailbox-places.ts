import type { Tx } from '../database.ts'

/** How far a mailbox has been read. */
export type MailboxPlace = { uidValidity: bigint; lastUid: number }

export async function mailboxPlace(tx: Tx, mailbox: string): Promise<MailboxPlace | null> {
  const [row] = await tx.query<{ uidValidity: bigint; lastUid: bigint }>(
    `select uid_validity as "uidValidity", last_uid as "lastUid" from mailbox_place
     where organisation_id = $1 and mailbox = $2`,
    [tx.organisationId, mailbox],
  )
  return row ? { uidValidity: row.uidValidity, lastUid: Number(row.lastUid) } : null
}

export async function noteMailboxPlace(
  tx: Tx,
  mailbox: string,
  { uidValidity, lastUid }: MailboxPlace,
): Promise<void> {
  await tx.query(
    `insert into mailbox_place as p (organisation_id, mailbox, uid_validity, last_uid)
     values ($1, $2, $3, $4)
     on conflict (organisation_id, mailbox)
     do update set uid_validity = excluded.uid_validity, last_uid = excluded.last_uid`,
    [tx.organisationId, mailbox, String(uidValidity), lastUid],
  )
}
