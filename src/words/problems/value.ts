/** What is wrong with one value: a date, an amount, a currency, a number, an address; in whatever file it stands. */
import { phrases } from '../language.ts'
import { type CamtAmountFault, type CamtEntry, camtAmount, camtDate, leftOut } from './camt.ts'
import { IDENTIFIER_FAULTS, type IdentifierFault } from './identifier-faults.ts'

type Text = { text: string }
type Numbered = { text: string; fault: IdentifierFault }

export const VALUE_PROBLEMS = phrases(
  {
    'bad-date': {
      column: ({ text, column, order }: { text: string; column: string; order: 'dmy' | 'mdy' }) =>
        `« ${text} » n'est pas une date qui existe (colonne « ${column} », attendu ${order === 'mdy' ? 'mm/jj/aaaa' : 'jj/mm/aaaa'}).`,
      element: ({ text, element }: { text: string; element: string }) =>
        `« ${text} » n'est pas une date qui existe (élément « ${element} », attendu aaaammjj ou aaaa-mm-jj).`,
      'fec-both': ({ piece, entry }: { piece: string; entry: string }) =>
        `Ni la date de pièce « ${piece} » ni la date d'écriture « ${entry} » n'existent (attendu AAAAMMJJ).`,
      'fec-piece': ({ piece }: { piece: string }) =>
        `La date de pièce « ${piece} » n'existe pas : la date d'écriture est prise à sa place.`,
      entry: ({ text }: Text) =>
        `${text === '' ? 'La date manque' : `La date « ${text} » n'existe pas`} : le mouvement n'est pas repris.`,
      camt: ({ text, ...entry }: CamtEntry & Text) => leftOut(entry, camtDate(text, 'fr'), 'fr'),
      'mt940-booking': ({ text }: Text) =>
        `La date d'écriture « ${text} » n'existe pas, la date de valeur est retenue.`,
      tracking: ({ text }: Text) => `« ${text} » n'est pas une date.`,
      signature: ({ text }: Text) => `date de signature « ${text} » : elle ne se lit pas`,
    },
    'bad-amount': {
      column: ({ text, column }: { text: string; column: string }) =>
        `Montant illisible : « ${text} » (colonne « ${column} »).`,
      element: ({ text, element }: { text: string; element: string }) =>
        `Montant illisible : « ${text} » (élément « ${element} », attendu 1234.56).`,
      fec: ({ texts }: { texts: readonly string[] }) =>
        `Montant illisible : ${texts.map(text => `« ${text} »`).join(' et ')}.`,
      entry: ({ text }: Text) =>
        `${text === '' ? 'Le montant manque' : `Le montant « ${text} » est illisible`} : le mouvement n'est pas repris.`,
      ambiguous: ({ text }: Text) =>
        `Le montant « ${text} » peut se lire de deux façons, indiquez le signe décimal : le mouvement n'est pas repris.`,
      camt: ({ text, fault, ...entry }: CamtEntry & Text & { fault: CamtAmountFault }) =>
        leftOut(entry, camtAmount(text, fault, 'fr'), 'fr'),
    },
    'no-amount': {
      row: () => "Aucun montant n'est donné : le mouvement n'est pas repris.",
      camt: (entry: CamtEntry) => leftOut(entry, 'aucun montant', 'fr'),
    },
    'ambiguous-amount': ({ text, column }: { text: string; column: string }) =>
      `« ${text} » (colonne « ${column} ») peut se lire de deux façons : précisez le séparateur décimal du fichier ("decimal": "," ou ".") dans la correspondance.`,
    'bad-currency': {
      invoice: ({ text }: Text) =>
        `La devise « ${text} » n'est pas reconnue : un code de trois lettres est attendu (EUR, USD…).`,
      entry: ({ text }: Text) => `La devise « ${text} » est inconnue : le mouvement n'est pas repris.`,
    },
    'no-currency': {
      entry: () => "Le mouvement ne dit pas sa devise : il n'est pas repris.",
      statement: () => "Le relevé ne dit pas sa devise, l'euro est retenu.",
      camt: (entry: CamtEntry) => leftOut(entry, 'la devise manque', 'fr'),
    },
    'bad-side': {
      ledger: ({ text }: Text) => `Le sens « ${text} » n'est ni débit (D) ni crédit (C).`,
      entry: ({ text }: Text) =>
        `Le sens « ${text} » n'est ni débit ni crédit : le mouvement n'est pas repris.`,
    },
    'bad-siren': {
      row: ({ text, fault }: Numbered) =>
        `Le numéro SIREN ou SIRET « ${text} » est faux (${IDENTIFIER_FAULTS[fault].fr}) : il n'est pas repris.`,
      buyer: ({ text, fault }: Numbered) =>
        `Le numéro SIREN ou SIRET de l'acheteur « ${text} » est faux (${IDENTIFIER_FAULTS[fault].fr}) : il n'est pas repris.`,
      notice: ({ notice, text }: { notice: string; text: string }) =>
        `L'annonce ${notice} porte un numéro « ${text} » qui n'est pas un SIREN.`,
    },
    'bad-vat': {
      row: ({ text, fault }: Numbered) =>
        `Le numéro de TVA « ${text} » est faux (${IDENTIFIER_FAULTS[fault].fr}) : il n'est pas repris.`,
      buyer: ({ text, fault }: Numbered) =>
        `Le numéro de TVA de l'acheteur « ${text} » est faux (${IDENTIFIER_FAULTS[fault].fr}) : il n'est pas repris.`,
    },
    'bad-email': ({ text }: Text) =>
      `L'adresse e-mail « ${text} » n'est pas valable : elle n'est pas reprise.`,
    'bad-phone': ({ text, damaged }: { text: string; damaged: boolean }) =>
      `Le numéro de téléphone « ${text} » n'est pas valable${damaged ? ' (Excel l’a abîmé)' : ''} : il n'est pas repris.`,
    'unknown-debtor-kind': ({ text }: Text) =>
      `Le type de client « ${text} » n'est pas reconnu (entreprise, particulier ou organisme public ; une association ou une copropriété se note par « quittance debtor »).`,
    'unknown-terms': ({ text }: Text) =>
      `Les conditions de paiement « ${text} » ne sont pas comprises : le délai par défaut est appliqué.`,
  },
  {
    'bad-date': {
      column: ({ text, column, order }) =>
        `"${text}" is not a date that exists (column "${column}", expected ${order === 'mdy' ? 'mm/dd/yyyy' : 'dd/mm/yyyy'}).`,
      element: ({ text, element }) =>
        `"${text}" is not a date that exists (element "${element}", expected yyyymmdd or yyyy-mm-dd).`,
      'fec-both': ({ piece, entry }) =>
        `Neither the document date "${piece}" nor the entry date "${entry}" exists (expected YYYYMMDD).`,
      'fec-piece': ({ piece }) =>
        `The document date "${piece}" does not exist: the entry date is taken in its place.`,
      entry: ({ text }) =>
        `${text === '' ? 'The date is missing' : `The date "${text}" does not exist`}: the entry is not taken.`,
      camt: ({ text, ...entry }) => leftOut(entry, camtDate(text, 'en'), 'en'),
      'mt940-booking': ({ text }) =>
        `The entry date "${text}" does not exist: the value date is taken in its place.`,
      tracking: ({ text }) => `"${text}" is not a date.`,
      signature: ({ text }) => `signature date "${text}": it cannot be read`,
    },
    'bad-amount': {
      column: ({ text, column }) => `The amount cannot be read: "${text}" (column "${column}").`,
      element: ({ text, element }) =>
        `The amount cannot be read: "${text}" (element "${element}", expected 1234.56).`,
      fec: ({ texts }) => `The amount cannot be read: ${texts.map(text => `"${text}"`).join(' and ')}.`,
      entry: ({ text }) =>
        `${text === '' ? 'The amount is missing' : `The amount "${text}" cannot be read`}: the entry is not taken.`,
      ambiguous: ({ text }) =>
        `The amount "${text}" can be read in two ways, say which sign is the decimal one: the entry is not taken.`,
      camt: ({ text, fault, ...entry }) => leftOut(entry, camtAmount(text, fault, 'en'), 'en'),
    },
    'no-amount': {
      row: () => 'No amount is given: the entry is not taken.',
      camt: entry => leftOut(entry, 'no amount', 'en'),
    },
    'ambiguous-amount': ({ text, column }) =>
      `"${text}" (column "${column}") can be read in two ways: give the file's decimal separator ("decimal": "," or ".") in the mapping.`,
    'bad-currency': {
      invoice: ({ text }) =>
        `The currency "${text}" is not recognised: a code of three letters is expected (EUR, USD…).`,
      entry: ({ text }) => `The currency "${text}" is unknown: the entry is not taken.`,
    },
    'no-currency': {
      entry: () => 'The entry does not say its currency: it is not taken.',
      statement: () => 'The statement does not say its currency: euros are assumed.',
      camt: entry => leftOut(entry, 'no currency', 'en'),
    },
    'bad-side': {
      ledger: ({ text }) => `The side "${text}" is neither debit (D) nor credit (C).`,
      entry: ({ text }) => `The side "${text}" is neither debit nor credit: the entry is not taken.`,
    },
    'bad-siren': {
      row: ({ text, fault }) =>
        `The SIREN or SIRET number "${text}" is wrong (${IDENTIFIER_FAULTS[fault].en}): it is not taken.`,
      buyer: ({ text, fault }) =>
        `The buyer's SIREN or SIRET number "${text}" is wrong (${IDENTIFIER_FAULTS[fault].en}): it is not taken.`,
      notice: ({ notice, text }) => `The notice ${notice} has a number "${text}" that is not a SIREN.`,
    },
    'bad-vat': {
      row: ({ text, fault }) =>
        `The VAT number "${text}" is wrong (${IDENTIFIER_FAULTS[fault].en}): it is not taken.`,
      buyer: ({ text, fault }) =>
        `The buyer's VAT number "${text}" is wrong (${IDENTIFIER_FAULTS[fault].en}): it is not taken.`,
    },
    'bad-email': ({ text }) => `The e-mail address "${text}" is not valid: it is not taken.`,
    'bad-phone': ({ text, damaged }) =>
      `The phone number "${text}" is not valid${damaged ? ' (Excel has damaged it)' : ''}: it is not taken.`,
    'unknown-debtor-kind': ({ text }) =>
      `The kind of customer "${text}" is not recognised (business, consumer or public body; an association or a co-ownership is recorded with "quittance debtor").`,
    'unknown-terms': ({ text }) =>
      `The payment terms "${text}" are not understood: the default terms are applied.`,
  },
)
