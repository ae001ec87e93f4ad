import { isSiren } from '../formats/debtor-fields.ts'
import { type DebtorParticulars, debtorParticulars, updateDebtor } from '../store/parties.ts'
import type { App, Refused } from './app.ts'
import { findOneCase } from './change-case.ts'
import { badSiren } from './change-creditor.ts'

/** What letters say of a debtor. Absent stays as it was. */
export type ChangeDebtor = { debtor: string; address?: string | undefined; siren?: string | undefined }
export type ChangedDebtor = DebtorParticulars & { case: string }

/** Writes a debtor's address and SIREN, or reads them when none is given. */
export async function changeDebtor(app: App, input: ChangeDebtor): Promise<ChangedDebtor | Refused> {
  const siren = input.siren?.replace(/[\s.]/g, '') ?? null
  if (siren !== null && !isSiren(siren)) return badSiren(input.siren ?? '')
  return app.database.transaction(app.organisationId, async tx => {
    const found = await findOneCase(tx, input.debtor)
    if ('refused' in found) return found
    const address = input.address ?? null
    if (address !== null || siren !== null) await updateDebtor(tx, found.caseId, { address, siren })
    return { case: found.id, ...(await debtorParticulars(tx, found.caseId)) }
  })
}
