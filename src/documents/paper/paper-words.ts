/** The words of the tables of plans, receipts and statements. */

import type { AccountLine } from '../../domain/case/account.ts'
import type { Language } from '../../domain/language.ts'

export const PAPER_WORDS: Readonly<Record<Language, PaperWords>> = {
  fr: {
    owed: 'Total dû',
    instalment: 'Échéance',
    payBy: 'À régler au plus tard le',
    amount: 'Montant',
    planned: 'Total de l’échéancier',
    receivedOn: 'Reçu le',
    reference: 'Référence',
    setAgainst: 'Affecté à',
    onAccount: 'compte, en attente d’affectation',
    received: 'Total reçu',
    paid: 'Réglé',
    otherwise: 'Avoirs',
    leftDue: 'Reste dû',
    on: 'Date',
    operation: 'Opération',
    due: date => `échéance ${date}`,
    debit: 'Débit',
    credit: 'Crédit',
    balance: 'Solde',
    closing: date => `Solde au ${date}`,
    lines: {
      invoice: 'Facture',
      'credit-note': 'Avoir',
      payment: 'Règlement',
      rejection: 'Règlement rejeté',
      'write-off': 'Abandon',
    },
    debtor: 'Le débiteur',
    creditor: 'Le créancier',
    agency: 'Pour le créancier, sa société de recouvrement',
    toSign: 'Date et signature :',
  },
  en: {
    owed: 'Total owed',
    instalment: 'Instalment',
    payBy: 'To be paid by',
    amount: 'Amount',
    planned: 'Total of the plan',
    receivedOn: 'Received',
    reference: 'Reference',
    setAgainst: 'Set against',
    onAccount: 'account, not allocated yet',
    received: 'Total received',
    paid: 'Paid',
    otherwise: 'Credited',
    leftDue: 'Left to pay',
    on: 'Date',
    operation: 'Entry',
    due: date => `due ${date}`,
    debit: 'Debit',
    credit: 'Credit',
    balance: 'Balance',
    closing: date => `Balance on ${date}`,
    lines: {
      invoice: 'Invoice',
      'credit-note': 'Credit note',
      payment: 'Payment',
      rejection: 'Payment returned',
      'write-off': 'Written off',
    },
    debtor: 'The debtor',
    creditor: 'The creditor',
    agency: 'For the creditor, its collection agency',
    toSign: 'Date and signature:',
  },
}

type PaperWords = {
  owed: string
  instalment: string
  payBy: string
  amount: string
  planned: string
  receivedOn: string
  reference: string
  setAgainst: string
  onAccount: string
  received: string
  paid: string
  otherwise: string
  leftDue: string
  on: string
  operation: string
  due(date: string): string
  debit: string
  credit: string
  balance: string
  closing(date: string): string
  lines: Readonly<Record<AccountLine['kind'], string>>
  debtor: string
  creditor: string
  agency: string
  toSign: string
}
