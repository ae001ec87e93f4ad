import { createHash } from 'node:crypto'
import { type Day, formatDay } from '../domain/date.ts'
import type { StoredCase } from './cases.ts'
import type { Tx } from './database.ts'

/** One thing that happened to a case. `entry` is JSON; `actor` is a person, `run` or `deliver`. */
export type JournalEntry = {
  stored: StoredCase
  day: Day
  actor: string
  kind: 'decision' | 'fact' | 'delivery' | 'import' | 'person'
  entry: Record<string, unknown>
}

/**
 * Appends entries, in order, each chained to the one before it in its case by a SHA-256 of both. The cases must be
 * locked. `recordedAt` is ISO 8601.
 */
export async function appendJournal(
  tx: Tx,
  entries: readonly JournalEntry[],
  recordedAt: string,
): Promise<void> {
  if (entries.length === 0) return
  const ends = new Map<string, { length: number; hash: Uint8Array }>()
  const rows = entries.map(({ stored, day, actor, kind, entry }) => {
    const end = ends.get(stored.caseId) ?? stored.journal
    const body = {
      position: end.length + 1,
      day: formatDay(day),
      recorded_at: recordedAt,
      actor,
      kind,
      entry,
    }
    const hash = createHash('sha256').update(end.hash).update(canonical(body)).digest()
    ends.set(stored.caseId, { length: body.position, hash })
    return { case_id: stored.caseId, ...body, hash: `\\x${hash.toString('hex')}` }
  })
  await tx.query(
    `insert into journal (organisation_id, case_id, position, day, recorded_at, actor, kind, entry, hash)
     select $1, r.case_id, r.position, r.day, r.recorded_at, r.actor, r.kind, r.entry, r.hash
     from   jsonb_to_recordset($2::jsonb) as r(case_id uuid, position integer, day date, recorded_at timestamptz,
                                              actor text, kind text, entry jsonb, hash bytea)
     returning position`,
    [tx.organisationId, JSON.stringify(rows)],
  )
  await moveEnds(tx, ends)
}

async function moveEnds(
  tx: Tx,
  ends: ReadonlyMap<string, { length: number; hash: Uint8Array }>,
): Promise<void> {
  const rows = [...ends].map(([caseId, { length, hash }]) => ({
    case_id: caseId,
    length,
    hash: `\\x${Buffer.from(hash).toString('hex')}`,
  }))
  await tx.query(
    `update dunning_case t
     set    journal_length = r.length, journal_hash = r.hash
     from   jsonb_to_recordset($2::jsonb) as r(case_id uuid, length integer, hash bytea)
     where  t.organisation_id = $1 and t.case_id = r.case_id`,
    [tx.organisationId, JSON.stringify(rows)],
  )
}

/** The same JSON whatever order its keys come back in. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const parts = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${parts.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`
}
