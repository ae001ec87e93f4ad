import type { Case, ClosingReason } from '../domain/case.ts'
import { emptyCase } from '../domain/case.ts'
import { type Day, formatDay } from '../domain/date.ts'
import type { Contact, DebtorKind } from '../domain/debtor.ts'
import type { Held } from '../domain/hold.ts'
import { cents } from '../domain/money.ts'
import type { Settings } from '../domain/settings.ts'
import type { Task } from '../domain/task.ts'
import { decodeDay, decodeRecord, encodeDay, encodeRecord } from './case-codec.ts'
import {
  CASE_TABLES,
  type CaseTable,
  type Column,
  dateOf,
  dayNumber,
  readColumn,
  sqlType,
  writtenColumn,
} from './case-tables.ts'
import type { Tx } from './database.ts'
import { chain, type JournalLine, type JournalRow, writeJournal } from './journal.ts'

/** A case as stored: its key, its number for people, and the end of its journal. */
export type StoredCase = {
  caseId: string
  creditorId: string
  number: number
  journal: { length: number; hash: Uint8Array }
  dossier: Case
}

type CaseRow = {
  case_id: string
  number: number
  creditor_id: string
  creditor_code: string
  creditor_name: string
  bank_data_on: Day | null
  debtor_id: string
  debtor_code: string
  debtor_name: string
  debtor_kind: DebtorKind
  currency: string
  scenario_id: string
  last_id: number
  payable_cents: string
  next_look_on: Day | null
  closed_on: Day | null
  closed_reason: ClosingReason | null
  told_holds: StoredHeld[]
  open_tasks: StoredTask[]
  journal_length: number
  journal_hash: Uint8Array
}

type StoredHeld = Omit<Held, 'until'> & { until: string | null }
type StoredTask = Omit<Task, 'since'> & { since: string }

/** A case as it was, as it is now, and what its journal says of it. */
export type CaseChange = { stored: StoredCase; after: Case; told: readonly JournalLine[] }

/** Ids of at most `limit` cases to look at by that day, after the last one given, locked until the transaction ends. Another
 * run's cases are waited for, and left out when that run has decided them. */
export async function lockCasesToLookAt(tx: Tx, today: Day, after: string, limit: number): Promise<string[]> {
  const rows = await tx.query<{ case_id: string }>(
    `select case_id
     from   dunning_case
     where  organisation_id = $1 and next_look_on <= $2 and case_id > $3
     order  by case_id
     limit  $4
     for    update`,
    [tx.organisationId, formatDay(today), after, limit],
  )
  return rows.map(row => row.case_id)
}

/** Locks a case against runs and other facts. */
export async function lockCase(tx: Tx, caseId: string): Promise<void> {
  await tx.query('select 1 from dunning_case where organisation_id = $1 and case_id = $2 for update', [
    tx.organisationId,
    caseId,
  ])
}

/** Cases whole, in the order of their ids. */
export async function loadCases(
  tx: Tx,
  caseIds: readonly string[],
  settings: Settings,
): Promise<StoredCase[]> {
  if (caseIds.length === 0) return []
  const rows = await caseRows(tx, caseIds)
  const contacts = await contactsByDebtor(tx, [...new Set(rows.map(row => row.debtor_id))])
  const stored = new Map(
    rows.map(row => [row.case_id, fromRow(row, contacts.get(row.debtor_id) ?? [], settings)]),
  )
  for (const table of CASE_TABLES) await loadCollection(tx, table, caseIds, stored)
  return [...stored.values()]
}

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

async function caseRows(tx: Tx, caseIds: readonly string[]): Promise<CaseRow[]> {
  return tx.query<CaseRow>(
    `select c.case_id, c.number, c.creditor_id, k.code as creditor_code, k.name as creditor_name, ${dayNumber('bank_data_on')}, d.debtor_id, d.code as debtor_code,
            d.name as debtor_name, d.kind as debtor_kind, c.currency, c.scenario_id, c.last_id, c.payable_cents, ${dayNumber('next_look_on')},
            ${dayNumber('closed_on')}, c.closed_reason, c.told_holds, c.open_tasks, c.journal_length, c.journal_hash
     from   dunning_case c
     join   creditor k on k.organisation_id = $1 and k.creditor_id = c.creditor_id
     join   debtor d on d.organisation_id = $1 and d.debtor_id = c.debtor_id
     where  c.organisation_id = $1 and c.case_id = any($2::uuid[])
     order  by c.case_id`,
    [tx.organisationId, caseIds],
  )
}

