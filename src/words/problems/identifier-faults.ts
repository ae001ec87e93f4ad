/** What is wrong with a number that identifies a company or an account, to stand between brackets in a sentence. */
import type { Phrase } from '../language.ts'

export const IDENTIFIER_FAULTS = {
  missing: { fr: 'il est vide', en: 'it is empty' },
  'wrong-length': { fr: 'il n’a pas le bon nombre de caractères', en: 'its length is wrong' },
  'wrong-characters': { fr: 'un caractère n’est pas à sa place', en: 'a character is out of place' },
  'wrong-key': { fr: 'sa clé de contrôle est fausse', en: 'its check digits are wrong' },
  'unknown-country': { fr: 'son pays n’est pas reconnu', en: 'its country is not recognised' },
} satisfies Readonly<Record<string, Phrase>>

export type IdentifierFault = keyof typeof IDENTIFIER_FAULTS
