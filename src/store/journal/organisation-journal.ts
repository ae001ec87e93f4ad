import { type Day, formatDay } from '../../domain/date.ts'
import type { Tx } from '../database.ts'
import { bytea, LINK_COLUMNS, type LinkRow, linkOf } from './case-journal.ts'
import { type Link, seal } from './chain.ts'

/** What a person changed of the organisation itself, outside any case. */
export type OrganisationLine = {
  day: Day
  actor: string
  kind: 'creditor' | 'bank-data' | 'setting' | 'rate' | 'text' | 'sending' | 'letterhead'
  /** From what to what, by name: JSON. */
  entry: Record<string, unknown>
}

/** Appends a line to the organisation's own journal, whose end is locked until the transaction ends. */
export async function writeOrganisationLine(
  tx: Tx,
  { day, actor, kind, entry }: OrganisationLine,
  recordedAt: string,
): Promise<void> {
  const [end] = await tx.query<{ length: number; hash: Uint8Array }>(
    `select journal_length as length, journal_hash as hash from organisation where organisation_id = $1 for update`,
    [tx.organisationId],
  )
  if (!end) throw new Error(`no organisation ${tx.organisationId}`)
  const written = { position: end.length + 1, day: formatDay(day), recordedAt, actor, kind }
  const { salt, contentHash, hash } = seal(end.hash, written, entry)
  await tx.query(
    `insert into organisation_journal (organisation_id, position, day, recorded_at, actor, kind, entry, salt, content_hash, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tx.organisationId,
      written.position,
      written.day,
      recordedAt,
      actor,
      kind,
      JSON.stringify(entry),
      bytea(salt),
      bytea(contentHash),
      bytea(hash),
    ],
  )
  await tx.query(
    'update organisation set journal_length = $2, journal_hash = $3 where organisation_id = $1',
    [tx.organisationId, written.position, bytea(hash)],
  )
}

/** Where the organisation's own journal ends; the hash is hexadecimal. */
export async function organisationJournalEnd(tx: Tx): Promise<{ length: number; hash: string }> {
  const [end] = await tx.query<{ length: number; hash: string }>(
    `select journal_length as length, encode(journal_hash, 'hex') as hash from organisation where organisation_id = $1`,
    [tx.organisationId],
  )
  return end ?? { length: 0, hash: '' }
}

/** The organisation's own journal, in order. */
export async function organisationJournal(tx: Tx): Promise<Link[]> {
  const rows = await tx.query<LinkRow>(
    `select ${LINK_COLUMNS} from organisation_journal j where j.organisation_id = $1 order by j.position`,
    [tx.organisationId],
  )
  return rows.map(linkOf)
}
