import { expect, test } from 'vitest'
import { amountText } from './amount-text.ts'

test.each([
  [0, '0,00_€', '€0.00'],
  [5, '0,05_€', '€0.05'],
  [99_999, '999,99_€', '€999.99'],
  [123_456, '1_234,56_€', '€1,234.56'],
  [123_456_789, '1_234_567,89_€', '€1,234,567.89'],
  [-5_000, '−50,00_€', '−€50.00'],
])('%d cents', (amount, french, english) => {
  expect(amountText(BigInt(amount), 'EUR', 'fr')).toBe(french.replaceAll('_', '\u00A0'))
  expect(amountText(BigInt(amount), 'EUR', 'en')).toBe(english)
})

test('another currency goes by its code', () => {
  expect(amountText(123_456n, 'CHF', 'fr')).toBe('1\u00A0234,56\u00A0CHF')
  expect(amountText(123_456n, 'CHF', 'en')).toBe('CHF\u00A01,234.56')
})
