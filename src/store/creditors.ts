import { randomUUID } from 'node:crypto'
import type { Tx } from './database.ts'

export type Creditor = {
  creditorId: string
  code: string
  name: string
  email: string | null
  phone: string | null
  iban: string | null
  address: string | null
  siren: string | null
  signatory: string | null
}

/** A creditor to make; what only letters say of it may come later. */
export type CreditorToMake = Omit<Creditor, 'creditorId' | Particular> & Partial<Pick<Creditor, Particular>>
type Particular = 'address' | 'siren' | 'signatory'

export async function findCreditors(tx: Tx): Promise<Creditor[]> {
  return tx.query<Creditor>(
    `select creditor_id as "creditorId", code, name, email, phone, iban, address, siren, signatory
     from creditor where organisation_id = $1 order by code`,
    [tx.organisationId],
  )
}

export async function insertCreditor(tx: Tx, toMake: CreditorToMake): Promise<Creditor> {
  const creditor = { creditorId: randomUUID(), address: null, siren: null, signatory: null, ...toMake }
  const { creditorId, code, name, email, phone, iban, address, siren, signatory } = creditor
  await tx.query(
    `insert into creditor (organisation_id, creditor_id, code, name, email, phone, iban, address, siren, signatory)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [tx.organisationId, creditorId, code, name, email, phone, iban, address, siren, signatory],
  )
  return creditor
}

export async function updateCreditor(tx: Tx, creditor: Creditor): Promise<void> {
  const { creditorId, name, email, phone, iban, address, siren, signatory } = creditor
  await tx.query(
    `update creditor set name = $3, email = $4, phone = $5, iban = $6, address = $7, siren = $8, signatory = $9
     where organisation_id = $1 and creditor_id = $2`,
    [tx.organisationId, creditorId, name, email, phone, iban, address, siren, signatory],
  )
}
