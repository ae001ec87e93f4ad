import { randomUUID } from 'node:crypto'
import type { Tx } from '../database.ts'

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
  /** Whom messages are from, and where answers go, when not the creditor's name and address. */
  senderName: string | null
  replyTo: string | null
  /** Where it is paid online: an address in which a message's own figures take their place. */
  paymentLink: string | null
}

/** A creditor to make; what only letters say of it may come later. */
export type CreditorToMake = Omit<Creditor, 'creditorId' | Particular> & Partial<Pick<Creditor, Particular>>
type Particular = 'address' | 'siren' | 'signatory' | 'senderName' | 'replyTo' | 'paymentLink'

const NOT_SAID: Pick<Creditor, Particular> = {
  address: null,
  siren: null,
  signatory: null,
  senderName: null,
  replyTo: null,
  paymentLink: null,
}

export async function findCreditors(tx: Tx): Promise<Creditor[]> {
  return tx.query<Creditor>(
    `select creditor_id as "creditorId", code, name, email, phone, iban, address, siren, signatory,
            sender_name as "senderName", reply_to as "replyTo", payment_link as "paymentLink"
     from creditor where organisation_id = $1 order by code`,
    [tx.organisationId],
  )
}

export async function insertCreditor(tx: Tx, toMake: CreditorToMake): Promise<Creditor> {
  const creditor = { creditorId: randomUUID(), ...NOT_SAID, ...toMake }
  const { creditorId, code, name, email, phone, iban, address, siren, signatory, senderName, replyTo } =
    creditor
  await tx.query(
    `insert into creditor (organisation_id, creditor_id, code, name, email, phone, iban, address, siren, signatory,
                           sender_name, reply_to, payment_link)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[tx.organisationId, creditorId, code, name, email, phone, iban, address, siren, signatory],
      ...[senderName, replyTo, creditor.paymentLink],
    ],
  )
  return creditor
}

export async function updateCreditor(tx: Tx, creditor: Creditor): Promise<void> {
  const { creditorId, name, email, phone, iban, address, siren, signatory, senderName, replyTo } = creditor
  await tx.query(
    `update creditor set name = $3, email = $4, phone = $5, iban = $6, address = $7, siren = $8, signatory = $9,
                         sender_name = $10, reply_to = $11, payment_link = $12
     where organisation_id = $1 and creditor_id = $2`,
    [
      ...[tx.organisationId, creditorId, name, email, phone, iban, address, siren, signatory],
      ...[senderName, replyTo, creditor.paymentLink],
    ],
  )
}
