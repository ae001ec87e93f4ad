/** What an import finds beyond the file itself: debtors and invoices that are not known, documents that can't be kept. */
import { phrases } from '../language.ts'

export const IMPORT_PROBLEMS = phrases(
  {
    'stock-not-cleared': () =>
      'des lignes sont fautives : les factures absentes du fichier n’ont pas été soldées ; corrigez le fichier et importez-le à nouveau',
    'unknown-debtor': ({ debtor }: { debtor: string }) =>
      `le débiteur ${debtor} n'a pas encore de facture ici : importez d'abord ses factures`,
    'not-a-pdf': () => 'Ce n’est pas un PDF : seul un PDF est gardé comme document d’une facture.',
    'document-too-large': ({ megabytes, most }: { megabytes: number; most: number }) =>
      `Ce PDF fait ${megabytes} Mo, plus que les ${most} Mo d’un document : il n’est pas gardé ; donnez-en une version plus légère.`,
    'unknown-invoice': ({ number }: { number: string }) =>
      `Aucune facture ne porte le numéro « ${number} » : importez-la d’abord, ou donnez son numéro (« quittance document NUMÉRO FICHIER »).`,
    'ambiguous-invoice': ({ number, cases }: { number: string; cases: readonly string[] }) =>
      `Le numéro « ${number} » est dans plusieurs dossiers (${cases.join(', ')}) : précisez --debtor.`,
  },
  {
    'stock-not-cleared': () =>
      'some rows are wrong: the invoices absent from the file were not settled; correct the file and import it again',
    'unknown-debtor': ({ debtor }) =>
      `the debtor ${debtor} has no invoice here yet: import its invoices first`,
    'not-a-pdf': () => 'This is not a PDF: only a PDF is kept as the document of an invoice.',
    'document-too-large': ({ megabytes, most }) =>
      `This PDF is ${megabytes} MB, more than the ${most} MB of a document: it is not kept; give a lighter version of it.`,
    'unknown-invoice': ({ number }) =>
      `No invoice has the number "${number}": import it first, or give its number ("quittance document NUMBER FILE").`,
    'ambiguous-invoice': ({ number, cases }) =>
      `The number "${number}" is in several cases (${cases.join(', ')}): say which with --debtor.`,
  },
)
