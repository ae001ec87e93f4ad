/** Who or what is meant: no case, debtor, creditor or invoice bears that name, or several do. */
import { phrases } from '../language.ts'

type Text = { text: string }
type OneOfSeveral = { number: string; cases: readonly string[] }
/** `known`: the codes of all creditors. */
type Creditors = { known: readonly string[] }

export const PARTY_REFUSALS = phrases(
  {
    'unknown-debtor': {
      case: ({ text }: Text) =>
        `aucun dossier ne correspond à « ${text} » (code, nom, CREANCIER/CODE ou facture)`,
      debtor: ({ text }: Text) => `aucun débiteur ne correspond à « ${text} » (code, nom ou CREANCIER/CODE)`,
    },
    'ambiguous-debtor': {
      case: ({ text, cases }: Text & { cases: readonly string[] }) =>
        `« ${text} » désigne plusieurs dossiers : ${cases.join(', ')} ; précisez`,
      debtor: ({ text, debtors }: Text & { debtors: readonly string[] }) =>
        `« ${text} » désigne plusieurs débiteurs : ${debtors.join(', ')} ; précisez`,
    },
    'unknown-invoice': ({ number }: { number: string }) => `aucune facture ne porte le numéro « ${number} »`,
    'ambiguous-invoice': ({ number, cases }: OneOfSeveral) =>
      `« ${number} » est dans plusieurs dossiers (${cases.join(', ')})`,
    'unknown-item': { anywhere: ({ item }: { item: string }) => `aucune facture ${item}` },
    'unknown-creditor': ({ creditor, known }: { creditor: string } & Creditors) =>
      `aucun créancier ${creditor} (${known.join(', ') || 'aucun encore'})`,
    'no-creditor': 'aucun créancier encore : importez d’abord des factures',
    'creditor-needed': {
      any: ({ known }: Creditors) => `plusieurs créanciers : précisez lequel (${known.join(', ')})`,
      'of-account': ({ known }: Creditors) =>
        `plusieurs créanciers : précisez lequel (${known.join(', ')}), ou donnez à chacun son IBAN`,
    },
  },
  {
    'unknown-debtor': {
      case: ({ text }) => `no case matches "${text}" (code, name, CREDITOR/CODE or invoice)`,
      debtor: ({ text }) => `no debtor matches "${text}" (code, name or CREDITOR/CODE)`,
    },
    'ambiguous-debtor': {
      case: ({ text, cases }) => `"${text}" means several cases: ${cases.join(', ')}; say which`,
      debtor: ({ text, debtors }) => `"${text}" means several debtors: ${debtors.join(', ')}; say which`,
    },
    'unknown-invoice': ({ number }) => `no invoice has the number "${number}"`,
    'ambiguous-invoice': ({ number, cases }) => `"${number}" is in several cases (${cases.join(', ')})`,
    'unknown-item': { anywhere: ({ item }) => `no invoice ${item}` },
    'unknown-creditor': ({ creditor, known }) =>
      `no creditor ${creditor} (${known.join(', ') || 'none yet'})`,
    'no-creditor': 'no creditor yet: import invoices first',
    'creditor-needed': {
      any: ({ known }) => `several creditors: say which (${known.join(', ')})`,
      'of-account': ({ known }) =>
        `several creditors: say which (${known.join(', ')}), or give each its IBAN`,
    },
  },
)
