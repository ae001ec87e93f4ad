import { agencyFrom } from '../../domain/organisation/agency.ts'
import { sendingLimitsFrom } from '../../domain/organisation/sending-limits.ts'
import type { StoredCase } from '../../store/case/cases.ts'
import type { Tx } from '../../store/database.ts'
import { findCreditors } from '../../store/parties/creditors.ts'
import { listDocuments } from '../../store/parties/documents.ts'
import { readOrganisation } from '../../store/parties/organisations.ts'
import { debtorParticulars } from '../../store/parties/parties.ts'
import { currentTexts } from '../../store/parties/texts.ts'
import type { Parties } from './parties.ts'

/** A case with what the messages of a step say of both parties, and of the agency that writes, if one does; no step: papers. */
export async function loadParties(tx: Tx, stored: StoredCase, step: string | null): Promise<Parties> {
  const creditor = (await findCreditors(tx)).find(({ creditorId }) => creditorId === stored.creditorId)
  if (!creditor) throw new Error(`${stored.caseFile.id}: no creditor`)
  const particulars = await debtorParticulars(tx, stored.caseId)
  const { settings } = await readOrganisation(tx)
  const documents = await listDocuments(tx, stored.caseId)
  const agency = agencyFrom(settings)
  const texts = step === null ? [] : await currentTexts(tx, step)
  return { ...stored, creditor, particulars, agency, documents, limits: sendingLimitsFrom(settings), texts }
}
