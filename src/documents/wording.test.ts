import { expect, test } from 'vitest'
import { day } from '../domain/date.ts'
import { delay, groupedIban, longDate } from './wording.ts'

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
