import type { Language } from '../domain/language.ts'

/** Words of the tables. They follow French typography as they stand: no template goes over them. */
export const LABELS: Readonly<Record<Language, Labels>> = {
  fr: {
    invoice: 'Facture',
    issued: 'Émise le',
    due: 'Échéance',
    late: 'Retard',
    left: 'Reste dû',
    outOf: amount => `sur ${amount}`,
    balanceOutOf: amount => `solde, sur ${amount}`,
    issuedOn: date => `émise le ${date}`,
    lateBy: delay => `${delay} de retard`,
    listed: 'Total des factures',
    disputed: 'Part contestée, non réclamée',
    credit: 'Avoirs et acomptes à déduire',
    asked: 'Total à régler',
    principal: 'Principal restant dû',
    total: 'Total dû à ce jour',
    howToPay: 'Pour régler',
    payee: 'Bénéficiaire',
    reference: 'Référence à rappeler',
    payOnline: 'Payer en ligne',
    scan: 'À scanner avec l’application de votre banque\u00A0: le virement est prérempli.',
    codeAlt: 'QR code de virement SEPA',
    colon: '\u00A0: ',
  },
  en: {
    invoice: 'Invoice',
    issued: 'Issued',
    due: 'Due',
    late: 'Late',
    left: 'Outstanding',
    outOf: amount => `of ${amount}`,
    balanceOutOf: amount => `balance, out of ${amount}`,
    issuedOn: date => `issued ${date}`,
    lateBy: delay => `${delay} late`,
    listed: 'Total of invoices',
    disputed: 'Disputed part, not claimed',
    credit: 'Credit notes and payments to deduct',
    asked: 'Total to pay',
    principal: 'Principal outstanding',
    total: 'Total due to date',
    howToPay: 'How to pay',
    payee: 'Payee',
    reference: 'Reference to quote',
    payOnline: 'Pay online',
    scan: 'Scan it with your bank’s application: the transfer is filled in.',
    codeAlt: 'QR code of a SEPA transfer',
    colon: ': ',
  },
}

type Labels = {
  invoice: string
  issued: string
  due: string
  late: string
  left: string
  outOf(amount: string): string
  balanceOutOf(amount: string): string
  issuedOn(date: string): string
  lateBy(delay: string): string
  listed: string
  disputed: string
  credit: string
  asked: string
  principal: string
  total: string
  howToPay: string
  payee: string
  reference: string
  payOnline: string
  /** Beside the payment code, and in its stead where pictures are not shown. */
  scan: string
  codeAlt: string
  colon: string
}
