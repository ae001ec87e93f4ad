import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Day, day, formatDay } from '../date.ts'
import { dueDate, endOfTenDays, type PaymentTerms, parseTerms } from './terms.ts'

describe('due dates: published examples (docs/law/fr.md)', () => {
  test.each([
    ['T1', '2014-01-02', '45d-eom', '2014-02-28'],
    ['T1', '2014-01-02', 'eom-45d', '2014-03-17'],
    ['T1, leap year', '2024-01-02', 'eom-45d', '2024-03-16'],
    ['T1, leap year', '2024-01-02', '45d-eom', '2024-02-29'],
    ['T2', '2026-03-10', '45d-eom', '2026-04-30'],
    ['T2', '2026-03-10', 'eom-45d', '2026-05-15'],
    ['T3', '2025-04-10', '45d-eom', '2025-05-31'],
    ['T4', '2026-02-15', '45d-eom', '2026-04-30'],
    ['T4', '2026-02-15', 'eom-45d', '2026-04-14'],
    ['T5', '2026-01-15', '45d-eom', '2026-03-31'],
    ['T5, leap year', '2024-01-15', '45d-eom', '2024-02-29'],
    ['T6', '2026-10-05', '45d-eom', '2026-11-30'],
    ['T6', '2026-10-05', 'eom-45d', '2026-12-15'],
    ['T7', '2026-10-22', '45d-eom', '2026-12-31'],
    ['T7', '2026-10-22', 'eom-45d', '2026-12-15'],
    ['T8', '2014-01-06', '30d', '2014-02-05'],
    ['T9', '2011-10-07', '45d', '2011-11-21'],
    ['T9', '2011-10-07', '60d', '2011-12-06'],
    ['on receipt', '2026-02-14', 'receipt', '2026-02-14'],
    ['on receipt', '2026-02-14', '0d', '2026-02-14'],
    ['end of month', '2026-02-14', 'eom', '2026-02-28'],
    ['end of month', '2026-02-14', '30d-eom', '2026-03-31'],
    ['30 jours fin de mois le 10', '2026-02-14', '30d-eom-10d', '2026-04-10'],
  ])('%s: %s at %s is due on %s', (_, issuedOn, text, dueOn) => {
    expect(formatDay(dueDate(termsOf(text), day(issuedOn)))).toBe(dueOn)
  })

  test.each(['', '30', 'd', '-5d', '30 d', '30D', '45d-', 'eom-', 'eom45d', '1000d', '45d-eom-', '45d-fdm'])(
    '%j is not payment terms',
    text => expect(parseTerms(text)).toBeNull(),
  )
})

test.each([
  ['2026-03-01', '2026-03-10'],
  ['2026-03-10', '2026-03-10'],
  ['2026-03-11', '2026-03-20'],
  ['2026-03-20', '2026-03-20'],
  ['2026-02-21', '2026-02-28'],
  ['2024-02-29', '2024-02-29'],
  ['2026-12-31', '2026-12-31'],
])('the « décade » of %s ends on %s', (on, end) => {
  expect(formatDay(endOfTenDays(day(on)))).toBe(end)
})

test('an invoice is never due before its issue, and a later one never before an earlier one', () => {
  const days = fc.integer({ min: 0, max: 120 })
  const terms = fc.record({ days, endOfMonth: fc.boolean(), daysAfter: days })
  const issued = fc.integer({ min: day('2020-01-01'), max: day('2030-01-01') }).map(value => value as Day)
  fc.assert(
    fc.property(terms, issued, issued, (each, a, b) => {
      expect(dueDate(each, a)).toBeGreaterThanOrEqual(a)
      expect(Math.sign(dueDate(each, b) - dueDate(each, a)) * Math.sign(b - a)).toBeGreaterThanOrEqual(0)
    }),
  )
})

function termsOf(text: string): PaymentTerms {
  const terms = parseTerms(text)
  if (terms === null) throw new RangeError(`not payment terms: ${text}`)
  return terms
}
