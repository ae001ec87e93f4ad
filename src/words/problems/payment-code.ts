/** Why a transfer does not fit the QR code that fills it in (EPC069-12). */
import type { Phrase } from '../language.ts'

export const PAYMENT_CODE_FAULTS = {
  'qr-name-missing': {
    fr: 'il manque le nom du bénéficiaire',
    en: 'the name of the payee is missing',
  },
  'qr-name-too-long': {
    fr: 'le nom du bénéficiaire dépasse 70 caractères',
    en: 'the name of the payee is longer than 70 characters',
  },
  'qr-bad-iban': {
    fr: 'l’IBAN n’est pas valable, ou son pays n’est pas dans la zone SEPA',
    en: 'the IBAN is not valid, or its country is outside SEPA',
  },
  'qr-bad-bic': {
    fr: 'le BIC n’est pas valable : huit caractères, ou onze',
    en: 'the BIC is not valid: eight characters, or eleven',
  },
  'qr-bad-amount': {
    fr: 'le montant va de 0,01 à 999 999 999,99 €',
    en: 'the amount goes from 0.01 to 999,999,999.99 euros',
  },
  'qr-bad-purpose': {
    fr: 'le motif codé a une à quatre lettres ou chiffres',
    en: 'the purpose is a code of one to four letters or digits',
  },
  'qr-bad-reference': {
    fr: 'la référence structurée n’est pas valable : RF, une clé, 21 caractères au plus (ISO 11649)',
    en: 'the structured reference is not valid: RF, check digits, at most 21 characters (ISO 11649)',
  },
  'qr-two-references': {
    fr: 'une référence structurée ou un texte, pas les deux',
    en: 'a structured reference or a text, not both',
  },
  'qr-text-too-long': {
    fr: 'le texte dépasse 140 caractères',
    en: 'the text is longer than 140 characters',
  },
  'qr-information-too-long': {
    fr: 'l’information au payeur dépasse 70 caractères',
    en: 'the information for the payer is longer than 70 characters',
  },
  'qr-line-break': {
    fr: 'un champ contient un saut de ligne ou un caractère de contrôle',
    en: 'a field holds a line break or a control character',
  },
  'qr-too-long': {
    fr: 'le tout dépasse 331 octets, ce qu’un tel QR code contient',
    en: 'all of it is longer than the 331 bytes that such a QR code holds',
  },
} satisfies Readonly<Record<string, Phrase>>

export type PaymentCodeFault = keyof typeof PAYMENT_CODE_FAULTS
