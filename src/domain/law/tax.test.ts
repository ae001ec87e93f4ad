import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cents, sum, ZERO } from '../money.ts'
import { shareTax, taxBetween } from './tax.ts'

const price = { amountCents: cents(1200_00), taxCents: cents(200_00) }

describe('the VAT of a part', () => {
  it('is in the proportion of the whole', () => {
    expect(taxBetween(price, ZERO, cents(400_00))).toBe(66_67n)
    expect(taxBetween(price, cents(400_00), cents(1200_00))).toBe(133_33n)
    expect(taxBetween({ amountCents: ZERO, taxCents: ZERO }, ZERO, ZERO)).toBe(0n)
  })

  it('of parts that follow one another adds up to that of the whole, to the cent', () => {
    const amounts = fc.array(fc.bigInt({ min: 1n, max: 10_000_00n }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(amounts, fc.bigInt({ min: 0n, max: 100n }), (parts, percent) => {
        const whole = parts.reduce((total, part) => total + part, 0n)
        const taxCents = cents((whole * percent) / 100n)
        const shares = shareTax(taxCents, parts.map(cents)).map(share => share ?? ZERO)
        expect(sum(shares)).toBe(taxCents)
        expect(shares.every((share, index) => share >= 0n && share <= (parts[index] ?? 0n))).toBe(true)
      }),
    )
  })

  it('is unknown for every part when it is for the whole', () => {
    expect(shareTax(null, [cents(1), cents(2)])).toEqual([null, null])
  })
})
