/** The VAT of each sale of a ledger: the lines of account 4457 beside those of the customer, piece by piece. */

import { taxBetween } from '../../../domain/law/tax.ts'
import { type Cents, cents, ZERO } from '../../../domain/money.ts'
import { owned } from '../../tables/debtor-places.ts'

/** What one entry says; a credit of 4457 is VAT on a sale, a debit on a credit note. Most entries are of one piece. */
export type EntryTax = {
  first: Piece | null
  others: Map<string, Piece> | null
  /** VAT on another account, or a piece told apart on one side only: then nothing is sure. */
  unsure: boolean
  /** VAT of a piece that no customer's line is of; null until asked for. */
  stray: boolean | null
}

type Piece = {
  ref: string
  customersCents: bigint
  taxCents: bigint
  debits: boolean
  credits: boolean
  givenCents: bigint
}

export function noTaxYet(): EntryTax {
  return { first: null, others: null, unsure: false, stray: null }
}

/** Takes a line of the entry into account. */
export function weighTax(tax: EntryTax, account: string, pieceRef: string, amountCents: Cents): void {
  const isCustomer = account.startsWith('411')
  const isTax = account.startsWith('4457')
  if (account.startsWith('445') && !isTax) tax.unsure = true
  if (!isCustomer && !isTax) return
  const piece = pieceOf(tax, pieceRef)
  if (isTax) piece.taxCents -= amountCents
  else {
    piece.customersCents += amountCents
    if (amountCents > 0n) piece.debits = true
    else piece.credits = true
  }
}

/** The part of its piece that comes before a customer's line: shares are given in the order of the lines. */
export function partBefore(tax: EntryTax, pieceRef: string, amountCents: Cents): bigint {
  const piece = pieceOf(tax, pieceRef)
  const before = piece.givenCents
  piece.givenCents += magnitude(amountCents)
  return before
}

/**
 * The VAT included in a customer's line of a sale, its share of the piece's where several lines are of one; null when the entry
 * does not tell. All lines of the entry must have been weighed.
 */
export function taxOfLine(tax: EntryTax, pieceRef: string, amountCents: Cents, before: bigint): Cents | null {
  const piece = pieceOf(tax, pieceRef)
  if (tax.unsure || piece.debits === piece.credits || hasStrayTax(tax)) return null
  const [whole, vat] = [magnitude(piece.customersCents), signed(piece)]
  if (vat < 0n || vat > whole) return null
  const until = before + magnitude(amountCents)
  return taxBetween({ amountCents: cents(whole), taxCents: cents(vat) }, cents(before), cents(until))
}

/** Whose that VAT is can't be told. */
function hasStrayTax(tax: EntryTax): boolean {
  if (tax.stray === null) {
    const pieces = [...(tax.first ? [tax.first] : []), ...(tax.others?.values() ?? [])]
    tax.stray = pieces.some(piece => !piece.debits && !piece.credits && piece.taxCents !== ZERO)
  }
  return tax.stray
}

/** The same side as the customer's line. */
function signed({ customersCents, taxCents }: Piece): bigint {
  return customersCents < 0n ? -taxCents : taxCents
}

function pieceOf(tax: EntryTax, pieceRef: string): Piece {
  if (tax.first?.ref === pieceRef) return tax.first
  const known = tax.others?.get(pieceRef)
  if (known) return known
  const ref = owned(pieceRef)
  const piece = { ref, customersCents: 0n, taxCents: 0n, debits: false, credits: false, givenCents: 0n }
  if (tax.first === null) tax.first = piece
  else {
    tax.others ??= new Map()
    tax.others.set(ref, piece)
  }
  return piece
}

function magnitude(amount: bigint): bigint {
  return amount < 0n ? -amount : amount
}
