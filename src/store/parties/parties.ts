import { randomUUID } from 'node:crypto'
import type { DebtorKind } from '../../domain/debtor.ts'
import type { Tx } from '../database.ts'

/** A debtor to write; absent kind keeps the one known, `business` for a new debtor; an address that is known stays. */
export type DebtorToWrite = {
  code: string
  name: string
  kind: DebtorKind | null
  siren: string | null
  vat: string | null
  address?: string
}

/** What letters say of a debtor. */
export type DebtorParticulars = {
  address: string | null
  siren: string | null
  /** The day on which it agreed to electronic registered mail. */
  electronicMailConsentOn: string | null
}

export async function debtorParticulars(tx: Tx, caseId: string): Promise<DebtorParticulars> {
  const [row] = await tx.query<DebtorParticulars>(
    `select d.address, d.siren, d.electronic_mail_consent_on::text as "electronicMailConsentOn"
     from   dunning_case c
     join   debtor d on d.organisation_id = $1 and d.debtor_id = c.debtor_id
     where  c.organisation_id = $1 and c.case_id = $2`,
    [tx.organisationId, caseId],
  )
  return row ?? { address: null, siren: null, electronicMailConsentOn: null }
}

export type WrittenDebtor = { debtorId: string; kind: DebtorKind }

/** Writes debtors by code: new ones are made, known ones take the new name. A status settled by hand keeps its kind. */
export async function writeDebtors(
  tx: Tx,
  creditorId: string,
  debtors: readonly DebtorToWrite[],
): Promise<Map<string, WrittenDebtor>> {
  const rows = debtors.map(debtor => ({ debtor_id: randomUUID(), ...debtor }))
  const written = await tx.query<{
    code: string
    debtor_id: string
    kind: DebtorKind
    status: string | null
  }>(
    `insert into debtor as d (organisation_id, debtor_id, creditor_id, code, name, kind, siren, vat, address)
     select $1, r.debtor_id, $2, r.code, r.name, coalesce(r.kind, 'business'), r.siren, r.vat, r.address
     from   jsonb_to_recordset($3::jsonb) as r(debtor_id uuid, code text, name text, kind text, siren text, vat text,
                                              address text)
     on conflict (organisation_id, creditor_id, code)
     do update set name = excluded.name, siren = coalesce(excluded.siren, d.siren), vat = coalesce(excluded.vat, d.vat),
                   address = coalesce(d.address, excluded.address)
     returning code, debtor_id, kind, status`,
    [tx.organisationId, creditorId, JSON.stringify(rows)],
  )
  const kinds = rows.filter(row => row.kind !== null).map(({ code, kind }) => ({ code, kind }))
  if (kinds.length > 0) {
    await tx.query(
      `update debtor t set kind = r.kind
       from   jsonb_to_recordset($3::jsonb) as r(code text, kind text)
       where  t.organisation_id = $1 and t.creditor_id = $2 and t.code = r.code and t.kind <> r.kind and t.status is null`,
      [tx.organisationId, creditorId, JSON.stringify(kinds)],
    )
  }
  const given = new Map(kinds.map(row => [row.code, row.kind as DebtorKind]))
  return new Map(
    written.map(({ code, debtor_id: debtorId, kind, status }) => {
      const told = status === null ? given.get(code) : undefined
      return [code, { debtorId, kind: told ?? kind }]
    }),
  )
}

/** Where letters reach debtors, whatever was known before. Returns how many addresses are new or changed. */
export async function writeAddresses(
  tx: Tx,
  addresses: readonly { debtorId: string; address: string }[],
): Promise<number> {
  if (addresses.length === 0) return 0
  const changed = await tx.query(
    `update debtor d set address = r.address
     from   jsonb_to_recordset($2::jsonb) as r("debtorId" uuid, address text)
     where  d.organisation_id = $1 and d.debtor_id = r."debtorId" and d.address is distinct from r.address
     returning d.debtor_id`,
    [tx.organisationId, JSON.stringify(addresses)],
  )
  return changed.length
}

