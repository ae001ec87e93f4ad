import type { Phrase } from './language.ts'

export const BAD_CURSOR: Phrase = {
  fr: 'ce curseur n’est pas de cette liste : --after reprend « next » de la réponse précédente, tel quel',
  en: 'that cursor is not of this list: --after takes "next" of the answer before, as it is',
}
