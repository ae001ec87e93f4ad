import type { Language } from '../../../domain/language.ts'
import type { LegalWords } from '../../../domain/law/texts.ts'

/**
 * « Pénalités de retard » between businesses (C. com. L441-10 II), « intérêts moratoires » from a public body (CCP R2192-31), and
 * 40 € for recovery (D441-5, D2192-35). Outside business an acknowledgement of debt wants its sum by hand, in words and figures
 * (C. civ. 1376). An agency names its activity (CPCE R124-4).
 */
export const frenchLegalWords: Readonly<Record<Language, LegalWords>> = {
  fr: {
    interest: (debtor, date) =>
      debtor === 'public-body' ? `Intérêts moratoires au ${date}` : `Pénalités de retard au ${date}`,
    indemnity: 'Indemnité forfaitaire de recouvrement (40\u00A0€ par facture)',
    complement: 'Frais de recouvrement au-delà, sur justificatifs',
    agencyActivity: 'recouvrement amiable de créances',
    byHand: debtor =>
      debtor === 'consumer'
        ? 'Écrire de sa main la somme reconnue, en toutes lettres et en chiffres, puis dater et signer :'
        : 'Nom et qualité du signataire, date, signature, cachet :',
  },
  en: {
    interest: (_debtor, date) => `Late-payment interest to ${date}`,
    indemnity: 'Fixed recovery compensation (€40 per invoice)',
    complement: 'Recovery costs beyond it, as proved',
    agencyActivity: 'amicable debt collection (recouvrement amiable)',
    byHand: debtor =>
      debtor === 'consumer'
        ? 'Write by hand the sum acknowledged, in words and in figures, then date and sign:'
        : 'Name and capacity of who signs, date, signature, stamp:',
  },
}
