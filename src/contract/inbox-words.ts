/** The words under which messages that came in are shown, in both languages. */
import type { MessageClass, SuggestionKind } from '../domain/reply.ts'
import type { Phrase } from './language.ts'

export const MESSAGE_CLASSES: Record<MessageClass, Phrase> = {
  reply: { fr: 'réponse', en: 'reply' },
  'hard-bounce': { fr: 'adresse morte', en: 'dead address' },
  'soft-bounce': { fr: 'remise différée', en: 'put off' },
  'policy-rejection': { fr: 'refus du serveur', en: 'refused by policy' },
  'auto-reply': { fr: 'réponse automatique', en: 'automatic reply' },
  'abuse-report': { fr: 'plainte pour spam', en: 'complaint of spam' },
  other: { fr: 'autre', en: 'other' },
}

export const SUGGESTIONS: Record<SuggestionKind, Phrase> = {
  promise: { fr: 'promesse de règlement', en: 'promise to pay' },
  'plan-request': { fr: 'demande d’échéancier', en: 'asks for instalments' },
  dispute: { fr: 'litige', en: 'dispute' },
  'already-paid': { fr: 'dit avoir payé', en: 'says it is paid' },
  'invoice-not-received': { fr: 'facture non reçue', en: 'invoice not received' },
  'wrong-bank-details': { fr: 'coordonnées bancaires à revoir', en: 'wrong bank details' },
  'wrong-contact': { fr: 'mauvais interlocuteur', en: 'wrong contact' },
  'insufficient-funds': { fr: 'trésorerie insuffisante', en: 'insufficient funds' },
  'financial-difficulty': { fr: 'difficultés financières', en: 'financial difficulty' },
  insolvency: { fr: 'procédure collective', en: 'insolvency proceedings' },
  administrative: { fr: 'pièce ou référence manquante', en: 'a reference or document is missing' },
  refusal: { fr: 'refuse de payer', en: 'refuses to pay' },
  'do-not-contact': { fr: 'ne plus écrire', en: 'do not write any more' },
  'thanks-only': { fr: 'remerciement', en: 'thanks' },
}

export const SUGGESTION_STATES: Record<'proposed' | 'accepted' | 'changed' | 'refused', Phrase> = {
  proposed: { fr: 'à décider', en: 'to decide' },
  accepted: { fr: 'acceptée', en: 'accepted' },
  changed: { fr: 'acceptée, changée', en: 'accepted, changed' },
  refused: { fr: 'refusée', en: 'refused' },
}

export const TIED_BY: Record<'headers' | 'reference' | 'address' | 'person', Phrase> = {
  headers: { fr: 'répond à notre message', en: 'answers our message' },
  reference: { fr: 'cite une facture ou un dossier', en: 'quotes an invoice or a case' },
  address: { fr: 'vient de cette adresse', en: 'comes from that address' },
  person: { fr: 'rattaché par une personne', en: 'assigned by a person' },
}
