/** The VAT of each sale of a ledger: the lines of account 4457 beside those of the customer, piece by piece. */
import { type Cents, cents, ZERO } from '../domain/money.ts'
import { taxBetween } from '../domain/tax.ts'

/** What one entry says; a credit of 4457 is VAT on a sale, a debit on a credit note. */
export type EntryTax = {
  pieces: Map<string, Piece>
  /** VAT on another account, or a piece told apart on one side only: then nothing is sure. */
  unsure: boolean
}

type Piece = { customersCents: bigint; taxCents: bigint; sides: Set<boolean>; givenCents: bigint }

export function noTaxYet(): EntryTax {
  return { pieces: new Map(), unsure: false }
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
    piece.sides.add(amountCents > 0n)
  }
}

/**
 * The VAT included in a customer's line of a sale, its share of the piece's where several lines are of one; null when the entry
 * does not tell. Lines are asked for in their order, so that shares add up.
 */
export function taxOfLine(tax: EntryTax, pieceRef: string, amountCents: Cents): Cents | null {
  const piece = tax.pieces.get(pieceRef)
  if (!piece || tax.unsure || piece.sides.size !== 1 || hasStrayTax(tax)) return null
  const [whole, vat] = [magnitude(piece.customersCents), signed(piece)]
  if (vat < 0n || vat > whole) return null
  const from = piece.givenCents
  piece.givenCents += magnitude(amountCents)
  return taxBetween({ amountCents: cents(whole), taxCents: cents(vat) }, cents(from), cents(piece.givenCents))
}

/** VAT of a piece that no customer's line is of: whose it is can't be told. */
function hasStrayTax(tax: EntryTax): boolean {
  return [...tax.pieces.values()].some(piece => piece.sides.size === 0 && piece.taxCents !== ZERO)
}

/** The same side as the customer's line. */
function signed({ customersCents, taxCents }: Piece): bigint {
  return customersCents < 0n ? -taxCents : taxCents
}

function pieceOf(tax: EntryTax, pieceRef: string): Piece {
  const known = tax.pieces.get(pieceRef)
  if (known) return known
  const piece = { customersCents: 0n, taxCents: 0n, sides: new Set<boolean>(), givenCents: 0n }
  tax.pieces.set(pieceRef, piece)
  return piece
}

function magnitude(amount: bigint): bigint {
  return amount < 0n ? -amount : amount
}