/** The debtors of a creditor by code. */
export async function debtorIds(
  tx: Tx,
  creditorId: string,
  codes: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx.query<{ code: string; debtor_id: string }>(
    'select code, debtor_id from debtor where organisation_id = $1 and creditor_id = $2 and code = any($3::text[])',
    [tx.organisationId, creditorId, codes],
  )
  return new Map(rows.map(row => [row.code, row.debtor_id]))
}

/** The cases of a creditor's debtors in a currency, made where there are none yet. Returns ids by debtor id. */
export async function ensureCases(
  tx: Tx,
  creditorId: string,
  wanted: readonly { debtorId: string; scenarioId: string }[],
  currency: string,
): Promise<Map<string, string>> {
  const rows = wanted.map(({ debtorId, scenarioId }) => ({
    case_id: randomUUID(),
    debtor_id: debtorId,
    scenario_id: scenarioId,
  }))
  const [last] = await tx.query<{ last: number }>(
    'select coalesce(max(number), 0) as last from dunning_case where organisation_id = $1',
    [tx.organisationId],
  )
  const known = await caseIdsByDebtor(
    tx,
    creditorId,
    wanted.map(row => row.debtorId),
    currency,
  )
  const missing = rows
    .filter(row => !known.has(row.debtor_id))
    .map((row, index) => ({ ...row, number: (last?.last ?? 0) + index + 1 }))
  if (missing.length === 0) return known
  await tx.query(
    `insert into dunning_case (organisation_id, case_id, number, creditor_id, debtor_id, currency, scenario_id)
     select $1, r.case_id, r.number, $2, r.debtor_id, $3, r.scenario_id
     from   jsonb_to_recordset($4::jsonb) as r(case_id uuid, number integer, debtor_id uuid, scenario_id text)
     returning case_id`,
    [tx.organisationId, creditorId, currency, JSON.stringify(missing)],
  )
  for (const row of missing) known.set(row.debtor_id, row.case_id)
  return known
}

async function caseIdsByDebtor(
  tx: Tx,
  creditorId: string,
  debtorIds: readonly string[],
  currency: string,
): Promise<Map<string, string>> {
  const rows = await tx.query<{ debtor_id: string; case_id: string }>(
    `select debtor_id, case_id from dunning_case
     where organisation_id = $1 and creditor_id = $2 and debtor_id = any($3::uuid[]) and currency = $4`,
    [tx.organisationId, creditorId, debtorIds, currency],
  )
  return new Map(rows.map(row => [row.debtor_id, row.case_id]))
}

/** Every case of a creditor in a currency, with its debtor's code. */
export async function casesOfCreditor(
  tx: Tx,
  creditorId: string,
): Promise<{ caseId: string; currency: string }[]> {
  return tx.query(
    `select case_id as "caseId", currency from dunning_case where organisation_id = $1 and creditor_id = $2`,
    [tx.organisationId, creditorId],
  )
}

/** Cases that a debtor's code, name, `CREDITOR/DEBTOR`, or an invoice's number names. */
export async function findCases(
  tx: Tx,
  text: string,
): Promise<{ caseId: string; id: string; name: string }[]> {
  return tx.query(
    `select c.case_id as "caseId", k.code || '/' || d.code as id, d.name
     from   dunning_case c
     join   creditor k on k.organisation_id = $1 and k.creditor_id = c.creditor_id
     join   debtor d on d.organisation_id = $1 and d.debtor_id = c.debtor_id
     where  c.organisation_id = $1
       and  (d.code = $2 or k.code || '/' || d.code = $2 or lower(d.name) = lower($2)
             or exists (select 1 from due_item i
                        where i.organisation_id = $1 and i.case_id = c.case_id and (i.invoice = $2 or i.name = $2)))
     order  by id
     limit  20`,
    [tx.organisationId, text],
  )
}

/** `CREDITOR/DEBTOR` codes of these cases. */
export async function caseNames(tx: Tx, caseIds: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select k.code || '/' || d.code as id
     from   dunning_case c
     join   creditor k on k.organisation_id = $1 and k.creditor_id = c.creditor_id
     join   debtor d on d.organisation_id = $1 and d.debtor_id = c.debtor_id
     where  c.organisation_id = $1 and c.case_id = any($2::uuid[])
     order  by id`,
    [tx.organisationId, caseIds],
  )
  return rows.map(({ id }) => id)
}
