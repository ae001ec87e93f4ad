/** Claims, rates and deadlines of the law. In both languages; longer explanations: docs/codes.md. */
import type { BadDebtStatus } from '../domain/bookkeeping/bad-debt.ts'
import type { LimitationStart } from '../domain/case/limitation.ts'
import type { ClaimWarningCode } from '../domain/claim/claim-warning.ts'
import type { RateSeries, RateStatus } from '../domain/interest/rate.ts'
import type { TermsWarning } from '../domain/law/term-law.ts'
import type { Phrase } from './language.ts'

export const LIMITATION_STARTS: Record<LimitationStart, Phrase> = {
  'due-date': { fr: 'échéance', en: 'due date' },
  'part-payment': { fr: 'règlement partiel', en: 'part payment' },
  acknowledgement: { fr: 'reconnaissance de dette', en: 'acknowledgement' },
  plan: { fr: 'échéancier', en: 'payment plan' },
  'formal-notice': { fr: 'mise en demeure', en: 'formal notice' },
  'legal-action': { fr: 'action en justice', en: 'legal action' },
  declaration: { fr: 'déclaration de créance', en: 'declaration of the claim' },
  judgment: { fr: 'jugement exécutoire', en: 'enforceable judgment' },
}

export const BAD_DEBTS: Record<BadDebtStatus, Phrase> = {
  doubtful: { fr: 'douteuse', en: 'doubtful' },
  impaired: { fr: 'dépréciée', en: 'impaired' },
  lost: { fr: 'perdue', en: 'lost' },
  recovered: { fr: 'réglée après tout', en: 'paid after all' },
}

export const RATE_SERIES: Record<RateSeries, Phrase> = {
  ecb: { fr: 'Taux BCE', en: 'ECB rate' },
  'legal-individual': {
    fr: 'Taux d’intérêt légal, créancier particulier',
    en: 'Legal rate, creditor an individual',
  },
  'legal-other': { fr: 'Taux d’intérêt légal, autres cas', en: 'Legal rate, other cases' },
}

export const RATE_STATUSES: Record<RateStatus, Phrase> = {
  checked: { fr: 'vérifié', en: 'checked' },
  'checked-secondary': { fr: 'source secondaire', en: 'secondary source' },
  'two-secondary-sources': { fr: 'deux sources secondaires', en: 'two secondary sources' },
  'single-secondary-source': { fr: 'une seule source secondaire', en: 'a single secondary source' },
  recorded: { fr: 'noté par une personne', en: 'recorded by a person' },
}

export const TERMS_WARNINGS: Record<TermsWarning, Phrase> = {
  'over-legal-maximum': { fr: 'au-delà du plafond légal', en: 'beyond the legal maximum' },
  'over-unverified-maximum': {
    fr: 'au-delà d’un plafond de secteur qui reste à vérifier',
    en: 'beyond a maximum of the sector that remains to be checked',
  },
  'due-before-issue': { fr: 'l’échéance précède la date de facture', en: 'due before the date of issue' },
  'due-date-not-stated': {
    fr: 'aucune échéance n’est indiquée : la facture doit en porter une (C. com. L441-9)',
    en: 'no due date is stated: the invoice must carry one (C. com. L441-9)',
  },
  'receipt-assumed': {
    fr: 'la date de réception compte et n’est pas donnée : la date de facture en tient lieu',
    en: 'the day of receipt counts and is not given: the day of issue stands for it',
  },
}

export const CLAIM_WARNINGS: Record<ClaimWarningCode, Phrase> = {
  'below-legal-floor': {
    fr: 'taux du contrat sous le minimum légal, trois fois le taux d’intérêt légal (C. com. L441-10 II)',
    en: 'contract rate under the legal floor, three times the legal rate (C. com. L441-10 II)',
  },
  'legal-floor-unknown': {
    fr: 'taux du contrat non vérifié : le taux d’intérêt légal n’est pas connu',
    en: 'contract rate not checked: the legal rate is not known',
  },
}
