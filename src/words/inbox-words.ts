/** The words under which the inbox shows what was decided of a message, in both languages; its own words are in reply-words.ts. */
import type { Phrase } from './language.ts'

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
