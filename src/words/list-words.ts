import type { Phrase } from './language.ts'

export const BAD_CURSOR: Phrase = {
  fr: 'ce curseur n’est pas de cette liste : reprenez « next » de la réponse précédente, tel quel',
  en: 'that cursor is not of this list: give "next" of the answer before, as it is',
}
