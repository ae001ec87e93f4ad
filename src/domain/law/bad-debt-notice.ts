import type { Language } from '../language.ts'

/**
 * The statement by which the invoices that a debtor will never pay are rectified, so that their VAT may be recovered: the words
 * that the law of a country wants there, in its own language whatever the reader's.
 */
export type BadDebtNoticeLaw = {
  readonly language: Language
  readonly title: string
  /** Invoice, its date, net price, VAT, and both together. */
  readonly columns: readonly [string, string, string, string, string]
  readonly total: string
  introduction(parties: { creditor: string; debtor: string; on: string }): readonly string[]
  /** The sentence to overprint on the duplicate of one invoice; amounts without the sign of the currency. */
  mention(net: string, tax: string): string
}
