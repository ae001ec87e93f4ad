/** What keeps a message from being written, in the words of who must fill it in. */
import type { NoticePart } from '../domain/claim/notice.ts'
import { type Language, type Phrase, SEPARATOR } from './language.ts'

export const NOTICE_PARTS: Record<NoticePart, Phrase> = {
  'creditor-name': { fr: 'le nom du créancier', en: "the creditor's name" },
  'creditor-address': {
    fr: 'l’adresse du créancier (quittance creditor CODE --address)',
    en: "the creditor's address (quittance creditor CODE --address)",
  },
  signatory: {
    fr: 'la signature (quittance creditor CODE --signature, ou quittance setting agency-signature)',
    en: 'who signs (quittance creditor CODE --signature, or quittance setting agency-signature)',
  },
  'debtor-name': { fr: 'le nom du débiteur', en: "the debtor's name" },
  'debtor-address': {
    fr: 'l’adresse du débiteur (quittance debtor CODE --address …, ou pour tous quittance import contacts)',
    en: "the debtor's address (quittance debtor CODE --address …, or for all quittance import contacts)",
  },
  items: { fr: 'une facture encore due', en: 'an invoice still owed' },
  'due-date': { fr: 'une date d’échéance', en: 'a due date' },
  principal: { fr: 'un principal à réclamer', en: 'a principal to claim' },
  claim: {
    fr: 'un taux, donc le décompte des intérêts',
    en: 'a rate, hence the claim of interest',
  },
  deadline: {
    fr: 'un délai (quittance setting formal-notice-days)',
    en: 'a deadline (quittance setting formal-notice-days)',
  },
  'means-of-payment': {
    fr: 'le moyen de payer (quittance creditor CODE --iban)',
    en: 'the means of payment (quittance creditor CODE --iban)',
  },
}

/** By the names that texts use. */
const MESSAGE_PARTS: Readonly<Record<string, Phrase>> = {
  'agency.name': {
    fr: 'la société de recouvrement (quittance setting agency-name)',
    en: 'the collection agency (quittance setting agency-name)',
  },
  'agency.address': {
    fr: 'l’adresse de la société de recouvrement (quittance setting agency-address)',
    en: "the collection agency's address (quittance setting agency-address)",
  },
  'agency.signatory': NOTICE_PARTS.signatory,
  'creditor.name': NOTICE_PARTS['creditor-name'],
  'creditor.address': NOTICE_PARTS['creditor-address'],
  'creditor.signatory': NOTICE_PARTS.signatory,
  'creditor.iban': NOTICE_PARTS['means-of-payment'],
  attachments: {
    fr: 'la pièce jointe que le texte annonce (quittance document NUMÉRO FICHIER)',
    en: 'the attachment that the text announces (quittance document NUMBER FILE)',
  },
  'debtor.address': NOTICE_PARTS['debtor-address'],
  'first-letter': {
    fr: 'la première lettre de la société de recouvrement (CPCE R124-4) : une des factures n’en a pas eu',
    en: "the collection agency's first letter (CPCE R124-4): one of the invoices had none",
  },
  claim: NOTICE_PARTS.claim,
  'creditor.email': {
    fr: 'l’adresse e-mail du créancier (quittance creditor CODE --email)',
    en: "the creditor's e-mail address (quittance creditor CODE --email)",
  },
  'electronic-mail-consent': {
    fr: 'le consentement du particulier au recommandé électronique (CPCE art. L100 ; quittance debtor CODE --electronic-mail-consent DATE)',
    en: "the consumer's consent to electronic registered mail (CPCE art. L100; quittance debtor CODE --electronic-mail-consent DATE)",
  },
  contact: { fr: 'une adresse e-mail valable', en: 'a valid e-mail address' },
  items: NOTICE_PARTS.items,
  movements: { fr: 'une écriture sur le compte', en: 'an entry on the account' },
  plan: {
    fr: 'un échéancier qui tienne dans ce que doivent ses factures',
    en: 'a plan within what its invoices owe',
  },
  payments: { fr: 'un règlement reçu', en: 'a payment received' },
  text: { fr: 'un texte pour cette étape', en: 'a text for this step' },
}

/** The names of what is missing, in words; a name without words stands as it is. */
export function missingText(names: readonly string[], language: Language): string {
  const known: Readonly<Record<string, Phrase>> = { ...MESSAGE_PARTS, ...NOTICE_PARTS }
  return names.map(name => known[name]?.[language] ?? name).join(SEPARATOR[language])
}
