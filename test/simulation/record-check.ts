/** What the database must say of itself: a journal whose hashes follow one another, and balances that agree with it. */
import { createHash } from 'node:crypto'
import { listBalances } from '../../src/app/reports/list-balances.ts'
import { unallocatedCents } from '../../src/domain/case/allocation.ts'
import { openItems } from '../../src/domain/case/case.ts'
import { type Day, formatDay } from '../../src/domain/date.ts'
import type { StoredCase } from '../../src/store/case/cases.ts'
import type { Company } from './company.ts'

type JournalRow = {
  case_id: string
  position: number
  day: string
  recorded_at: string
  actor: string
  kind: string
  entry: Record<string, unknown>
  salt: Uint8Array
  content_hash: Uint8Array
  hash: Uint8Array
}

/** Entries of all cases, in order. */
export async function readJournal({ desk }: Company): Promise<Map<string, JournalRow[]>> {
  const rows = await desk.transaction(tx =>
    tx.query<JournalRow>(
      `select case_id, position, day, recorded_at, actor, kind, entry, salt, content_hash, hash
       from journal where organisation_id = $1 order by case_id, position`,
      [tx.organisationId],
    ),
  )
  const byCase = new Map<string, JournalRow[]>()
  for (const row of rows) byCase.set(row.case_id, [...(byCase.get(row.case_id) ?? []), row])
  return byCase
}

/** Each hash is that of the entry before and of the entry itself, salted, and the case knows the last one. */
export function brokenChain(stored: StoredCase, rows: readonly JournalRow[]): string[] {
  let before: Uint8Array = Buffer.alloc(0)
  for (const [index, row] of rows.entries()) {
    if (row.position !== index + 1) return [`journal: position ${row.position} after ${index}`]
    if (!contentOf(row).equals(row.content_hash) || !hashOf(row, before).equals(row.hash))
      return [`journal: entry ${row.position} was changed`]
    before = row.hash
  }
  const ends = Buffer.from(stored.journal.hash).equals(before) && stored.journal.length === rows.length
  return ends ? [] : ['journal: its end is not the one that the case knows']
}

function contentOf({ salt, entry }: JournalRow): Buffer {
  return createHash('sha256').update(salt).update(inOrder(entry)).digest()
}

function hashOf(row: JournalRow, before: Uint8Array): Buffer {
  const { position, day, recorded_at, actor, kind } = row
  const content = contentOf(row).toString('hex')
  const body = { position, day, recorded_at: new Date(recorded_at).toISOString(), actor, kind, content }
  return createHash('sha256').update(before).update(inOrder(body)).digest()
}

function inOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOrder).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const parts = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${parts.map(([key, part]) => `${JSON.stringify(key)}:${inOrder(part)}`).join(',')}}`
}

/** The screen of balances, which PostgreSQL computes, against the cases as the planner sees them. */
export async function wrongBalances(
  company: Company,
  cases: ReadonlyMap<string, StoredCase>,
): Promise<{ code: string; wrong: string }[]> {
  const { debtors } = await listBalances(company.desk)
  const shown = new Map(debtors.map(({ code, openCents }) => [code, openCents]))
  return [...cases].flatMap(([code, { caseFile }]) => {
    const open = openItems(caseFile).reduce((total, { balanceCents }) => total + balanceCents, 0n)
    const credit = unallocatedCents(caseFile.payments, caseFile.creditNotes, caseFile.allocations)
    const says = shown.get(code) ?? 0
    return BigInt(says) === open - credit
      ? []
      : [{ code, wrong: `balance shown ${says}, computed ${open - credit}` }]
  })
}

/** The decisions written on a day, by case. */
export async function decisionsOn({ desk }: Company, on: Day): Promise<Map<string, string[]>> {
  const rows = await desk.transaction(tx =>
    tx.query<{ case_id: string; text: string }>(
      `select case_id, entry->>'text' as text from journal
       where organisation_id = $1 and day = $2 and kind = 'decision' order by case_id, position`,
      [tx.organisationId, formatDay(on)],
    ),
  )
  const byCase = new Map<string, string[]>()
  for (const { case_id, text } of rows) byCase.set(case_id, [...(byCase.get(case_id) ?? []), text])
  return byCase
}

export async function journalLength({ desk }: Company): Promise<number> {
  const [row] = await desk.transaction(tx =>
    tx.query<{ count: number }>('select count(*)::int as count from journal where organisation_id = $1', [
      tx.organisationId,
    ]),
  )
  return row?.count ?? 0
}
