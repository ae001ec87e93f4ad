import { type Day, formatDay } from '../domain/date.ts'
import type { Tx } from './database.ts'

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
