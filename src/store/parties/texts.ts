/** Texts that people wrote in place of those that come with the program. Rows are only ever added. */
import type { TextKey } from '../../domain/organisation/text-key.ts'
import type { Tx } from '../database.ts'

/** `text` null: back to the one that comes with the program. `writtenAt`: ISO 8601 in UTC. */
export type TextVersion = {
  key: TextKey
  version: number
  text: { subject: string; body: string } | null
  writtenBy: string
  writtenAt: string
}

type Row = Omit<TextKey, 'step'> & {
  step: string
  version: number
  subject: string | null
  body: string | null
  written_by: string
  written_at: string
}

/** The latest version of each text that a person wrote, of one step or of all (null). */
export async function currentTexts(tx: Tx, step: string | null): Promise<TextVersion[]> {
  const rows = await tx.query<Row>(
    `select distinct on (t.step, t.writer, t.medium, t.language, t.kind) ${columns}
     from   text_version t where t.organisation_id = $1 and ($2::text is null or t.step = $2)
     order  by t.step, t.writer, t.medium, t.language, t.kind, t.version desc`,
    [tx.organisationId, step],
  )
  return rows.map(versionOf).filter(({ text }) => text !== null)
}

/** Every version of the texts of a step, newest first. */
export async function textVersions(tx: Tx, step: string): Promise<TextVersion[]> {
  const rows = await tx.query<Row>(
    `select ${columns} from text_version t where t.organisation_id = $1 and t.step = $2 order by t.version desc`,
    [tx.organisationId, step],
  )
  return rows.map(versionOf)
}

/** Adds a version and returns its number. The caller holds the organisation's lock. */
export async function insertText(tx: Tx, written: Omit<TextVersion, 'version'>): Promise<number> {
  const { key, text, writtenBy, writtenAt } = written
  const rows = await tx.query<{ version: number }>(
    `insert into text_version
       (organisation_id, step, version, writer, medium, language, kind, subject, body, written_by, written_at)
     select $1, $2, coalesce(max(t.version), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10
     from   text_version t where t.organisation_id = $1 and t.step = $2
     returning version`,
    [
      tx.organisationId,
      key.step,
      key.writer,
      key.medium,
      key.language,
      key.kind,
      text?.subject ?? null,
      text?.body ?? null,
      writtenBy,
      writtenAt,
    ],
  )
  if (!rows[0]) throw new Error(`no version of ${key.step} was added`)
  return rows[0].version
}

const columns = `t.step, t.version, t.writer, t.medium, t.language, t.kind, t.subject, t.body, t.written_by,
  to_char(t.written_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as written_at`

function versionOf(row: Row): TextVersion {
  const { step, version, writer, medium, language, kind, subject, body } = row
  return {
    key: { writer, step, medium, language, kind },
    version,
    text: subject === null || body === null ? null : { subject, body },
    writtenBy: row.written_by,
    writtenAt: row.written_at,
  }
}
