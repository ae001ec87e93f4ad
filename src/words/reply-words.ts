/** The words under which messages that come back are shown to people. Longer explanations: docs/codes.md. */
import type { DisputeReason, MessageClass, MissingPiece, SuggestionKind } from '../domain/facts/reply.ts'
import type { Phrase } from './language.ts'

export const MESSAGE_CLASSES: Record<MessageClass, Phrase> = {
  reply: { fr: 'réponse', en: 'reply' },
  'hard-bounce': { fr: 'non remis, adresse mauvaise', en: 'not delivered, bad address' },
  'soft-bounce': { fr: 'non remis pour le moment', en: 'not delivered for now' },
  'policy-rejection': {
    fr: 'refusé par le serveur du destinataire',
    en: 'refused by the addressee’s server',
  },
  'auto-reply': { fr: 'réponse automatique', en: 'automatic reply' },
  'abuse-report': { fr: 'signalé comme indésirable', en: 'reported as unwanted' },
  other: { fr: 'autre message', en: 'other message' },
}

export const SUGGESTIONS: Record<SuggestionKind, Phrase> = {
  promise: { fr: 'promesse de règlement', en: 'promise to pay' },
  'plan-request': { fr: 'demande de délai ou d’échéancier', en: 'asks for time or instalments' },
  dispute: { fr: 'litige', en: 'dispute' },
  'already-paid': { fr: 'dit avoir payé', en: 'says it is paid' },
  'invoice-not-received': { fr: 'facture non reçue', en: 'invoice not received' },
  'wrong-bank-details': { fr: 'coordonnées bancaires à donner', en: 'bank details wrong or missing' },
  'wrong-contact': { fr: 'mauvais interlocuteur', en: 'wrong contact' },
  'insufficient-funds': { fr: 'provision insuffisante', en: 'insufficient funds' },
  'financial-difficulty': { fr: 'difficultés de trésorerie', en: 'financial difficulty' },
  insolvency: { fr: 'procédure collective ou surendettement', en: 'insolvency' },
  administrative: { fr: 'blocage administratif', en: 'administrative' },
  refusal: { fr: 'refus de payer', en: 'refuses to pay' },
  'do-not-contact': { fr: 'ne veut plus être contacté', en: 'asks not to be contacted' },
  'thanks-only': { fr: 'accusé de lecture, rien de plus', en: 'thanks, nothing more' },
}

export const DISPUTE_REASONS: Record<DisputeReason, Phrase> = {
  'not-delivered': { fr: 'non livré ou inachevé', en: 'not delivered or not finished' },
  defective: { fr: 'défectueux', en: 'defective' },
  'wrong-price': { fr: 'prix', en: 'price' },
  'wrong-quantity': { fr: 'quantité', en: 'quantity' },
  'not-ordered': { fr: 'non commandé', en: 'not ordered' },
  duplicate: { fr: 'facturé deux fois', en: 'invoiced twice' },
  cancelled: { fr: 'commande annulée', en: 'order cancelled' },
  'credit-expected': { fr: 'avoir attendu', en: 'credit note expected' },
  'wrong-party': { fr: 'facture d’un autre', en: 'somebody else’s invoice' },
  other: { fr: 'motif à préciser', en: 'reason to be asked' },
}

export const MISSING_PIECES: Record<MissingPiece, Phrase> = {
  'purchase-order': { fr: 'numéro de commande', en: 'order number' },
  chorus: { fr: 'dépôt sur Chorus Pro', en: 'upload to Chorus Pro' },
  approval: { fr: 'validation interne', en: 'approval' },
  mention: { fr: 'mention sur la facture', en: 'mention on the invoice' },
}
