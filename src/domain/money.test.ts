import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  add,
  atLeastZero,
  cents,
  divideHalfUp,
  formatAmount,
  parseAmount,
  smallerOf,
  subtract,
  sum,
  ZERO,
} from './money.ts'

const anyAmount = fc.bigInt({ min: -(10n ** 18n) + 1n, max: 10n ** 18n - 1n }).map(cents)

describe('an amount as text', () => {
  test.each([
    ['1200', 120_000n],
    ['1200.5', 120_050n],
    ['-12.30', -1230n],
    ['0.05', 5n],
    ['-0.05', -5n],
    ['0', 0n],
    ['007.10', 710n],
  ])('%s is %i cents', (text, value) => {
    expect(parseAmount(text)).toBe(value)
  })

  test.each(['', '1,20', '1.', '.5', '1.234', '1 200', '+1', '1e3', '--1', '12345678901234567', '1.20 '])(
    '%j is not an amount',
    text => expect(parseAmount(text)).toBeNull(),
  )

  test('parsing what we print gives the same amount', () => {
    fc.assert(
      fc.property(anyAmount, amount => {
        expect(parseAmount(formatAmount(amount))).toBe(amount)
      }),
    )
  })

  test.each([
    [0n, '0.00'],
    [-5n, '-0.05'],
    [120_000n, '1200.00'],
    [-100n, '-1.00'],
  ])('%i cents print as %s', (value, text) => {
    expect(formatAmount(cents(value))).toBe(text)
  })
})

describe('rounding', () => {
  test.each([
    [5n, 10n, 1n],
    [4n, 10n, 0n],
    [15n, 10n, 2n],
    [-5n, 10n, -1n],
    [-4n, 10n, 0n],
    [-15n, 10n, -2n],
    [0n, 7n, 0n],
    [332_876_712n, 100_000n, 3329n],
  ])('%i / %i is %i', (numerator, denominator, quotient) => {
    expect(divideHalfUp(numerator, denominator)).toBe(quotient)
  })

  test('is the nearest integer, the one away from zero when two are as near', () => {
    const numerators = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n })
    fc.assert(
      fc.property(numerators, fc.bigInt({ min: 1n, max: 10n ** 12n }), (numerator, denominator) => {
        const doubled = 2n * (divideHalfUp(numerator, denominator) * denominator - numerator)
        const towardsInfinity = numerator < 0n ? -doubled : doubled
        expect(towardsInfinity > -denominator && towardsInfinity <= denominator).toBe(true)
      }),
    )
  })

  test('ties of any size go away from zero', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 20n }),
        fc.bigInt({ min: 1n, max: 10n ** 6n }),
        (whole, half) => {
          const tie = (2n * whole + 1n) * half
          expect(divideHalfUp(tie, 2n * half)).toBe(whole + 1n)
          expect(divideHalfUp(-tie, 2n * half)).toBe(-whole - 1n)
        },
      ),
    )
  })

  test('a denominator must be positive', () => {
    expect(() => divideHalfUp(1n, 0n)).toThrow(RangeError)
    expect(() => divideHalfUp(1n, -2n)).toThrow(RangeError)
  })
})

test('sums and bounds', () => {
  fc.assert(
    fc.property(fc.array(anyAmount), anyAmount, (amounts, other) => {
      expect(subtract(sum([...amounts, other]), other)).toBe(sum(amounts))
      expect(sum(amounts)).toBe(amounts.reduce(add, ZERO))
      expect(atLeastZero(other) >= ZERO).toBe(true)
      expect([other, ZERO]).toContain(smallerOf(other, ZERO))
    }),
  )
})
