import { debtorParticulars, setDebtorAddress } from '../store/parties.ts'
import type { App, Refused } from './app.ts'
import { findOneCase } from './change-case.ts'

export type NotedAddress = { case: string; address: string | null }

/** Writes the address at which letters reach a debtor, on one line; reads it when none is given. */
export async function noteAddress(
  app: App,
  { debtor, address }: { debtor: string; address: string | null },
): Promise<NotedAddress | Refused> {
  return app.database.transaction(app.organisationId, async tx => {
    const found = await findOneCase(tx, debtor)
    if ('refused' in found) return found
    if (address !== null) await setDebtorAddress(tx, found.caseId, address)
    return { case: found.id, address: (await debtorParticulars(tx, found.caseId)).address }
  })
}
