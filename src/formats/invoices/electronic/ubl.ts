/** Universal Business Language 2: the invoices and credit notes of EN 16931, of Peppol BIS 3 and of the French reform. */

import { find, findAll, inCurrency, type Xml } from '../../containers/xml-tree.ts'
import type { ElectronicDraft, LineDraft, PartyDraft, TermDraft } from './electronic-draft.ts'

export function isUbl({ name }: Xml, namespace: string | null): boolean {
  return (name === 'Invoice' || name === 'CreditNote') && /:ubl:/.test(namespace ?? '')
}

export function draftOfUbl(root: Xml): ElectronicDraft {
  const total = find(root, 'LegalMonetaryTotal')
  const currency = find(root, 'DocumentCurrencyCode')
  const means = findAll(root, 'PaymentMeans')
  return {
    format: 'ubl',
    line: root.line,
    profile: find(root, 'CustomizationID'),
    number: find(root, 'ID'),
    typeCode: find(root, 'InvoiceTypeCode') ?? find(root, 'CreditNoteTypeCode'),
    isCreditNote: root.name === 'CreditNote',
    issuedOn: find(root, 'IssueDate'),
    currency,
    seller: party(find(root, 'AccountingSupplierParty')),
    buyer: party(find(root, 'AccountingCustomerParty')),
    totals: {
      exclTax: find(total, 'TaxExclusiveAmount'),
      tax: inCurrency(findAll(root, 'TaxTotal/TaxAmount'), currency?.text ?? ''),
      inclTax: find(total, 'TaxInclusiveAmount'),
      prepaid: find(total, 'PrepaidAmount'),
      rounding: find(total, 'PayableRoundingAmount'),
      payable: find(total, 'PayableAmount'),
    },
    terms: terms(root),
    paymentReference: means.map(mean => find(mean, 'PaymentID')).find(id => id !== null) ?? null,
    iban: means.map(mean => find(mean, 'PayeeFinancialAccount/ID')).find(id => id !== null) ?? null,
    preceding: findAll(root, 'BillingReference').flatMap(
      reference =>
        find(reference, 'InvoiceDocumentReference/ID') ??
        find(reference, 'CreditNoteDocumentReference/ID') ??
        [],
    ),
    lines: findAll(root, root.name === 'CreditNote' ? 'CreditNoteLine' : 'InvoiceLine').map(line),
  }
}

function party(accounting: Xml | null): PartyDraft {
  const of = find(accounting, 'Party')
  const contact = find(of, 'Contact') ?? find(accounting, 'AccountingContact')
  const taxes = findAll(of, 'PartyTaxScheme').filter(tax => find(tax, 'TaxScheme/ID')?.text === 'VAT')
  return {
    name: find(of, 'PartyLegalEntity/RegistrationName') ?? find(of, 'PartyName/Name'),
    legalId: find(of, 'PartyLegalEntity/CompanyID'),
    identifiers: findAll(of, 'PartyIdentification/ID'),
    vat: taxes.map(tax => find(tax, 'CompanyID')).find(id => id !== null) ?? null,
    streets: ['StreetName', 'AdditionalStreetName', 'AddressLine/Line'].map(name =>
      find(of, `PostalAddress/${name}`),
    ),
    postalCode: find(of, 'PostalAddress/PostalZone'),
    town: find(of, 'PostalAddress/CityName'),
    country: find(of, 'PostalAddress/Country/IdentificationCode'),
    contactName: find(contact, 'Name'),
    emails: [
      ...findAll(contact, 'ElectronicMail'),
      ...findAll(of, 'EndpointID').filter(({ attributes }) => attributes.schemeID === 'EM'),
    ],
    phone: find(contact, 'Telephone'),
  }
}

/** Instalments, each with its amount; else the one due date, which a credit note keeps in its means of payment. */
function terms(root: Xml): TermDraft[] {
  const several = findAll(root, 'PaymentTerms').map(of => ({
    dueOn: find(of, 'InstallmentDueDate') ?? find(of, 'PaymentDueDate'),
    amount: find(of, 'Amount'),
    words: find(of, 'Note'),
    isDiscount: find(of, 'SettlementDiscountPercent') !== null,
  }))
  const dueOn = find(root, 'DueDate') ?? find(root, 'PaymentMeans/PaymentDueDate')
  if (dueOn === null || several.some(term => term.dueOn !== null && term.amount !== null)) return several
  return [{ dueOn, amount: null, words: null, isDiscount: false }]
}

function line(of: Xml): LineDraft {
  return {
    name: find(of, 'Item/Name'),
    quantity: find(of, 'InvoicedQuantity') ?? find(of, 'CreditedQuantity'),
    unitPrice: find(of, 'Price/PriceAmount'),
    netAmount: find(of, 'LineExtensionAmount'),
  }
}
