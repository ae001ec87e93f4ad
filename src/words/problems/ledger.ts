/** What is wrong with a ledger: a fichier des écritures comptables, or accounts exported as a table. */
import { phrases } from '../language.ts'

/** Lines of one kind: how many, and the first of them. */
type Lines = { count: number; lines: readonly number[] }
type Letterings = { count: number; first: readonly string[] }
type Shape = { cells: number; columns: number; ours: boolean }

const unbalanced = phrases(
  ({ count, first }: Letterings) =>
    `${count} lettrage(s) ne s'équilibrent pas (${first.join(', ')}${count > first.length ? '…' : ''}) : leurs lignes sont considérées comme soldées.`,
  ({ count, first }) =>
    `Matching codes that do not balance: ${count} (${first.join(', ')}${count > first.length ? '…' : ''}); their lines are taken as settled.`,
)

export const LEDGER_PROBLEMS = phrases(
  {
    'no-customer-account': () => 'Le fichier ne contient aucune ligne de compte client (411…).',
    'incomplete-line': () =>
      "Il manque à la ligne le client, le numéro de pièce, la date ou le montant : elle n'est pas reprise.",
    'unbalanced-lettrage': unbalanced.fr,
    'fec-unbalanced-lettrage': unbalanced.fr,
    'fec-header': {
      unnamed: () =>
        "La première ligne n'est pas l'en-tête d'un FEC : elle ne nomme pas les colonnes attendues. Réexportez le fichier des écritures comptables avec ses 18 colonnes.",
      incomplete: ({ missing, amounts }: { missing: readonly string[]; amounts: boolean }) =>
        `La première ligne n'est pas l'en-tête d'un FEC : il y manque ${[...missing, ...(amounts ? [] : ['Debit et Credit (ou Montant et Sens)'])].join(', ')}. Réexportez le fichier des écritures comptables avec ses 18 colonnes.`,
    },
    'fec-no-customers': () =>
      'Le fichier ne contient aucune ligne de compte client (411…) : rien ne peut en être repris.',
    'fec-separator': () =>
      'Les colonnes sont séparées par des points-virgules : un FEC doit l’être par des tabulations ou des barres « | ».',
    'fec-columns': ({ cells, columns, ours }: Shape) =>
      `La ligne a ${cells} colonnes au lieu de ${columns} : elle est coupée, ou un texte contient le séparateur.${ours ? " Le fichier ne peut pas être repris tant qu'elle n'est pas corrigée." : ''}`,
    'fec-unbalanced-entries': ({ count, lines }: Lines) =>
      `${count} écriture(s) n'ont pas un débit égal au crédit : le fichier est peut-être un extrait (ligne ${numbers(count, lines)}).`,
    'fec-retentions': ({ count, lines }: Lines) =>
      `${count} ligne(s) de retenue de garantie (compte 4117) ne sont pas reprises (ligne ${numbers(count, lines)}).`,
    'fec-no-auxiliary': ({ count, lines }: Lines) =>
      `${count} ligne(s) 411 n'ont pas de compte auxiliaire : le compte général tient lieu de client, vérifiez qu'il n'en réunit pas plusieurs (ligne ${numbers(count, lines)}).`,
    'fec-foreign-currency': ({ count, lines }: Lines) =>
      `${count} ligne(s) 411 sont en devise : leur contre-valeur en euros est reprise (ligne ${numbers(count, lines)}).`,
  },
  {
    'no-customer-account': () => 'The file has no line of a customer account (411…).',
    'incomplete-line': () =>
      'The line lacks the customer, the document number, the date or the amount: it is not taken.',
    'unbalanced-lettrage': unbalanced.en,
    'fec-unbalanced-lettrage': unbalanced.en,
    'fec-header': {
      unnamed: () =>
        'The first line is not the header of a FEC: it does not name the expected columns. Export the fichier des écritures comptables again with its 18 columns.',
      incomplete: ({ missing, amounts }) =>
        `The first line is not the header of a FEC: it lacks ${[...missing, ...(amounts ? [] : ['Debit and Credit (or Montant and Sens)'])].join(', ')}. Export the fichier des écritures comptables again with its 18 columns.`,
    },
    'fec-no-customers': () =>
      'The file has no line of a customer account (411…): nothing can be taken from it.',
    'fec-separator': () =>
      'Columns are separated by semicolons: those of a FEC must be separated by tabs or by bars "|".',
    'fec-columns': ({ cells, columns, ours }) =>
      `The line has ${cells} columns instead of ${columns}: it is cut short, or a text contains the separator.${ours ? ' The file cannot be taken until that line is corrected.' : ''}`,
    'fec-unbalanced-entries': ({ count, lines }) =>
      `Entries whose debit and credit differ: ${count}; the file may be an extract (line ${numbers(count, lines)}).`,
    'fec-retentions': ({ count, lines }) =>
      `Lines of retention guarantees (account 4117), which are not taken: ${count} (line ${numbers(count, lines)}).`,
    'fec-no-auxiliary': ({ count, lines }) =>
      `Lines 411 without a subsidiary account: ${count}; the general account stands in for the customer, check that it does not gather several (line ${numbers(count, lines)}).`,
    'fec-foreign-currency': ({ count, lines }) =>
      `Lines 411 in a foreign currency: ${count}; their value in euros is taken (line ${numbers(count, lines)}).`,
  },
)

function numbers(count: number, lines: readonly number[]): string {
  return `${lines.join(', ')}${count > lines.length ? '…' : ''}`
}
