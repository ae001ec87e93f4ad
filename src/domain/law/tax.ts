import { type Cents, divideHalfUp, ZERO } from '../money.ts'

/** A price and the VAT included in it. */
export type TaxedPrice = { amountCents: Cents; taxCents: Cents }

/**
 * The VAT inside the part of a price that lies between two points of it, from 0 to the whole. Parts that follow one another
 * add up to the VAT of the whole, to the cent. A part settles net price and VAT in the proportion of the whole.
 */
export function taxBetween(price: TaxedPrice, from: Cents, to: Cents): Cents {
  return (taxUpTo(price, to) - taxUpTo(price, from)) as Cents
}

function taxUpTo({ amountCents, taxCents }: TaxedPrice, part: Cents): bigint {
  return amountCents === 0n ? ZERO : divideHalfUp(taxCents * part, amountCents)
}

/** The VAT of an invoice shared among its parts, in proportion to their amounts; null where it is unknown. */
export function shareTax(taxCents: Cents | null, amounts: readonly Cents[]): (Cents | null)[] {
  if (taxCents === null) return amounts.map(() => null)
  const whole = { amountCents: amounts.reduce((total, a) => total + a, 0n) as Cents, taxCents }
  let reached = ZERO
  return amounts.map(amount => {
    const from = reached
    reached = (reached + amount) as Cents
    return taxBetween(whole, from, reached)
  })
}
