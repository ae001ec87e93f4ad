/** What a call or a letter gave. In both languages; longer explanations: docs/codes.md. */
import type { CallOutcome, NonPaymentCause } from '../domain/case/call.ts'
import type { PostalStatus, ProofKind } from '../domain/facts/posting.ts'
import type { Phrase } from './language.ts'

export const CALL_OUTCOMES: Record<CallOutcome, Phrase> = {
  reached: { fr: 'joint', en: 'reached' },
  'message-left': { fr: 'message laissé', en: 'message left' },
  'wrong-number': { fr: 'mauvais numéro', en: 'wrong number' },
  promise: { fr: 'promet de payer', en: 'promises to pay' },
  dispute: { fr: 'conteste', en: 'disputes' },
  refuses: { fr: 'refuse de payer', en: 'refuses to pay' },
  'call-back': { fr: 'à rappeler', en: 'to be called back' },
}

export const CAUSES: Record<NonPaymentCause, Phrase> = {
  oversight: { fr: 'oubli', en: 'oversight' },
  'invoice-not-received': { fr: 'facture non reçue', en: 'invoice not received' },
  'wrong-bank-details': { fr: 'coordonnées bancaires erronées', en: 'wrong bank details' },
  'insufficient-funds': { fr: 'provision insuffisante', en: 'insufficient funds' },
  'mandate-not-returned': { fr: 'mandat de prélèvement non retourné', en: 'mandate not returned' },
  'expired-card': { fr: 'carte expirée', en: 'expired card' },
  administrative: { fr: 'blocage administratif', en: 'administrative' },
  'financial-difficulty': { fr: 'difficulté financière', en: 'financial difficulty' },
  dispute: { fr: 'litige', en: 'dispute' },
  refusal: { fr: 'refus de payer', en: 'refusal' },
  unreachable: { fr: 'injoignable', en: 'unreachable' },
  other: { fr: 'autre', en: 'other' },
}

export const POSTAL_STATUSES: Record<PostalStatus, Phrase> = {
  posted: { fr: 'postée', en: 'posted' },
  presented: { fr: 'présentée', en: 'presented' },
  received: { fr: 'reçue', en: 'received' },
  refused: { fr: 'refusée', en: 'refused' },
  unclaimed: { fr: 'non réclamée', en: 'unclaimed' },
  'wrong-address': { fr: 'adresse incorrecte', en: 'wrong address' },
  returned: {
    fr: 'retournée, motif à lire sur le pli',
    en: 'returned, for a reason to be read on the envelope',
  },
}

export const PROOFS: Record<ProofKind, Phrase> = {
  letter: { fr: 'lettre postée', en: 'letter as posted' },
  deposit: { fr: 'preuve de dépôt', en: 'proof of deposit' },
  receipt: { fr: 'avis de réception', en: 'acknowledgement of receipt' },
  return: { fr: 'pli retourné', en: 'envelope that came back' },
}
