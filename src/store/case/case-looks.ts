import { type Day, formatDay } from '../../domain/date.ts'
import type { Tx } from '../database.ts'

/** Brings the open cases of these debtors to the next run: something about them changed. */
export async function lookAgainAtDebtors(tx: Tx, debtorIds: readonly string[], on: Day): Promise<void> {
  await tx.query(
    `update dunning_case set next_look_on = least(next_look_on, $3::date)
     where organisation_id = $1 and debtor_id = any($2::uuid[]) and closed_on is null`,
    [tx.organisationId, debtorIds, formatDay(on)],
  )
}

/** Brings every open case to the next run: a setting, a holiday or a rate changed. */
export async function lookAgainAtAll(tx: Tx, on: Day): Promise<void> {
  await tx.query(
    `update dunning_case set next_look_on = least(next_look_on, $2::date)
     where organisation_id = $1 and closed_on is null`,
    [tx.organisationId, formatDay(on)],
  )
}
