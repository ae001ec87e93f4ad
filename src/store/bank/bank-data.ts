import { type Day, formatDay } from '../../domain/date.ts'
import type { Tx } from '../database.ts'

/** How far the bank data of a creditor goes; null while none was ever taken in. */
export type BankData = { creditor: string; name: string; bankDataOn: Day | null }

export async function findBankData(tx: Tx): Promise<BankData[]> {
  return tx.query<BankData>(
    `select code as creditor, name, bank_data_on - date '1970-01-01' as "bankDataOn"
     from creditor where organisation_id = $1 order by code`,
    [tx.organisationId],
  )
}

/** Bank data is known up to that day, or further if it was already. False where no creditor has that code. */
export async function advanceBankData(tx: Tx, creditor: string, on: Day): Promise<boolean> {
  const rows = await tx.query(
    `update creditor set bank_data_on = greatest(bank_data_on, $3::date)
     where organisation_id = $1 and code = $2 returning code`,
    [tx.organisationId, creditor, formatDay(on)],
  )
  return rows.length > 0
}

/** How far an account's data goes, if further than before; the creditor's goes as far as that of all its accounts. */
export async function advanceAccounts(
  tx: Tx,
  accounts: readonly { creditorId: string; account: string; knownUntil: Day }[],
): Promise<void> {
  if (accounts.length === 0) return
  const rows = accounts.map(({ creditorId, account, knownUntil }) => ({
    creditor_id: creditorId,
    account,
    known_until: formatDay(knownUntil),
  }))
  await tx.query(
    `insert into bank_account as b (organisation_id, creditor_id, account, known_until)
     select $1, r.creditor_id, r.account, max(r.known_until)
     from   jsonb_to_recordset($2::jsonb) as r(creditor_id uuid, account text, known_until date)
     group  by r.creditor_id, r.account
     on conflict (organisation_id, creditor_id, account) do update set known_until = greatest(b.known_until, excluded.known_until)`,
    [tx.organisationId, JSON.stringify(rows)],
  )
  await tx.query(
    `update creditor k set bank_data_on = greatest(k.bank_data_on, b.known_until)
     from  (select creditor_id, min(known_until) as known_until from bank_account where organisation_id = $1 group by creditor_id) b
     where  k.organisation_id = $1 and k.creditor_id = b.creditor_id and k.creditor_id = any($2::uuid[])`,
    [tx.organisationId, [...new Set(accounts.map(({ creditorId }) => creditorId))]],
  )
}
