/** Why something is refused. In both languages; longer explanations: docs/codes.md. */
import type { RefusalCode } from '../domain/refusal.ts'
import type { Phrase } from './language.ts'

/** Where the command line says it in English; in French a refusal has words of its own, with names. */
export const REFUSALS: Record<RefusalCode, Phrase> = {
  'unknown-item': { fr: "cette facture n'est pas dans le dossier", en: 'the case has no such invoice' },
  'unknown-step': { fr: "cette étape n'est pas dans le scénario", en: 'the scenario has no such step' },
  'no-such-action': { fr: "aucune action de ce genre n'attend", en: 'no such action is waiting' },
  'invoice-exists': {
    fr: 'cette facture est déjà dans le dossier',
    en: 'the case has this invoice already',
  },
  'nothing-open': {
    fr: "rien n'est ouvert : tout est soldé ou rien n'est échu",
    en: 'nothing is open: all is settled, or nothing is overdue; name the invoices',
  },
  'amount-too-high': {
    fr: 'le montant dépasse ce qui a été reçu',
    en: 'the amount is more than what was received',
  },
  'amount-of-one-item': {
    fr: 'plusieurs factures sont concernées : dites de laquelle est ce montant',
    en: 'several invoices are concerned: say which one the amount is of',
  },
  'date-in-the-past': { fr: 'la date est déjà passée', en: 'the date is past already' },
  'already-noted': {
    fr: 'cette créance est déjà notée douteuse',
    en: 'this claim is noted as doubtful already',
  },
  'not-doubtful': {
    fr: "cette créance n'est pas notée douteuse : notez d'abord « doubtful »",
    en: 'this claim is not noted as doubtful: record "doubtful" first',
  },
  'tax-unknown': {
    fr: "la TVA de cette facture n'est pas connue : notez-la par « tax FACTURE MONTANT »",
    en: 'the VAT of this invoice is not known: record it with "tax INVOICE AMOUNT" (0.00 where there is none)',
  },
  'tax-too-high': {
    fr: 'la TVA dépasse le montant TTC de la facture',
    en: "the VAT is more than the invoice's amount including tax",
  },
  'date-in-the-future': {
    fr: 'la date vient après le jour où elle est notée',
    en: 'the date is after the day on which it is recorded',
  },
  'no-insolvency': {
    fr: 'aucune procédure collective en cours dans ce dossier',
    en: 'the case has no insolvency proceedings under way',
  },
  'costs-of-consumer': {
    fr: 'les frais de recouvrement ne se réclament pas à un particulier',
    en: 'recovery costs are not claimed from a consumer',
  },
  'invoice-on-its-way': {
    fr: 'cette facture est déjà partie ce jour, ou en chemin',
    en: 'this invoice has left today already, or is on its way',
  },
  'story-only': {
    fr: "ce fait n'a de sens que dans une histoire",
    en: 'this fact only makes sense in a story',
  },
}
