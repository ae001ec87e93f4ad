import type { Procedure } from '../case/procedure.ts'

/** What a message that comes back is: words of a person, a delivery that failed, or a machine's answer. */
export type MessageClass =
  | 'reply'
  | 'hard-bounce'
  | 'soft-bounce'
  | 'policy-rejection'
  | 'auto-reply'
  | 'abuse-report'
  | 'other'

/** What a person may have meant, for another person to accept, change or refuse. */
export type SuggestionKind =
  | 'promise'
  | 'plan-request'
  | 'dispute'
  | 'already-paid'
  | 'invoice-not-received'
  | 'wrong-bank-details'
  | 'wrong-contact'
  | 'insufficient-funds'
  | 'financial-difficulty'
  | 'insolvency'
  | 'administrative'
  | 'refusal'
  | 'do-not-contact'
  | 'thanks-only'

/** Why an invoice is contested, as its payer says. */
export type DisputeReason =
  | 'not-delivered'
  | 'defective'
  | 'wrong-price'
  | 'wrong-quantity'
  | 'not-ordered'
  | 'duplicate'
  | 'cancelled'
  | 'credit-expected'
  | 'wrong-party'
  | 'other'

/** What is lacking before a payer's books can take an invoice. */
export type MissingPiece = 'purchase-order' | 'chorus' | 'approval' | 'mention'

/** `date` is ISO, `amountCents` in euro cents; only what the words say is there. */
export type SuggestionParams = {
  date?: string
  amountCents?: number
  reason?: DisputeReason
  email?: string
  procedure?: Procedure
  missing?: MissingPiece
}

/** `evidence`: the words themselves, exactly as they were written. */
export type Suggestion = { kind: SuggestionKind; evidence: string; params: SuggestionParams }
