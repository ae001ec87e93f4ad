/** What is wrong with a table: its header, its columns, its rows. */
import { type Phrase, phrases, quoted } from '../language.ts'

/** A header that would be read, for each kind of table; each language's own. */
export const HEADER_EXAMPLES = {
  invoices: {
    fr: 'Code client;Client;N° facture;Date;Échéance;Montant TTC',
    en: 'Customer code;Customer;Invoice number;Date;Due date;Amount incl. tax',
  },
  bank: { fr: 'Date;Libellé;Débit;Crédit', en: 'Date;Description;Debit;Credit' },
  tracking: { fr: 'action;numéro de suivi;date;statut', en: 'action;tracking number;date;status' },
  mandates: {
    fr: 'code client;IBAN;BIC;référence du mandat;date de signature',
    en: 'debtor;IBAN;BIC;mandate reference;signature date',
  },
} satisfies Readonly<Record<string, Phrase>>

export type TableKind = keyof typeof HEADER_EXAMPLES

/** What a table can't do without, to follow « aucune colonne ne donne ». */
const NEEDS = {
  number: { fr: 'le numéro de facture', en: 'the invoice number' },
  debtor: { fr: 'le code ou le nom du client', en: "the customer's code or name" },
  dates: { fr: "la date de facture ou d'échéance", en: 'the invoice date or the due date' },
  amount: { fr: 'le montant TTC', en: 'the amount including tax' },
  contact: {
    fr: "l'adresse e-mail, le téléphone ou le nom du contact, ou l'adresse postale",
    en: "the contact's e-mail address, phone or name, or the postal address",
  },
  'entry-date': { fr: 'la date', en: 'the date' },
  'entry-amount': {
    fr: 'le montant (« Montant », ou « Débit » et « Crédit »)',
    en: 'the amount ("Amount", or "Debit" and "Credit")',
  },
} satisfies Readonly<Record<string, Phrase>>

export type Need = keyof typeof NEEDS

/** `fields`: the names that a mapping has for it. */
type Missing = { need: Need; columns: readonly string[]; fields: readonly string[] }

