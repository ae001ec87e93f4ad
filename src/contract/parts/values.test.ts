import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Day as DomainDay } from '../../domain/date.ts'
import { cents, formatAmount } from '../../domain/money.ts'
import { AmountText, Cents, Day } from './values.ts'

const LAST_DAY = 2_932_896 // 9999-12-31

test('a day is written as a date and read as the same day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: LAST_DAY }), number => {
      expect(z.decode(Day, z.encode(Day, number as DomainDay))).toBe(number)
    }),
  )
  expect(z.decode(Day, '2026-11-30')).toBe(20_787)
})

test.each(['2026-02-30', '2025-02-29', '30/11/2026', '2026-11-30T00:00:00Z', '', 20_787, null])(
  '%j is not a day',
  value => {
    expect(Day.safeParse(value).success).toBe(false)
  },
)

test('an amount is written as an integer and read as the same amount', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), number => {
      expect(z.encode(Cents, z.decode(Cents, number))).toBe(number)
    }),
  )
})

test.each([12.5, 2 ** 53, Number.NaN, '1200', null])('%j is not an amount', value => {
  expect(Cents.safeParse(value).success).toBe(false)
})

test('an amount that JSON would round is not written', () => {
  expect(z.safeEncode(Cents, cents(2n ** 53n)).success).toBe(false)
})

test('amounts as documents state them', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), value => {
      expect(AmountText.parse(formatAmount(cents(value)))).toBe(formatAmount(cents(value)))
    }),
  )
  expect(AmountText.safeParse('12,50').success).toBe(false)
})