async function contactsByDebtor(tx: Tx, debtorIds: readonly string[]): Promise<Map<string, Contact[]>> {
  const rows = await tx.query<Contact & { debtor_id: string }>(
    `select debtor_id, role, name, email, email_invalid as "emailInvalid", phone, phone_invalid as "phoneInvalid", language
     from   contact
     where  organisation_id = $1 and debtor_id = any($2::uuid[])
     order  by debtor_id, position`,
    [tx.organisationId, debtorIds],
  )
  const byDebtor = new Map<string, Contact[]>()
  for (const { debtor_id, ...contact } of rows) {
    byDebtor.set(debtor_id, [...(byDebtor.get(debtor_id) ?? []), contact])
  }
  return byDebtor
}

function fromRow(row: CaseRow, contacts: Contact[], settings: Settings): StoredCase {
  const dossier = emptyCase({
    id: `${row.creditor_code}/${row.debtor_code}`,
    creditor: row.creditor_name,
    debtor: { code: row.debtor_code, name: row.debtor_name, kind: row.debtor_kind },
    contacts,
    currency: row.currency,
    scenarioId: row.scenario_id,
    settings,
  })
  return {
    caseId: row.case_id,
    creditorId: row.creditor_id,
    number: row.number,
    journal: { length: row.journal_length, hash: row.journal_hash },
    dossier: {
      ...dossier,
      bankDataOn: row.bank_data_on,
      payableCents: cents(BigInt(row.payable_cents)),
      lastId: row.last_id,
      nextLookOn: row.next_look_on,
      closed: row.closed_reason && { reason: row.closed_reason, on: row.closed_on as Day },
      toldHolds: row.told_holds.map(held => ({ ...held, until: decodeDay(held.until) })),
      openTasks: row.open_tasks.map(task => ({ ...task, since: decodeDay(task.since) as Day })),
    },
  }
}

async function loadCollection(
  tx: Tx,
  table: CaseTable,
  caseIds: readonly string[],
  stored: ReadonlyMap<string, StoredCase>,
): Promise<void> {
  const rows = await tx.query<Record<string, unknown>>(
    `select case_id, ${table.columns.map(readColumn).join(', ')} from ${table.table}
     where organisation_id = $1 and case_id = any($2::uuid[])
     order by case_id, ${table.key.map(column => `${table.table}.${column.name}`).join(', ')}`,
    [tx.organisationId, caseIds],
  )
  for (const row of rows) {
    const owner = stored.get(row.case_id as string)
    if (owner) (owner.dossier[table.collection] as object[]).push(decodeRecord(table, row))
  }
}

async function saveCollection(tx: Tx, table: CaseTable, changes: readonly CaseChange[]): Promise<void> {
  const written: object[] = []
  const removed: object[] = []
  for (const { stored, after } of changes) {
    const before = stored.dossier[table.collection] as readonly object[]
    const now = after[table.collection] as readonly object[]
    if (now === before) continue
    for (const record of withoutAny(now, before)) written.push(encodeRecord(stored.caseId, table, record))
    if (table.collection !== 'passed') continue
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
  const moved = changes.filter(({ stored, after }) => after.contacts !== stored.dossier.contacts)
  const rows = moved.flatMap(({ stored, after }) =>
    after.contacts.flatMap((contact, index) =>
      contact === stored.dossier.contacts[index]
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
    const { toldHolds, openTasks } = stored.dossier
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
     where  t.organisation_id = $1 and t.case_id = r.case_id`,
    [tx.organisationId, JSON.stringify(heads)],
  )
}
