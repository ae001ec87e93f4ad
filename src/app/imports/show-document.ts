import { type KeptDocument, listDocuments, readDocument } from '../../store/parties/documents.ts'
import type { Desk } from '../desk.ts'
import { findInvoice } from '../find-invoice.ts'
import { type Refused, refuse } from '../refused.ts'

export type ShownDocument = KeptDocument & { case: string; content: Uint8Array }

export type ShowDocument = { number: string; debtor?: string | undefined }

/** The PDF kept of an invoice or a credit note, as it came. */
export async function showDocument(
  desk: Desk,
  { number, debtor }: ShowDocument,
): Promise<ShownDocument | Refused> {
  return desk.transaction(async tx => {
    const found = await findInvoice(tx, number, debtor)
    if ('refused' in found) return found
    const kept = (await listDocuments(tx, found.caseId)).find(document => document.number === number)
    const content = kept && (await readDocument(tx, found.caseId, number))
    if (!kept || !content) return refuse('no-document', { number })
    return { ...kept, case: found.id, content }
  })
}
