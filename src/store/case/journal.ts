import { createHash } from 'node:crypto'
import { type Day, formatDay } from '../../domain/date.ts'
import type { Tx } from '../database.ts'
import type { StoredCase } from './cases.ts'

/** One thing that happened to a case. `entry` is JSON; `actor` is a person, `run`, `deliver` or `inbox`. */
export type JournalLine = {
  day: Day
  actor: string
  kind: 'decision' | 'fact' | 'delivery' | 'import' | 'bank' | 'person' | 'inbox'
  entry: Record<string, unknown>
}

/** A line in its place. `hash` is PostgreSQL's text of the bytes. */
export type JournalRow = Omit<JournalLine, 'day'> & {
  case_id: string
  position: number
  day: string
  hash: string
}

/** The lines of a case in order, each chained to the one before it by a SHA-256 of both. */
export function chain(
  { caseId, journal }: StoredCase,
  lines: readonly JournalLine[],
  recordedAt: string,
): JournalRow[] {
  let { length, hash } = journal
  return lines.map(({ day, actor, kind, entry }) => {
    const row = { position: ++length, day: formatDay(day), recorded_at: recordedAt, actor, kind, entry }
    const digest = createHash('sha256').update(hash).update(canonical(row)).digest()
    hash = digest
    return {
      case_id: caseId,
      position: row.position,
      day: row.day,
      actor,
      kind,
      entry,
      hash: `\\x${digest.toString('hex')}`,
    }
  })
}

export async function writeJournal(tx: Tx, rows: readonly JournalRow[], recordedAt: string): Promise<void> {
  if (rows.length === 0) return
  await tx.query(
    `insert into journal (organisation_id, case_id, position, day, recorded_at, actor, kind, entry, hash)
     select $1, r.case_id, r.position, r.day, $3::timestamptz, r.actor, r.kind, r.entry, r.hash
     from   jsonb_to_recordset($2::jsonb) as r(case_id uuid, position integer, day date, actor text, kind text,
                                              entry jsonb, hash bytea)
     returning position`,
    [tx.organisationId, JSON.stringify(rows), recordedAt],
  )
}

/** A line as it was chained: `entry` is the very JSON that was hashed, `recordedAt` to the millisecond. */
export type ChainedLine = {
  case: string
  position: number
  day: string
  recordedAt: string
  actor: string
  kind: string
  entry: string
  hash: string
}

/** The journals of some cases, line by line, in order. */
export async function journalOfCases(tx: Tx, caseIds: readonly string[]): Promise<ChainedLine[]> {
  const rows = await tx.query<Omit<ChainedLine, 'entry'> & { entry: unknown }>(
    `select k.code || '/' || d.code as case, j.position, j.day,
            to_char(j.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt",
            j.actor, j.kind, j.entry, encode(j.hash, 'hex') as hash
     from   journal j
     join   dunning_case c on c.organisation_id = $1 and c.case_id = j.case_id
     join   creditor k on k.organisation_id = $1 and k.creditor_id = c.creditor_id
     join   debtor d on d.organisation_id = $1 and d.debtor_id = c.debtor_id
     where  j.organisation_id = $1 and j.case_id = any($2::uuid[])
     order  by j.case_id, j.position`,
    [tx.organisationId, caseIds],
  )
  return rows.map(row => ({ ...row, entry: canonical(row.entry) }))
}

/** The same JSON whatever order its keys come back in. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const record = value as Record<string, unknown>
  const keys = Object.keys(record).sort()
  return `{${keys.map(key => `${JSON.stringify(key)}:${canonical(record[key])}`).join(',')}}`
}
