import type { Case, ClosingReason } from '../../domain/case/case.ts'
import { emptyCase } from '../../domain/case/case.ts'
import type { Held } from '../../domain/case/held.ts'
import { type Day, formatDay } from '../../domain/date.ts'
import type { Contact, DebtorKind } from '../../domain/debtor.ts'
import { cents } from '../../domain/money.ts'
import type { Settings } from '../../domain/organisation/settings.ts'
import type { Task } from '../../domain/task.ts'
import { decodeDay, decodeRecord } from '../case-codec.ts'
import { CASE_TABLES, type CaseTable, dayNumber, readColumn } from '../case-tables.ts'
import type { Tx } from '../database.ts'
import { type CreditorTermsRow, creditorTermsColumns, creditorTermsOf } from '../parties/creditor-terms.ts'

/** A case as stored: its key, its number for people, and the end of its journal. */
export type StoredCase = {
  caseId: string
  creditorId: string
  number: number
  journal: { length: number; hash: Uint8Array }
  caseFile: Case
}

type CaseRow = CreditorTermsRow & {
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
/** Tasks written before they always had parameters have none where their sentence needs none. */
type StoredTask = Pick<Task, 'code' | 'step' | 'itemIds'> & { since: string; params?: Task['params'] }

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

/** Locks cases against runs and other facts until the transaction ends, in the order of their ids, and says how long their journals are. */
export async function lockCases(
  tx: Tx,
  caseIds: readonly string[],
): Promise<{ caseId: string; journalLength: number }[]> {
  return tx.query<{ caseId: string; journalLength: number }>(
    `select case_id as "caseId", journal_length as "journalLength"
     from   dunning_case
     where  organisation_id = $1 and case_id = any($2::uuid[])
     order  by case_id
     for    update`,
    [tx.organisationId, caseIds],
  )
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

async function caseRows(tx: Tx, caseIds: readonly string[]): Promise<CaseRow[]> {
  return tx.query<CaseRow>(
    `select c.case_id, c.number, c.creditor_id, k.code as creditor_code, k.name as creditor_name, ${creditorTermsColumns('k')}, ${dayNumber('bank_data_on')}, d.debtor_id, d.code as debtor_code,
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
  const identity = {
    id: `${row.creditor_code}/${row.debtor_code}`,
    creditor: row.creditor_name,
    debtor: { code: row.debtor_code, name: row.debtor_name, kind: row.debtor_kind },
    contacts,
    currency: row.currency,
    scenarioId: row.scenario_id,
    settings,
  }
  const caseFile = emptyCase(identity, creditorTermsOf(row))
  return {
    caseId: row.case_id,
    creditorId: row.creditor_id,
    number: row.number,
    journal: { length: row.journal_length, hash: row.journal_hash },
    caseFile: {
      ...caseFile,
      bankDataOn: row.bank_data_on,
      payableCents: cents(BigInt(row.payable_cents)),
      lastId: row.last_id,
      nextLookOn: row.next_look_on,
      closed: row.closed_reason && { reason: row.closed_reason, on: row.closed_on as Day },
      toldHolds: row.told_holds.map(held => ({ ...held, until: decodeDay(held.until) })),
      openTasks: row.open_tasks.map(decodeTask),
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
    if (owner) (owner.caseFile[table.collection] as object[]).push(decodeRecord(table, row))
  }
}

function decodeTask({ params = {}, since, ...task }: StoredTask): Task {
  return { ...task, params, since: decodeDay(since) } as Task
}
