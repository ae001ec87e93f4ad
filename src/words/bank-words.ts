/** Payments received and how they were matched. In both languages; longer explanations: docs/codes.md. */
import type { BankStatus } from '../domain/facts/bank-payment.ts'
import type { MatchCode, MatchStatus } from '../domain/match/match-types.ts'
import type { Phrase } from './language.ts'

export const MATCH_STATUSES: Record<MatchStatus, Phrase> = {
  matched: { fr: 'rapproché', en: 'matched' },
  suggested: { fr: 'à confirmer', en: 'suggested' },
  unmatched: { fr: 'non rapproché', en: 'unmatched' },
}

/** What became of money received: matched or not, or set aside by a person. */
export const BANK_STATUSES: Record<BankStatus, Phrase> = {
  ...MATCH_STATUSES,
  refused: { fr: 'écarté', en: 'set aside' },
}

/** What is said of a match beside what matching says. */
export const MATCH_REMARKS: Record<'recorded-before' | 'payment-returned' | 'agreed-by-person', Phrase> = {
  'recorded-before': { fr: 'règlement déjà saisi', en: 'payment recorded before' },
  'payment-returned': { fr: 'règlement revenu', en: 'payment returned' },
  'agreed-by-person': { fr: 'validé par une personne', en: 'agreed by a person' },
}

export const MATCH_CODES: Record<MatchCode, Phrase> = {
  reference: { fr: 'numéro lu dans le libellé', en: 'number read in the label' },
  'end-to-end-id': {
    fr: 'numéro lu dans la référence de bout en bout',
    en: 'number read in the end-to-end id',
  },
  'reference-abbreviated': { fr: 'numéros abrégés complétés', en: 'abbreviated numbers completed' },
  'reference-cut': { fr: 'numéro coupé par la banque', en: 'number cut by the bank' },
  'known-iban': { fr: 'IBAN connu', en: 'known IBAN' },
  'name-alike': { fr: 'nom ressemblant', en: 'name alike' },
  'amount-equal': { fr: 'montant exact', en: 'exact amount' },
  'whole-balance': { fr: 'solde entier du compte', en: 'whole balance of the account' },
  'only-combination': { fr: 'seule combinaison de ce montant', en: 'only combination of that amount' },
  'credit-note-netted': { fr: 'avoir déduit', en: 'credit note deducted' },
  'within-tolerance': { fr: 'écart toléré', en: 'difference within tolerance' },
  'part-payment': { fr: 'règlement partiel', en: 'part payment' },
  'over-payment': { fr: 'trop-perçu', en: 'over-payment' },
  'oldest-first': { fr: 'les plus anciennes d’abord', en: 'oldest first' },
  'already-paid': { fr: 'déjà réglée', en: 'paid already' },
  'only-item-of-that-amount': { fr: 'seule facture de ce montant', en: 'only invoice of that amount' },
}
