import type { Xml } from '../../containers/xml-tree.ts'

/** Where an electronic invoice says what, whatever its syntax. Null is an element that it doesn't have. */
export type ElectronicDraft = {
  format: 'cii' | 'ubl'
  line: number
  profile: Xml | null
  number: Xml | null
  typeCode: Xml | null
  /** By the name of its root element. */
  isCreditNote: boolean
  issuedOn: Xml | null
  currency: Xml | null
  seller: PartyDraft
  buyer: PartyDraft
  totals: TotalsDraft
  terms: TermDraft[]
  paymentReference: Xml | null
  iban: Xml | null
  preceding: Xml[]
  lines: LineDraft[]
}

/** `identifiers` carry their scheme: 0002 is a SIREN, 0009 a SIRET. */
export type PartyDraft = {
  name: Xml | null
  legalId: Xml | null
  identifiers: Xml[]
  vat: Xml | null
  streets: (Xml | null)[]
  postalCode: Xml | null
  town: Xml | null
  country: Xml | null
  contactName: Xml | null
  emails: Xml[]
  phone: Xml | null
}

/** The tax is that in the currency of the invoice. */
export type TotalsDraft = Record<
  'exclTax' | 'tax' | 'inclTax' | 'prepaid' | 'rounding' | 'payable',
  Xml | null
>

/** `isDiscount`: the date until which a discount may be taken, no due date. */
export type TermDraft = { dueOn: Xml | null; amount: Xml | null; words: Xml | null; isDiscount: boolean }

export type LineDraft = Record<'name' | 'quantity' | 'unitPrice' | 'netAmount', Xml | null>