export const TABLE_PROBLEMS = phrases(
  {
    'no-header': ({ table }: { table: TableKind }) =>
      `Aucune ligne de titres de colonnes n'a été reconnue : la première ligne doit nommer les colonnes (par exemple « ${HEADER_EXAMPLES[table].fr} »), ou indiquez une correspondance.`,
    'missing-column': {
      recognised: ({ need, columns, fields }: Missing) =>
        `Aucune colonne ne donne ${NEEDS[need].fr} (colonnes reconnues : ${quoted(columns, 'fr') || 'aucune'}) : indiquez-la dans la correspondance (${keys(fields, 'ou')}).`,
      header: ({ need, columns, fields }: Missing) =>
        `Aucune colonne ne donne ${NEEDS[need].fr} (colonnes du fichier : ${quoted(columns, 'fr')}) : indiquez-la dans la correspondance (${keys(fields, 'ou')}).`,
      mandates: ({ missing, known }: { missing: readonly string[]; known: readonly string[] }) =>
        `il manque les colonnes ${missing.join(', ')} (attendues : ${known.join(', ')})`,
    },
    'missing-columns': () =>
      `Il manque une colonne qui dise de quelle lettre il s'agit : « action » (12-3) ou « numéro de suivi » (par exemple « ${HEADER_EXAMPLES.tracking.fr} »).`,
    'bad-mapping': {
      json: () => "La correspondance des colonnes est inutilisable : ce n'est pas du JSON.",
      object: () => 'La correspondance des colonnes est inutilisable : un objet JSON est attendu.',
      columns: () => 'La correspondance des colonnes est inutilisable : « columns » doit être un objet.',
      fields: ({ unknown, known }: { unknown: readonly string[]; known: readonly string[] }) =>
        `La correspondance des colonnes est inutilisable : champs inconnus ${unknown.join(', ')} ; champs possibles : ${known.join(', ')}.`,
      titles: () =>
        'La correspondance des colonnes est inutilisable : chaque champ de « columns » doit être un titre de colonne ou null.',
      'date-order': () =>
        'La correspondance des colonnes est inutilisable : « dateOrder » doit être "dmy" ou "mdy".',
      decimal: () => 'La correspondance des colonnes est inutilisable : « decimal » doit être "," ou ".".',
    },
    'mapping-column-missing': {
      all: ({ lost, columns }: { lost: readonly string[]; columns: readonly string[] }) =>
        `La correspondance cite des colonnes absentes du fichier : ${quoted(lost, 'fr')}. Colonnes du fichier : ${quoted(columns, 'fr')}.`,
      one: ({ column }: { column: string }) =>
        `La correspondance cite « ${column} », qui n'est pas une colonne du fichier.`,
    },
    'no-rows': () => 'Le fichier ne contient aucune ligne de données sous les titres de colonnes.',
    'no-valid-row': {
      rows: () => "Aucune ligne n'a pu être reprise : le fichier est refusé.",
      entries: () => "Aucun mouvement n'a pu être lu : le fichier est refusé.",
    },
    'too-many-rows': () =>
      'Le fichier a plus de 5 millions de lignes : coupez-le en plusieurs, par exemple par exercice.',
    'cell-too-long': {
      cell: ({ most }: { most: number }) =>
        `Une cellule dépasse ${most} caractères : la ligne n'est pas reprise.`,
      element: ({ element, length, most }: { element: string; length: number; most: number }) =>
        `« ${element} » fait ${length} caractères : ${most} au plus sont attendus.`,
    },
    'too-many-cells': {
      row: ({ cells, columns }: { cells: number; columns: number }) =>
        `La ligne a ${cells} cellules pour ${columns} colonnes : un texte ou un montant contient sans doute le séparateur et doit être mis entre guillemets.`,
      entry: ({ cells, columns }: { cells: number; columns: number }) =>
        `${cells} cellules pour ${columns} colonnes, un texte ou un montant contient sans doute le séparateur et doit être mis entre guillemets ; le mouvement n'est pas repris.`,
    },
    'too-few-cells': ({ cells, columns }: { cells: number; columns: number }) =>
      `La ligne n'a que ${cells} cellules pour ${columns} colonnes : elle est peut-être coupée.`,
    'unclosed-quote': ({ line }: { line: number }) =>
      `Un guillemet ouvert à partir de la ligne ${line} n'est pas refermé : corrigez cette ligne (un guillemet dans un texte s'écrit ""), puis réimportez le fichier.`,
    'total-line': () => "Ligne de total : elle n'est pas reprise.",
    'month-first-dates': () =>
      "Les dates de ce fichier sont écrites à l'américaine (mois/jour/année) et ont été lues ainsi.",
    'ambiguous-dates': () =>
      'Rien dans ce fichier ne dit si les dates sont jour/mois ou mois/jour : elles ont été lues jour/mois/année, à vérifier.',
  },
  {
    'no-header': ({ table }) =>
      `No row of column titles was recognised: the first line must name the columns (for instance "${HEADER_EXAMPLES[table].en}"), or give a mapping.`,
    'missing-column': {
      recognised: ({ need, columns, fields }) =>
        `No column gives ${NEEDS[need].en} (columns recognised: ${quoted(columns, 'en') || 'none'}): name it in the mapping (${keys(fields, 'or')}).`,
      header: ({ need, columns, fields }) =>
        `No column gives ${NEEDS[need].en} (columns of the file: ${quoted(columns, 'en')}): name it in the mapping (${keys(fields, 'or')}).`,
      mandates: ({ missing, known }) =>
        `the columns ${missing.join(', ')} are missing (expected: ${known.join(', ')})`,
    },
    'missing-columns': () =>
      `A column is missing that says which letter is meant: "action" (12-3) or "tracking number" (for instance "${HEADER_EXAMPLES.tracking.en}").`,
    'bad-mapping': {
      json: () => 'The column mapping cannot be used: it is not JSON.',
      object: () => 'The column mapping cannot be used: a JSON object is expected.',
      columns: () => 'The column mapping cannot be used: "columns" must be an object.',
      fields: ({ unknown, known }) =>
        `The column mapping cannot be used: unknown fields ${unknown.join(', ')}; possible fields: ${known.join(', ')}.`,
      titles: () =>
        'The column mapping cannot be used: each field of "columns" must be a column title or null.',
      'date-order': () => 'The column mapping cannot be used: "dateOrder" must be "dmy" or "mdy".',
      decimal: () => 'The column mapping cannot be used: "decimal" must be "," or ".".',
    },
    'mapping-column-missing': {
      all: ({ lost, columns }) =>
        `The mapping names columns that the file does not have: ${quoted(lost, 'en')}. Columns of the file: ${quoted(columns, 'en')}.`,
      one: ({ column }) => `The mapping names "${column}", which is not a column of the file.`,
    },
    'no-rows': () => 'The file has no row of data below the column titles.',
    'no-valid-row': {
      rows: () => 'No row could be taken: the file is refused.',
      entries: () => 'No entry could be read: the file is refused.',
    },
    'too-many-rows': () => 'The file has more than 5 million rows: split it, for instance by financial year.',
    'cell-too-long': {
      cell: ({ most }) => `A cell is longer than ${most} characters: the row is not taken.`,
      element: ({ element, length, most }) =>
        `"${element}" has ${length} characters: at most ${most} are expected.`,
    },
    'too-many-cells': {
      row: ({ cells, columns }) =>
        `The row has ${cells} cells for ${columns} columns: a text or an amount probably contains the separator and must be put between quotation marks.`,
      entry: ({ cells, columns }) =>
        `${cells} cells for ${columns} columns: a text or an amount probably contains the separator and must be put between quotation marks; the entry is not taken.`,
    },
    'too-few-cells': ({ cells, columns }) =>
      `The row has only ${cells} cells for ${columns} columns: it may be cut short.`,
    'unclosed-quote': ({ line }) =>
      `A quotation mark opened from line ${line} on is never closed: correct that line (inside a text a quotation mark is written ""), then import the file again.`,
    'total-line': () => 'A line of totals: it is not taken.',
    'month-first-dates': () =>
      'The dates of this file are written month first (month/day/year) and were read so.',
    'ambiguous-dates': () =>
      'Nothing in this file says whether dates are day/month or month/day: they were read as day/month/year, to be checked.',
  },
)

function keys(fields: readonly string[], or: string): string {
  return fields.map(field => `"${field}"`).join(` ${or} `)
}
