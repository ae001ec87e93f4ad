import { LANGUAGES } from '../../../domain/language.ts'
import type { CountryTexts } from '../../../domain/law/texts.ts'
import { agencyTexts } from './agency.ts'
import { frenchLegalWords } from './legal-words.ts'
import { ownClaimTexts } from './own-claims.ts'
import { paperTexts } from './papers.ts'
import { frenchSpaces } from './typography.ts'

export const frenchTexts: CountryTexts = {
  languages: LANGUAGES,
  // French is for those who read it and for those of whom we know nothing; anybody else is written to in English.
  languageFor: contactLanguage =>
    contactLanguage === '' || /^fr(\b|[-_])/i.test(contactLanguage) ? 'fr' : 'en',
  typeset: (template, language) => (language === 'fr' ? frenchSpaces(template) : template),
  steps: { creditor: ownClaimTexts, agency: agencyTexts },
  papers: paperTexts,
  legalWords: frenchLegalWords,
  companyNumber: siren => `SIREN ${siren.replace(/(\d{3})(?=\d)/g, '$1\u00A0')}`,
}
