/** Cross Industry Invoice, the XML of Factur-X and ZUGFeRD, in all profiles; ZUGFeRD 1.0 has other names for the same. */

import { find, findAll, inCurrency, type Xml } from '../../containers/xml-tree.ts'
import type { ElectronicDraft, LineDraft, PartyDraft, TermDraft, TotalsDraft } from './electronic-draft.ts'

export function isCii({ name }: Xml): boolean {
  return name === 'CrossIndustryInvoice' || name === 'CrossIndustryDocument'
}

export function draftOfCii(root: Xml): ElectronicDraft {
  const header = first(root, 'ExchangedDocument', 'HeaderExchangedDocument')
  const trade = first(root, 'SupplyChainTradeTransaction', 'SpecifiedSupplyChainTradeTransaction')
  const agreement = first(trade, 'ApplicableHeaderTradeAgreement', 'ApplicableSupplyChainTradeAgreement')
  const settlement = first(trade, 'ApplicableHeaderTradeSettlement', 'ApplicableSupplyChainTradeSettlement')
  const context = first(root, 'ExchangedDocumentContext', 'SpecifiedExchangedDocumentContext')
  const currency = find(settlement, 'InvoiceCurrencyCode')
  return {
    format: 'cii',
    line: root.line,
    profile: find(context, 'GuidelineSpecifiedDocumentContextParameter/ID'),
    number: find(header, 'ID'),
    typeCode: find(header, 'TypeCode'),
    isCreditNote: false,
    issuedOn: find(header, 'IssueDateTime/DateTimeString'),
    currency,
    seller: party(find(agreement, 'SellerTradeParty')),
    buyer: party(find(agreement, 'BuyerTradeParty')),
    totals: totals(settlement, currency?.text ?? ''),
    terms: findAll(settlement, 'SpecifiedTradePaymentTerms').map(term),
    paymentReference: find(settlement, 'PaymentReference'),
    iban: find(settlement, 'SpecifiedTradeSettlementPaymentMeans/PayeePartyCreditorFinancialAccount/IBANID'),
    preceding: findAll(settlement, 'InvoiceReferencedDocument').flatMap(
      document => first(document, 'IssuerAssignedID', 'ID') ?? [],
    ),
    lines: findAll(trade, 'IncludedSupplyChainTradeLineItem').map(line),
  }
}

function party(of: Xml | null): PartyDraft {
  const contact = find(of, 'DefinedTradeContact')
  const registrations = findAll(of, 'SpecifiedTaxRegistration/ID')
  return {
    name: first(of, 'Name', 'SpecifiedLegalOrganization/TradingBusinessName'),
    legalId: find(of, 'SpecifiedLegalOrganization/ID'),
    identifiers: [...findAll(of, 'GlobalID'), ...findAll(of, 'ID')],
    vat: registrations.find(({ attributes }) => attributes.schemeID === 'VA') ?? null,
    streets: ['LineOne', 'LineTwo', 'LineThree'].map(name => find(of, `PostalTradeAddress/${name}`)),
    postalCode: find(of, 'PostalTradeAddress/PostcodeCode'),
    town: find(of, 'PostalTradeAddress/CityName'),
    country: find(of, 'PostalTradeAddress/CountryID'),
    contactName: first(contact, 'PersonName', 'DepartmentName'),
    emails: [
      ...findAll(contact, 'EmailURIUniversalCommunication/URIID'),
      ...findAll(of, 'URIUniversalCommunication/URIID').filter(
        ({ attributes }) => attributes.schemeID === 'EM',
      ),
    ],
    phone: find(contact, 'TelephoneUniversalCommunication/CompleteNumber'),
  }
}

function totals(settlement: Xml | null, currency: string): TotalsDraft {
  const summation = first(
    settlement,
    'SpecifiedTradeSettlementHeaderMonetarySummation',
    'SpecifiedTradeSettlementMonetarySummation',
  )
  const own = (name: string) => inCurrency(findAll(summation, name), currency)
  return {
    exclTax: own('TaxBasisTotalAmount'),
    tax: own('TaxTotalAmount'),
    inclTax: own('GrandTotalAmount'),
    prepaid: own('TotalPrepaidAmount'),
    rounding: own('RoundingAmount'),
    payable: own('DuePayableAmount'),
  }
}

function term(of: Xml): TermDraft {
  return {
    dueOn: find(of, 'DueDateDateTime/DateTimeString'),
    amount: find(of, 'PartialPaymentAmount'),
    words: find(of, 'Description'),
    isDiscount: find(of, 'ApplicableTradePaymentDiscountTerms') !== null,
  }
}

function line(of: Xml): LineDraft {
  const agreement = first(of, 'SpecifiedLineTradeAgreement', 'SpecifiedSupplyChainTradeAgreement')
  const delivery = first(of, 'SpecifiedLineTradeDelivery', 'SpecifiedSupplyChainTradeDelivery')
  const settlement = first(of, 'SpecifiedLineTradeSettlement', 'SpecifiedSupplyChainTradeSettlement')
  return {
    name: find(of, 'SpecifiedTradeProduct/Name'),
    quantity: find(delivery, 'BilledQuantity'),
    unitPrice: find(agreement, 'NetPriceProductTradePrice/ChargeAmount'),
    netAmount: first(
      settlement,
      'SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount',
      'SpecifiedTradeSettlementMonetarySummation/LineTotalAmount',
    ),
  }
}

/** What stands under the first of these paths that leads somewhere. */
function first(from: Xml | null, ...paths: string[]): Xml | null {
  for (const path of paths) {
    const found = find(from, path)
    if (found) return found
  }
  return null
}
