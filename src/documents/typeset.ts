import type { Language } from '../domain/language.ts'
import type { CountryTexts } from '../domain/law/texts.ts'
import { remembered } from './remembered.ts'

/** A template with the spaces that its country wants in its language. */
export function typeset(template: string, texts: CountryTexts, language: Language): string {
  let known = byCountry.get(texts)
  if (!known) {
    known = {
      fr: remembered(each => texts.typeset(each, 'fr')),
      en: remembered(each => texts.typeset(each, 'en')),
    }
    byCountry.set(texts, known)
  }
  return known[language](template)
}

const byCountry = new WeakMap<CountryTexts, Readonly<Record<Language, (template: string) => string>>>()
