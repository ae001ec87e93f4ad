import type { Case } from '../../domain/case/case.ts'
import { encodeDay, encodeRecord } from '../case-codec.ts'
import { CASE_TABLES, type CaseTable, type Column, dateOf, sqlType, writtenColumn } from '../case-tables.ts'
import type { Tx } from '../database.ts'
import { chain, type JournalLine, type JournalRow, writeJournal } from '../journal/case-journal.ts'
import type { StoredCase } from './cases.ts'

/** A case as it was, as it is now, and what its journal says of it. */
export type CaseChange = { stored: StoredCase; after: Case; told: readonly JournalLine[] }

/**
 * Writes what changed between two states of each case, whole collections at a time, with the lines of its journal.
 * The cases must be locked. `recordedAt` is ISO 8601.
 */
export async function saveCases(tx: Tx, changes: readonly CaseChange[], recordedAt: string): Promise<void> {
  if (changes.length === 0) return
  for (const table of CASE_TABLES) await saveCollection(tx, table, changes)
  await saveContacts(tx, changes)
  const chained = changes.map(change => ({ ...change, rows: chain(change.stored, change.told, recordedAt) }))
  await writeJournal(
    tx,
    chained.flatMap(({ rows }) => rows),
    recordedAt,
  )
  await saveHeads(tx, chained)
}

/** What may be taken back; everything else is only ever added to or changed. */
const REMOVABLE: ReadonlySet<keyof Case> = new Set(['passed', 'payments', 'allocations'])

async function saveCollection(tx: Tx, table: CaseTable, changes: readonly CaseChange[]): Promise<void> {
  const written: object[] = []
  const removed: object[] = []
  for (const { stored, after } of changes) {
    const before = stored.caseFile[table.collection] as readonly object[]
    const now = after[table.collection] as readonly object[]
    if (now === before) continue
    for (const record of withoutAny(now, before)) written.push(encodeRecord(stored.caseId, table, record))
    if (!REMOVABLE.has(table.collection)) continue
    for (const record of withoutAny(before, now)) removed.push(encodeRecord(stored.caseId, table, record))
  }
  if (removed.length > 0) await deleteRows(tx, table, removed)
  if (written.length > 0) await upsertRows(tx, table, written)
}

function withoutAny(records: readonly object[], others: readonly object[]): readonly object[] {
  if (others.length === 0) return records
  const known = new Set(others)
  return records.filter(record => !known.has(record))
}

async function upsertRows(tx: Tx, table: CaseTable, rows: readonly object[]): Promise<void> {
  const names = table.columns.map(column => column.name)
  const key = table.key.map(column => column.name)
  const changeable = names.filter(name => !key.includes(name))
  await tx.query(
    `insert into ${table.table} (organisation_id, case_id, ${names.join(', ')})
     select $1, r.case_id, ${table.columns.map(writtenColumn).join(', ')}
     from   jsonb_to_recordset($2::jsonb) as r(case_id uuid, ${typed(table.columns)})
     on conflict (organisation_id, case_id, ${key.join(', ')})
     do update set ${changeable.map(name => `${name} = excluded.${name}`).join(', ')}`,
    [tx.organisationId, JSON.stringify(rows)],
  )
}

async function deleteRows(tx: Tx, table: CaseTable, rows: readonly object[]): Promise<void> {
  await tx.query(
    `delete from ${table.table} t
     using  jsonb_to_recordset($2::jsonb) as r(case_id uuid, ${typed(table.key)})
     where  t.organisation_id = $1 and t.case_id = r.case_id
       and  ${table.key.map(column => `t.${column.name} = ${writtenColumn(column)}`).join(' and ')}`,
    [tx.organisationId, JSON.stringify(rows)],
  )
}

function typed(columns: readonly Column[]): string {
  return columns.map(({ name, kind }) => `${name} ${sqlType(kind)}`).join(', ')
}

async function saveContacts(tx: Tx, changes: readonly CaseChange[]): Promise<void> {
  const moved = changes.filter(({ stored, after }) => after.contacts !== stored.caseFile.contacts)
  const rows = moved.flatMap(({ stored, after }) =>
    after.contacts.flatMap((contact, index) =>
      contact === stored.caseFile.contacts[index]
        ? []
        : [
            {
              case_id: stored.caseId,
              position: index + 1,
              email_invalid: contact.emailInvalid,
              phone_invalid: contact.phoneInvalid,
            },
          ],
    ),
  )
  if (rows.length === 0) return
  await tx.query(
    `update contact t set email_invalid = r.email_invalid, phone_invalid = r.phone_invalid
     from   jsonb_to_recordset($2::jsonb) as r(case_id uuid, position integer, email_invalid boolean, phone_invalid boolean)
     join   dunning_case c on c.organisation_id = $1 and c.case_id = r.case_id
     where  t.organisation_id = $1 and t.debtor_id = c.debtor_id and t.position = r.position`,
    [tx.organisationId, JSON.stringify(rows)],
  )
}

/** Where a case stands, and where its journal ends: the row is written once. Lists empty before and after stay as they are. */
async function saveHeads(tx: Tx, changes: readonly (CaseChange & { rows: JournalRow[] })[]): Promise<void> {
  const heads = changes.map(({ stored, after, rows }) => {
    const { toldHolds, openTasks } = stored.caseFile
    const last = rows.at(-1)
    return {
      case_id: stored.caseId,
      last_id: after.lastId,
      payable_cents: String(after.payableCents),
      next_look_on: after.nextLookOn,
      closed_on: after.closed?.on ?? null,
      closed_reason: after.closed?.reason ?? null,
      told_holds:
        toldHolds.length + after.toldHolds.length === 0
          ? null
          : after.toldHolds.map(held => ({ ...held, until: encodeDay(held.until) })),
      open_tasks:
        openTasks.length + after.openTasks.length === 0
          ? null
          : after.openTasks.map(task => ({ ...task, since: encodeDay(task.since) })),
      journal_length: last?.position ?? null,
      journal_hash: last?.hash ?? null,
    }
  })
  await tx.query(
    `update dunning_case t
     set    last_id = r.last_id, payable_cents = r.payable_cents, next_look_on = ${dateOf('r.next_look_on')}, closed_on = ${dateOf('r.closed_on')},
            closed_reason = r.closed_reason,
            told_holds = coalesce(r.told_holds, t.told_holds), open_tasks = coalesce(r.open_tasks, t.open_tasks),
            journal_length = coalesce(r.journal_length, t.journal_length),
            journal_hash = coalesce(r.journal_hash, t.journal_hash)
     from   jsonb_to_recordset($2::jsonb) as r(case_id uuid, last_id integer, payable_cents bigint, next_look_on integer, closed_on integer,
                                              closed_reason text, told_holds jsonb, open_tasks jsonb,
                                              journal_length integer, journal_hash bytea)
     where  t.organisation_id = $1 and t.case_id = r.case_id and t.case_id = any($3::uuid[])`,
    [tx.organisationId, JSON.stringify(heads), heads.map(head => head.case_id)],
  )
}
