import type { DebtorKind, DebtorStatus } from '../../domain/debtor.ts'
import type { Tx } from '../database.ts'

/** `id` is `CREDITOR/DEBTOR` codes. */
export type StoredDebtor = {
  debtorId: string
  id: string
  name: string
  kind: DebtorKind
  status: DebtorStatus | null
  siren: string | null
  vat: string | null
  /** Where letters reach it, on one line. */
  address: string | null
  /** The day on which it agreed to electronic registered mail, ISO. */
  electronicMailConsentOn: string | null
}

const DEBTOR = `d.debtor_id as "debtorId", k.code || '/' || d.code as id, d.name, d.kind, d.status, d.siren, d.vat, d.address,
       d.electronic_mail_consent_on::text as "electronicMailConsentOn"`

/** Debtors that a code, a name or `CREDITOR/DEBTOR` names. */
export async function findDebtors(tx: Tx, text: string): Promise<StoredDebtor[]> {
  return tx.query(
    `select ${DEBTOR}
     from   debtor d
     join   creditor k on k.organisation_id = $1 and k.creditor_id = d.creditor_id
     where  d.organisation_id = $1 and (d.code = $2 or k.code || '/' || d.code = $2 or lower(d.name) = lower($2))
     order  by id
     limit  20`,
    [tx.organisationId, text],
  )
}

/** Debtors that have one of these SIREN, whoever their creditor is. */
export async function debtorsBySiren(tx: Tx, sirens: readonly string[]): Promise<StoredDebtor[]> {
  return tx.query(
    `select ${DEBTOR}
     from   debtor d
     join   creditor k on k.organisation_id = $1 and k.creditor_id = d.creditor_id
     where  d.organisation_id = $1 and d.siren = any($2::text[])
     order  by id`,
    [tx.organisationId, sirens],
  )
}

/** Debtors whose SIREN nobody knows. */
export async function debtorsWithoutSiren(tx: Tx): Promise<{ id: string; name: string }[]> {
  return tx.query(
    `select k.code || '/' || d.code as id, d.name
     from   debtor d
     join   creditor k on k.organisation_id = $1 and k.creditor_id = d.creditor_id
     where  d.organisation_id = $1 and d.siren is null
     order  by id`,
    [tx.organisationId],
  )
}

export async function updateDebtor(tx: Tx, debtor: StoredDebtor): Promise<void> {
  const { debtorId, name, kind, status, siren, vat, address, electronicMailConsentOn } = debtor
  await tx.query(
    `update debtor set name = $3, kind = $4, status = $5, siren = $6, vat = $7, address = $8,
                       electronic_mail_consent_on = $9
     where organisation_id = $1 and debtor_id = $2`,
    [tx.organisationId, debtorId, name, kind, status, siren, vat, address, electronicMailConsentOn],
  )
}

export async function casesOfDebtor(tx: Tx, debtorId: string): Promise<{ caseId: string; id: string }[]> {
  return tx.query(
    `select c.case_id as "caseId", k.code || '/' || d.code as id
     from   dunning_case c
     join   creditor k on k.organisation_id = $1 and k.creditor_id = c.creditor_id
     join   debtor d on d.organisation_id = $1 and d.debtor_id = c.debtor_id
     where  c.organisation_id = $1 and c.debtor_id = $2
     order  by c.number`,
    [tx.organisationId, debtorId],
  )
}

/** The debtor's cases in which nothing was asked yet go from one scenario to the other; those under way keep theirs. */
export async function moveUnbegunCases(tx: Tx, debtorId: string, from: string, to: string): Promise<void> {
  await tx.query(
    `update dunning_case c set scenario_id = $4
     where  c.organisation_id = $1 and c.debtor_id = $2 and c.scenario_id = $3
       and  not exists (select 1 from action a where a.organisation_id = $1 and a.case_id = c.case_id)
       and  not exists (select 1 from passed_step p where p.organisation_id = $1 and p.case_id = c.case_id)`,
    [tx.organisationId, debtorId, from, to],
  )
}

export async function debtorOfCase(tx: Tx, caseId: string): Promise<string> {
  const [row] = await tx.query<{ debtor_id: string }>(
    'select debtor_id from dunning_case where organisation_id = $1 and case_id = $2',
    [tx.organisationId, caseId],
  )
  if (!row) throw new Error(`no case ${caseId}`)
  return row.debtor_id
}
