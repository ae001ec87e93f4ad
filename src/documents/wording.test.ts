import { expect, test } from 'vitest'
import { day } from '../domain/date.ts'
import { cents } from '../domain/money.ts'
import { delay, groupedIban, longDate, money } from './wording.ts'

test.each([
  [0, '0,00_€', '€0.00'],
  [5, '0,05_€', '€0.05'],
  [99_999, '999,99_€', '€999.99'],
  [123_456, '1_234,56_€', '€1,234.56'],
  [123_456_789, '1_234_567,89_€', '€1,234,567.89'],
  [-5_000, '−50,00_€', '−€50.00'],
])('%d cents', (amount, french, english) => {
  expect(money(cents(amount), 'EUR', 'fr')).toBe(french.replaceAll('_', '\u00A0'))
  expect(money(cents(amount), 'EUR', 'en')).toBe(english)
})

test('another currency goes by its code', () => {
  expect(money(cents(123_456), 'CHF', 'fr')).toBe('1\u00A0234,56\u00A0CHF')
  expect(money(cents(123_456), 'CHF', 'en')).toBe('CHF\u00A01,234.56')
})

test.each([
  ['2026-02-13', '13_février_2026', '13_February_2026'],
  ['2026-03-01', '1ᵉʳ_mars_2026', '1_March_2026'],
  ['2026-08-31', '31_août_2026', '31_August_2026'],
])('%s', (date, french, english) => {
  expect(longDate(day(date), 'fr')).toBe(french.replaceAll('_', '\u00A0'))
  expect(longDate(day(date), 'en')).toBe(english.replaceAll('_', '\u00A0'))
})

test('a delay in days, an IBAN in fours', () => {
  expect([delay(1, 'fr'), delay(2, 'fr'), delay(1, 'en'), delay(2, 'en')]).toEqual([
    '1\u00A0jour',
    '2\u00A0jours',
    '1\u00A0day',
    '2\u00A0days',
  ])
  expect(groupedIban('FR7630006000011234567890189')).toBe(
    'FR76 3000 6000 0112 3456 7890 189'.replaceAll(' ', '\u00A0'),
  )
})
