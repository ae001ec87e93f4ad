/** What is wrong with an invoice or credit note, or with a row that tells of one. */
import { dateText, phrases } from '../language.ts'

type Number = { number: string }
/** Together with the first of many invoices, how many there are. */
type First = { invoices?: number }
type Late = First & {
  number: string
  issuedOn: string
  dueOn: string
  legalMaximum: string
  rule: { fr: string; en: string }
  article: string
}

export const INVOICE_PROBLEMS = phrases(
  {
    'missing-number': {
      row: () => "Numéro de facture absent : la ligne n'est pas reprise.",
      invoice: () => "Numéro de facture absent : la facture n'est pas reprise.",
    },
    'missing-debtor': {
      row: () => "Ni code client ni nom de client : la ligne n'est pas reprise.",
      invoice: () => "L'acheteur n'a ni nom, ni SIREN, ni numéro de TVA : la facture n'est pas reprise.",
      mandate: () => 'il manque le code du débiteur',
    },
    'missing-date': {
      row: () => "Ni date de facture ni date d'échéance : la ligne n'est pas reprise.",
      invoice: () => "Date de facture absente : la facture n'est pas reprise.",
    },
    'missing-amount': {
      row: ({ column }: { column: string }) =>
        `Montant absent (colonne « ${column} ») : la ligne n'est pas reprise.`,
      invoice: () => "Le total TTC est absent : la facture n'est pas reprise.",
    },
    'damaged-number': ({ number }: Number) =>
      `Le numéro « ${number} » a été abîmé par Excel : mettez la colonne au format Texte et réexportez.`,
    'void-document': {
      row: ({ status }: { status: string }) => `Document « ${status} » : il n'est pas repris.`,
      invoice: ({ type }: { type: string }) =>
        `Type ${type}, proforma ou offre : ce document n'est pas une facture due.`,
    },
    'zero-amount': {
      row: ({ number }: Number) => `La pièce ${number} est d'un montant nul : elle n'est pas reprise.`,
      invoice: () => "Le montant est nul : la facture n'a rien à relancer.",
    },
    'credit-note-by-number': ({ number }: Number) =>
      `La pièce ${number} est lue comme un avoir, à cause de son numéro.`,
    'negative-credit-note': () => "L'avoir a des montants négatifs : ils sont lus en positif.",
    'corrected-invoice': ({ replaced }: { replaced: readonly string[] }) =>
      `Facture rectificative : la facture qu'elle remplace (${replaced.join(', ') || 'non dite'}) reste due tant que vous ne la soldez pas.`,
    'several-credited-invoices': ({ numbers }: { numbers: readonly string[] }) =>
      `L'avoir porte sur plusieurs factures (${numbers.join(', ')}) : il est repris sans en désigner une.`,
    'totals-disagree': () => 'Le total HT et la TVA ne font pas le total TTC : celui-ci est retenu.',
    'already-paid': () => 'Le net à payer est nul : déjà réglée, la facture ne donne rien à relancer.',
    overpaid: {
      row: () => 'Le solde est négatif (trop-perçu) : la facture est considérée comme soldée.',
      invoice: () => 'Le net à payer est négatif : la facture est considérée comme soldée.',
    },
    'balance-above-amount': {
      row: () => 'Le solde dépasse le montant de la pièce : il est ramené à ce montant.',
      invoice: () => 'Le net à payer dépasse le total : le total est retenu.',
    },
    'blank-balances': ({ rows, column }: { rows: number; column: string }) =>
      `${rows} ligne(s) sans solde (colonne « ${column} ») : elles sont considérées comme soldées.`,
    'amount-from-balance': ({ column }: { column: string }) =>
      `Le fichier ne donne pas le montant des factures : le solde (colonne « ${column} ») en tient lieu.`,
    'due-before-issue': {
      file: ({ invoices }: First) =>
        `L'échéance est antérieure à la date de facture : vérifiez les deux dates.${inAll(invoices)}`,
      invoice: ({
        number,
        issuedOn,
        dueOn,
        invoices,
      }: First & { number: string; issuedOn: string; dueOn: string }) =>
        `${number} : l'échéance (${dueOn}) précède la date de facture (${issuedOn}) : vérifiez les deux dates.${inAll(invoices)}`,
    },
    'over-legal-maximum': ({ number, issuedOn, dueOn, legalMaximum, rule, article, invoices }: Late) =>
      `${number} : l'échéance (${dueOn}) dépasse le plafond légal ${rule.fr}, ${legalMaximum} pour une facture du ${issuedOn} (${article}), sauf délai propre à un secteur.${inAll(invoices)}`,
    'several-due-dates': () =>
      'Plusieurs échéances sans montants qui fassent le total : la dernière est retenue.',
    'duplicate-row': ({ number, first }: { number: string; first: number }) =>
      `La pièce ${number} est répétée à l'identique (déjà ligne ${first}) : elle n'est reprise qu'une fois.`,
    'number-reused': ({ number, first }: { number: string; first: number }) =>
      `Le numéro ${number} sert déjà ligne ${first} pour ce client, à une autre date de facture ou dans une autre devise : la ligne n'est pas reprise.`,
    'merged-rows': ({ number, first }: { number: string; first: number }) =>
      `La pièce ${number} figure déjà ligne ${first} avec la même échéance : les montants sont additionnés.`,
    'empty-contact': () =>
      "Ni adresse e-mail, ni téléphone, ni nom, ni adresse postale valables : la ligne n'est pas reprise.",
  },
  {
    'missing-number': {
      row: () => 'The invoice number is missing: the row is not taken.',
      invoice: () => 'The invoice number is missing: the invoice is not taken.',
    },
    'missing-debtor': {
      row: () => 'Neither customer code nor customer name: the row is not taken.',
      invoice: () => 'The buyer has no name, no SIREN and no VAT number: the invoice is not taken.',
      mandate: () => "the debtor's code is missing",
    },
    'missing-date': {
      row: () => 'Neither invoice date nor due date: the row is not taken.',
      invoice: () => 'The invoice date is missing: the invoice is not taken.',
    },
    'missing-amount': {
      row: ({ column }) => `The amount is missing (column "${column}"): the row is not taken.`,
      invoice: () => 'The total including tax is missing: the invoice is not taken.',
    },
    'damaged-number': ({ number }) =>
      `The number "${number}" was damaged by Excel: set the column's format to Text and export again.`,
    'void-document': {
      row: ({ status }) => `Document marked "${status}": it is not taken.`,
      invoice: ({ type }) =>
        `Type ${type}, a proforma or an offer: this document is not an invoice that is owed.`,
    },
    'zero-amount': {
      row: ({ number }) => `The amount of document ${number} is zero: it is not taken.`,
      invoice: () => 'The amount is zero: the invoice leaves nothing to chase.',
    },
    'credit-note-by-number': ({ number }) =>
      `Document ${number} is read as a credit note, because of its number.`,
    'negative-credit-note': () => 'The credit note has negative amounts: they are read as positive.',
    'corrected-invoice': ({ replaced }) =>
      `Corrected invoice: the invoice that it replaces (${replaced.join(', ') || 'not named'}) stays owed until you settle it.`,
    'several-credited-invoices': ({ numbers }) =>
      `The credit note is for several invoices (${numbers.join(', ')}): it is taken without naming one.`,
    'totals-disagree': () =>
      'The total before tax and the VAT do not add up to the total including tax: the latter is taken.',
    'already-paid': () => 'The amount due is zero: the invoice is paid already and leaves nothing to chase.',
    overpaid: {
      row: () => 'The balance is negative (overpaid): the invoice is taken as settled.',
      invoice: () => 'The amount due is negative: the invoice is taken as settled.',
    },
    'balance-above-amount': {
      row: () => "The balance is more than the document's amount: it is brought down to that amount.",
      invoice: () => 'The amount due is more than the total: the total is taken.',
    },
    'blank-balances': ({ rows, column }) =>
      `Rows without a balance (column "${column}"): ${rows}; they are taken as settled.`,
    'amount-from-balance': ({ column }) =>
      `The file does not give the amount of invoices: the balance (column "${column}") stands in for it.`,
    'due-before-issue': {
      file: ({ invoices }) =>
        `The due date is before the invoice date: check both dates.${inAllEnglish(invoices)}`,
      invoice: ({ number, issuedOn, dueOn, invoices }) =>
        `${number}: the due date (${date(dueOn)}) is before the invoice date (${date(issuedOn)}): check both dates.${inAllEnglish(invoices)}`,
    },
    'over-legal-maximum': ({ number, issuedOn, dueOn, legalMaximum, rule, article, invoices }) =>
      `${number}: the due date (${date(dueOn)}) is beyond the legal maximum ${rule.en}, ${date(legalMaximum)} for an invoice of ${date(issuedOn)} (${article}), unless the trade has terms of its own.${inAllEnglish(invoices)}`,
    'several-due-dates': () =>
      'Several due dates without amounts that make up the total: the last one is taken.',
    'duplicate-row': ({ number, first }) =>
      `Document ${number} is repeated word for word (line ${first} already): it is taken only once.`,
    'number-reused': ({ number, first }) =>
      `The number ${number} is already used on line ${first} for this customer, with another invoice date or in another currency: the row is not taken.`,
    'merged-rows': ({ number, first }) =>
      `Document ${number} is already on line ${first} with the same due date: the amounts are added up.`,
    'empty-contact': () => 'No valid e-mail address, phone, name or postal address: the row is not taken.',
  },
)

function inAll(invoices: number | undefined): string {
  return invoices === undefined ? '' : ` ${invoices} factures sont dans ce cas.`
}

function inAllEnglish(invoices: number | undefined): string {
  return invoices === undefined ? '' : ` It is so of ${invoices} invoices in all.`
}

function date(iso: string): string {
  return dateText(iso, 'en')
}
