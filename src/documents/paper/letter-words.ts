/** The words that paper adds to a message: heading, tables over pages, claim, receipt, statement, plan. */

import type { ClaimLine } from '../../domain/claim/claim-line.ts'
import type { Language } from '../../domain/language.ts'

export const LETTER_WORDS: Readonly<Record<Language, LetterWords>> = {
  fr: {
    subject: 'Objet',
    registered: 'Lettre recommandée avec avis de réception',
    reference: 'Notre référence, à rappeler',
    onBehalfOf: 'Pour le compte du créancier',
    dated: (place, date) => (place === null ? `Le ${date}` : `${place}, le ${date}`),
    logoOf: name => `Logo de ${name}`,
    signatureOf: name => `Signature de ${name}`,
    code: 'Code QR de virement SEPA, avec le bénéficiaire, l’IBAN, le montant et la référence',
    scan: 'Virement par QR code',
    insurance: 'Assurance de responsabilité civile professionnelle',
    carriedFrom: 'Report',
    carriedTo: 'À reporter',
    claim: 'Décompte de la créance',
    claimOn: date => `Décompte arrêté au ${date}, facture par facture.`,
    account: 'Sur le compte',
    nature: 'Nature',
    period: 'Période',
    days: 'Jours',
    rate: 'Taux',
    base: 'Base',
    amount: 'Montant',
    subtotal: invoice => `Total ${invoice}`,
    lines: {
      principal: 'Principal',
      payment: 'Règlement',
      'credit-note': 'Avoir',
      interest: 'Intérêts',
      indemnity: 'Indemnité forfaitaire',
      complement: 'Frais justifiés',
      waived: 'Abandon',
    },
    waived: { principal: 'principal', interest: 'intérêts', indemnity: 'indemnité' },
    totals: {
      principal: 'Principal',
      paid: 'Règlements reçus',
      credited: 'Avoirs',
      interest: 'Intérêts de retard',
      indemnity: 'Indemnité de recouvrement',
      waived: 'Abandons',
      total: 'Total',
    },
    claimed: 'Total réclamé',
    perDay: amount => `Les intérêts courent à raison de ${amount} par jour de retard supplémentaire.`,
  },
  en: {
    subject: 'Subject',
    registered: 'Registered letter with acknowledgement of receipt',
    reference: 'Our reference, to quote',
    onBehalfOf: 'On behalf of the creditor',
    dated: (place, date) => (place === null ? date : `${place}, ${date}`),
    logoOf: name => `Logo of ${name}`,
    signatureOf: name => `Signature of ${name}`,
    code: 'QR code of a SEPA transfer, with payee, IBAN, amount and reference',
    scan: 'Transfer by QR code',
    insurance: 'Professional liability insurance',
    carriedFrom: 'Brought forward',
    carriedTo: 'Carried forward',
    claim: 'Statement of the claim',
    claimOn: date => `Claim as at ${date}, invoice by invoice.`,
    account: 'On the account',
    nature: 'Nature',
    period: 'Period',
    days: 'Days',
    rate: 'Rate',
    base: 'Base',
    amount: 'Amount',
    subtotal: invoice => `Total ${invoice}`,
    lines: {
      principal: 'Principal',
      payment: 'Payment',
      'credit-note': 'Credit note',
      interest: 'Interest',
      indemnity: 'Fixed compensation',
      complement: 'Proved costs',
      waived: 'Waived',
    },
    waived: { principal: 'principal', interest: 'interest', indemnity: 'compensation' },
    totals: {
      principal: 'Principal',
      paid: 'Payments received',
      credited: 'Credit notes',
      interest: 'Late-payment interest',
      indemnity: 'Recovery compensation',
      waived: 'Waived',
      total: 'Total',
    },
    claimed: 'Total claimed',
    perDay: amount => `Interest runs at ${amount} for each further day.`,
  },
}

type LetterWords = {
  subject: string
  registered: string
  reference: string
  onBehalfOf: string
  dated(place: string | null, date: string): string
  logoOf(name: string): string
  signatureOf(name: string): string
  code: string
  scan: string
  insurance: string
  carriedFrom: string
  carriedTo: string
  claim: string
  claimOn(date: string): string
  account: string
  nature: string
  period: string
  days: string
  rate: string
  base: string
  amount: string
  subtotal(invoice: string): string
  lines: Readonly<Record<ClaimLine['kind'], string>>
  waived: Readonly<Record<'principal' | 'interest' | 'indemnity', string>>
  totals: Readonly<
    Record<'principal' | 'paid' | 'credited' | 'interest' | 'indemnity' | 'waived' | 'total', string>
  >
  claimed: string
  perDay(amount: string): string
}
