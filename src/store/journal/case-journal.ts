import { type Day, formatDay } from '../../domain/date.ts'
import type { Tx } from '../database.ts'
import { canonical, type End, type Link, seal } from './chain.ts'

/** One thing that happened to a case. `entry` is JSON; `actor` is a person, `run`, `deliver` or `inbox`. */
export type JournalLine = {
  day: Day
  actor: string
  kind: 'decision' | 'fact' | 'delivery' | 'import' | 'bank' | 'person' | 'inbox'
  entry: Record<string, unknown>
}

/** Where a journal ends: how many lines, and the hash of the last; empty before the first. */
export type JournalEnd = { length: number; hash: Uint8Array }

/** A line in its place. Hashes and salt are PostgreSQL's text of the bytes. */
export type JournalRow = Omit<JournalLine, 'day'> & {
  case_id: string
  position: number
  day: string
  salt: string
  content_hash: string
  hash: string
}

/** The lines of a case in order, each chained to the one before it. */
export function chain(
  { caseId, journal }: { caseId: string; journal: JournalEnd },
  lines: readonly JournalLine[],
  recordedAt: string,
): JournalRow[] {
  let { length, hash } = journal
  return lines.map(({ day, actor, kind, entry }) => {
    const written = { position: ++length, day: formatDay(day), recordedAt, actor, kind }
    const sealed = seal(hash, written, entry)
    hash = sealed.hash
    return {
      case_id: caseId,
      position: written.position,
      day: written.day,
      actor,
      kind,
      entry,
      salt: bytea(sealed.salt),
      content_hash: bytea(sealed.contentHash),
      hash: bytea(sealed.hash),
    }
  })
}

export async function writeJournal(tx: Tx, rows: readonly JournalRow[], recordedAt: string): Promise<void> {
  if (rows.length === 0) return
  await tx.query(
    `insert into journal (organisation_id, case_id, position, day, recorded_at, actor, kind, entry, salt, content_hash, hash)
     select $1, r.case_id, r.position, r.day, $3::timestamptz, r.actor, r.kind, r.entry, r.salt, r.content_hash, r.hash
     from   jsonb_to_recordset($2::jsonb) as r(case_id uuid, position integer, day date, actor text, kind text,
                                              entry jsonb, salt bytea, content_hash bytea, hash bytea)
     returning position`,
    [tx.organisationId, JSON.stringify(rows), recordedAt],
  )
}

/** The text that PostgreSQL reads bytes from. */
export function bytea(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`
}

/** A line as it was chained, with the case whose journal it stands in. */
export type ChainedLine = { case: string } & Link

/** What is selected of a line, `j`, so that `linkOf` reads it. */
export const LINK_COLUMNS = `j.position, j.day,
            to_char(j.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt",
            j.actor, j.kind, j.entry, encode(j.salt, 'hex') as salt, encode(j.content_hash, 'hex') as "contentHash",
            to_char(j.erased_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "erasedAt",
            encode(j.hash, 'hex') as hash`

export type LinkRow = Omit<Link, 'entry'> & { entry: unknown }

export function linkOf(row: LinkRow): Link {
  return { ...row, entry: row.entry === null ? null : canonical(row.entry) }
}

/** The journals of some cases, line by line, in order. */
export async function journalOfCases(tx: Tx, caseIds: readonly string[]): Promise<ChainedLine[]> {
  return (await journalsOfCases(tx, caseIds)).flatMap(({ case: name, lines }) =>
    lines.map(line => ({ case: name, ...line })),
  )
}

/** The journal of each case, with its end as the case has it. Two cases of one debtor, in two currencies, bear one name. */
export async function journalsOfCases(
  tx: Tx,
  caseIds: readonly string[],
): Promise<{ case: string; end: End; lines: Link[] }[]> {
  const cases = await tx.query<{ caseId: string; case: string; length: number; hash: string }>(
    `select c.case_id as "caseId", k.code || '/' || d.code as case, c.journal_length as length,
            encode(c.journal_hash, 'hex') as hash
     from   dunning_case c
     join   creditor k on k.organisation_id = $1 and k.creditor_id = c.creditor_id
     join   debtor d on d.organisation_id = $1 and d.debtor_id = c.debtor_id
     where  c.organisation_id = $1 and c.case_id = any($2::uuid[])
     order  by c.case_id`,
    [tx.organisationId, caseIds],
  )
  const rows = await tx.query<LinkRow & { caseId: string }>(
    `select j.case_id as "caseId", ${LINK_COLUMNS}
     from   journal j
     where  j.organisation_id = $1 and j.case_id = any($2::uuid[])
     order  by j.case_id, j.position`,
    [tx.organisationId, caseIds],
  )
  const lines = new Map<string, Link[]>(cases.map(({ caseId }) => [caseId, []]))
  for (const { caseId, ...row } of rows) lines.get(caseId)?.push(linkOf(row))
  return cases.map(({ caseId, case: name, length, hash }) => ({
    case: name,
    end: { length, hash },
    lines: lines.get(caseId) ?? [],
  }))
}
