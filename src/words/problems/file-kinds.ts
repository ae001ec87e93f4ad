/** What people call a file that no reader takes, or that is not of the format asked for. */
import type { Phrase } from '../language.ts'

export const FILE_KINDS = {
  text: { fr: 'texte', en: 'text' },
  pdf: { fr: 'PDF', en: 'PDF' },
  xml: { fr: 'XML', en: 'XML' },
  html: { fr: 'HTML', en: 'HTML' },
  xls: { fr: 'Excel ancien (.xls)', en: 'old Excel (.xls)' },
  xlsx: { fr: 'Excel (.xlsx)', en: 'Excel (.xlsx)' },
  ods: { fr: 'OpenDocument', en: 'OpenDocument' },
  docx: { fr: 'Word (.docx)', en: 'Word (.docx)' },
  image: { fr: 'image', en: 'image' },
  zip: { fr: 'ZIP', en: 'ZIP' },
  archive: { fr: 'compressé (.gz, .7z ou .rar)', en: 'compressed (.gz, .7z or .rar)' },
  'factur-x': { fr: 'FACTUR-X', en: 'Factur-X' },
  cii: { fr: 'CII', en: 'CII' },
  ubl: { fr: 'UBL', en: 'UBL' },
} satisfies Readonly<Record<string, Phrase>>

export type FileKindName = keyof typeof FILE_KINDS

/** Messages of ISO 20022 that are no statement, by their name, else by its first four letters. */
const ISO_MESSAGES: Readonly<Record<string, Phrase>> = {
  'camt.052': {
    fr: 'compte rendu intrajournalier, qui n’est pas définitif',
    en: 'intraday account report, which is not final',
  },
  'camt.053': { fr: 'relevé de compte', en: 'account statement' },
  'camt.054': { fr: 'avis de débit et de crédit', en: 'debit and credit notification' },
  'pain.001': { fr: 'ordre de virement', en: 'credit transfer order' },
  'pain.002': { fr: 'compte rendu d’exécution d’ordres', en: 'payment status report' },
  'pain.007': { fr: 'annulation de prélèvements', en: 'reversal of direct debits' },
  'pain.008': { fr: 'ordre de prélèvement', en: 'direct debit order' },
  pain: { fr: 'message d’ordre de paiement', en: 'payment order message' },
  pacs: { fr: 'message entre banques', en: 'message between banks' },
  camt: { fr: 'message de gestion de trésorerie', en: 'cash management message' },
}
const OTHER_MESSAGE: Phrase = { fr: 'message ISO 20022', en: 'ISO 20022 message' }

/** What a bank or an accountant calls a message, by its name such as `pain.001`. */
export function isoMessageWords(name: string): Phrase {
  return ISO_MESSAGES[name] ?? ISO_MESSAGES[name.slice(0, 4)] ?? OTHER_MESSAGE
}
