/** What is wrong with a file as a whole: its kind, its size, its encoding. What wraps its content: container.ts. */
import { phrases } from '../language.ts'
import { FILE_KINDS, type FileKindName, isoMessageWords } from './file-kinds.ts'

export const FILE_PROBLEMS = phrases(
  {
    'empty-file': {
      file: () => 'Le fichier est vide.',
      text: () => 'Le fichier ne contient aucune donnée.',
      workbook: () => 'Le classeur ne contient aucune donnée.',
    },
    'binary-file': {
      text: () =>
        "Ce fichier n'est pas un fichier texte : exportez-le de votre logiciel au format CSV ou FEC.",
      xml: () =>
        'Octets binaires au milieu du texte : ce fichier XML est abîmé, demandez-le à nouveau à son émetteur.',
    },
    'file-too-large': {
      file: ({ megabytes }: { megabytes: number }) =>
        `Le fichier fait ${megabytes} Mo, plus qu'il n'en est lu en une fois (1 024 Mo de CSV ou de FEC, 128 Mo de contacts ou de facture électronique) : coupez-le en plusieurs, par exemple par exercice.`,
      encoded: ({ encoding, most }: { encoding: string; most: number }) =>
        `Le fichier (${encoding}) dépasse ${most} Mo : enregistrez-le en UTF-8, ou coupez-le en plusieurs.`,
      workbook: ({ most }: { most: number }) =>
        `Le classeur dépasse ce qui est lu d'un fichier Excel (${most} Mo une fois décompressé, 10 millions de cellules) : enregistrez la feuille en CSV, ou coupez-la.`,
    },
    'line-too-long': ({ line, most }: { line: number; most: number }) =>
      `La ligne ${line} dépasse ${most} Mo sans retour à la ligne : ce fichier n'est pas un tableau.`,
    'damaged-letters': () =>
      'Des lettres accentuées ont été perdues avant l’import (caractère « \uFFFD ») : réexportez le fichier en UTF-8 si les noms doivent être exacts.',
    'unknown-encoding': ({ encoding }: { encoding: string }) =>
      `L'encodage « ${encoding} » n'est pas connu : enregistrez le fichier en UTF-8.`,
    'wrong-encoding': () =>
      'Le fichier se dit en UTF-8 et ne l’est pas : il est lu comme du Windows-1252 ; vérifiez les lettres accentuées.',
    'unsupported-format': {
      invoices: ({ file, found }: { file: string; found: FileKindName }) =>
        `« ${file} » est un fichier ${FILE_KINDS[found].fr}, format qui n'est pas encore pris en charge : exportez vos factures en CSV, en Excel (.xlsx) ou en FEC.`,
      xml: ({ root }: { root: string }) =>
        `Ce fichier XML (« ${root} ») n'est pas une facture électronique : CII (CrossIndustryInvoice) et UBL (Invoice, CreditNote) sont lus.`,
      statements: ({ file, found }: { file: string; found: FileKindName }) =>
        `« ${file} » est un fichier ${FILE_KINDS[found].fr}, qui n’est pas pris en charge : demandez à la banque un relevé camt.053.`,
      unrecognised: ({ file }: { file: string }) =>
        `« ${file} » n’est pas un relevé bancaire reconnu, qui n’est pas pris en charge : demandez à la banque un relevé camt.053.`,
      'cfonb-240': () =>
        "Ce fichier est un CFONB 240 (détail de virements ou de prélèvements), qui n'est pas un relevé de compte : demandez à la banque le relevé CFONB 120, ou un camt.053.",
    },
    'unsupported-message': {
      named: ({ name }: { name: string }) =>
        `Ce fichier est un ${isoMessageWords(name).fr} (${name}) : demandez à la banque un relevé camt.053 ou un avis camt.054.`,
      unnamed: () =>
        'Ce fichier XML n’est pas un relevé bancaire : demandez à la banque un relevé camt.053 ou un avis camt.054.',
    },
    'wrong-format': {
      asked: ({ file, found, asked }: { file: string; found: FileKindName; asked: string }) =>
        `« ${file} » est un fichier ${FILE_KINDS[found].fr}, non ${asked.toUpperCase()} : retirez --format, le format est reconnu au contenu.`,
      statement: ({ format }: { format: string }) =>
        `Ce n'est pas un fichier ${format} : vérifiez le fichier exporté de la banque.`,
    },
    'unreadable-file': () => 'illisible',
  },
  {
    'empty-file': {
      file: () => 'The file is empty.',
      text: () => 'The file holds no data.',
      workbook: () => 'The workbook holds no data.',
    },
    'binary-file': {
      text: () => 'This is not a text file: export it from your software as CSV or FEC.',
      xml: () =>
        'There are binary bytes in the middle of the text: this XML file is damaged, ask its sender for it again.',
    },
    'file-too-large': {
      file: ({ megabytes }) =>
        `The file is ${megabytes} MB, more than is read at once (1,024 MB of CSV or FEC, 128 MB of contacts or of an electronic invoice): split it, for instance by financial year.`,
      encoded: ({ encoding, most }) =>
        `The file (${encoding}) is larger than ${most} MB: save it as UTF-8, or split it.`,
      workbook: ({ most }) =>
        `The workbook is more than is read of an Excel file (${most} MB unpacked, 10 million cells): save the sheet as CSV, or split it.`,
    },
    'line-too-long': ({ line, most }) =>
      `Line ${line} is longer than ${most} MB without a line break: this file is not a table.`,
    'damaged-letters': () =>
      'Accented letters were lost before the import (character "\uFFFD"): export the file again as UTF-8 if names must be exact.',
    'unknown-encoding': ({ encoding }) => `The encoding "${encoding}" is unknown: save the file as UTF-8.`,
    'wrong-encoding': () =>
      'The file claims to be UTF-8 and is not: it was read as Windows-1252; check the accented letters.',
    'unsupported-format': {
      invoices: ({ file, found }) =>
        `"${file}" is of a kind that is not supported yet (${FILE_KINDS[found].en}): export your invoices as CSV, Excel (.xlsx) or FEC.`,
      xml: ({ root }) =>
        `This XML file ("${root}") is not an electronic invoice: CII (CrossIndustryInvoice) and UBL (Invoice, CreditNote) are read.`,
      statements: ({ file, found }) =>
        `"${file}" is of a kind that is not supported (${FILE_KINDS[found].en}): ask the bank for a camt.053 statement.`,
      unrecognised: ({ file }) =>
        `"${file}" is not recognised as a bank statement: ask the bank for a camt.053 statement.`,
      'cfonb-240': () =>
        'This file is a CFONB 240 (details of transfers or direct debits), not an account statement: ask the bank for the CFONB 120 statement, or a camt.053.',
    },
    'unsupported-message': {
      named: ({ name }) =>
        `This file is not a statement (${name}, ${isoMessageWords(name).en}): ask the bank for a camt.053 statement or a camt.054 notification.`,
      unnamed: () =>
        'This XML file is not a bank statement: ask the bank for a camt.053 statement or a camt.054 notification.',
    },
    'wrong-format': {
      asked: ({ file, found, asked }) =>
        `"${file}" is not ${asked.toUpperCase()} (found: ${FILE_KINDS[found].en}): drop --format, the format is recognised by content.`,
      statement: ({ format }) =>
        `This is not a file in ${format} format: check what you exported from the bank.`,
    },
    'unreadable-file': () => 'unreadable',
  },
)
