import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cents } from '../domain/money.ts'
import { type DecimalMark, decimalMark, isAmbiguousAmount, readAmount } from './amount.ts'

describe('readAmount', () => {
  test.each([
    ['1234', 123400n],
    ['1 234,56', 123456n],
    ['1\u00A0234,56\u00A0€', 123456n],
    ['1\u202F234\u202F567,8', 123456780n],
    ["1'234.50", 123450n],
    ['1.234,56', 123456n],
    ['1,234.56', 123456n],
    ['1,234,567', 123456700n],
    ['EUR 12,5', 1250n],
    ['12,50 euros', 1250n],
    ['-12,50', -1250n],
    ['−12,50', -1250n],
    ['- 12,50 €', -1250n],
    ['€-12.50', -1250n],
    ['12,50-', -1250n],
    ['12,50 €-', -1250n],
    ['(12,50)', -1250n],
    ['(12,50 €)', -1250n],
    ['+3', 300n],
    [',5', 50n],
    ['5,', 500n],
    ['0,125', 13n],
    ['-0,125', -13n],
    ['1234,567', 123457n],
    ['12,3449', 1234n],
    ['-   €', 0n],
    ['-', 0n],
  ])('%s', (text, expected) => expect(readAmount(text, null)).toBe(expected))

  test.each([
    '',
    ' ',
    '€',
    '()',
    'abc',
    '12a',
    '1 23',
    '12 34,5',
    '1.23.4',
    '1,2,3',
    '1,234,56',
    '--1',
    '-1-',
    '(-1)',
    '.',
    '12 USD',
    '1e5',
    '#####',
    '٣',
  ])('refuses « %s »', text => expect(readAmount(text, null)).toBeNull())

  test('three digits after a lone mark wait for the column', () => {
    expect(isAmbiguousAmount('1,234 €')).toBe(true)
    expect(readAmount('1,234', null)).toBeNull()
    expect(readAmount('1,234', ',')).toBe(123n)
    expect(readAmount('1,234', '.')).toBe(123400n)
    expect(readAmount('1.234', ',')).toBe(123400n)
    expect(isAmbiguousAmount('0,234')).toBe(false)
  })

  test('a mark that the user has denied makes the amount unreadable, not another amount', () => {
    expect(readAmount('12,50', '.')).toBeNull()
    expect(readAmount('1.234,56', '.')).toBeNull()
  })
})

describe('decimalMark', () => {
  test.each<[string[], DecimalMark | null]>([
    [['12,5', '1,234'], ','],
    [['12.5', '1,234'], '.'],
    [['1.234.567', '1.234'], ','],
    [['1 234,567', '1.234'], ','],
    [['1,234', '2,500'], null],
    [['100', '2'], null],
    [['12,5', '12.5'], null],
    [['texte', ''], null],
  ])('%j', (texts, expected) => expect(decimalMark(texts)).toBe(expected))
})

test('an amount printed in any French or English way reads back', () => {
  const style = fc.record({
    mark: fc.constantFrom<DecimalMark>(',', '.'),
    thousands: fc.constantFrom('', ' ', '\u00A0', '\u202F', "'", 'other'),
    sign: fc.constantFrom('before', 'after', 'parentheses'),
    euro: fc.constantFrom('', ' €', '\u00A0€', ' EUR'),
  })
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
      style,
      (amount, { mark, thousands, sign, euro }) => {
        const separator = thousands === 'other' ? (mark === ',' ? '.' : ',') : thousands
        const body = print(amount < 0n ? -amount : amount, mark, separator) + euro
        const signs = { before: `-${body}`, after: `${body}-`, parentheses: `(${body})` }
        expect(readAmount(amount < 0n ? signs[sign] : body, null)).toBe(cents(amount))
        expect(readAmount(amount < 0n ? signs[sign] : body, mark)).toBe(cents(amount))
      },
    ),
    { seed: 411 },
  )
})

function print(amount: bigint, mark: DecimalMark, separator: string): string {
  const digits = amount.toString().padStart(3, '0')
  const units = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, separator)
  return `${units}${mark}${digits.slice(-2)}`
}
