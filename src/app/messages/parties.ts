import type { EditedText } from '../../documents/text/edited-texts.ts'
import type { Agency } from '../../domain/organisation/agency.ts'
import type { SendingLimits } from '../../domain/organisation/sending-limits.ts'
import type { StoredCase } from '../../store/case/cases.ts'
import type { Creditor } from '../../store/parties/creditors.ts'
import type { KeptDocument } from '../../store/parties/documents.ts'
import type { DebtorParticulars } from '../../store/parties/parties.ts'

/** A case with all that its messages say of both parties and of the agency that writes, if one does, and people's own texts. */
export type Parties = StoredCase & {
  creditor: Creditor
  particulars: DebtorParticulars
  agency: Agency | null
  /** The PDFs kept of its invoices. */
  documents: readonly KeptDocument[]
  limits: SendingLimits
  texts: readonly EditedText[]
}
