import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { civil, type Day, day } from '../domain/date.ts'
import { type DateOrder, dateOrder, readDate } from './calendar-date.ts'

describe('readDate', () => {
  test.each([
    '31/12/2026',
    '31-12-2026',
    '31.12.2026',
    '31/12/26',
    '2026-12-31',
    '2026/12/31',
    '20261231',
    '31122026',
    '2026-12-31T00:00:00Z',
    '31/12/2026 09:15',
    '31/12/2026 9h15',
    '31 décembre 2026',
    '31 déc. 2026',
    '31-dec-26',
    'jeudi 31 décembre 2026',
    '\u00A031/12/2026 ',
  ])('%s', text => expect(readDate(text, 'dmy')).toBe(day('2026-12-31')))

  test.each([
    '',
    '30/02/2026',
    '31/04/26',
    '20260230',
    '00/00/0000',
    '00000000',
    '1/1/1',
    '31/12/0206',
    '2206-01-01',
    '46023',
    '12/31/2026',
    '5 brumaire 2026',
    'demain',
  ])('refuses « %s »', text => expect(readDate(text, 'dmy')).toBeNull())

  test('month first when told so', () => {
    expect(readDate('3/2/2026', 'mdy')).toBe(day('2026-03-02'))
    expect(readDate('3/2/2026', 'dmy')).toBe(day('2026-02-03'))
    expect(readDate('1er février 2026', 'mdy')).toBe(day('2026-02-01'))
  })
})

test.each<[string[], DateOrder]>([
  [['1/2/2026', '1/31/2026'], 'mdy'],
  [['1/2/2026', '31/1/2026'], 'dmy'],
  [['1/31/2026', '31/1/2026'], 'dmy'],
  [['1/2/2026', '2026-01-31', ''], 'dmy'],
])('order of %j', (texts, expected) => expect(dateOrder(texts)).toBe(expected))

test('a date printed in any of these ways reads back', () => {
  const from = day('1980-01-01')
  fc.assert(
    fc.property(
      fc.integer({ min: from, max: day('2079-12-31') }),
      fc.constantFrom('/', '-', '.'),
      (number, mark) => {
        const value = number as Day
        const { year, month, day: dayOfMonth } = civil(value)
        const [y, m, d] = [String(year), String(month).padStart(2, '0'), String(dayOfMonth).padStart(2, '0')]
        const read = [
          [d, m, y],
          [dayOfMonth, month, y],
          [d, m, y.slice(2)],
          [y, m, d],
        ].map(parts => readDate(parts.join(mark), 'dmy'))
        expect(read).toEqual([value, value, value, value])
        expect(readDate([m, d, y].join(mark), 'mdy')).toBe(value)
        expect([readDate(y + m + d, 'dmy'), readDate(d + m + y, 'dmy')]).toEqual([value, value])
      },
    ),
    { seed: 411 },
  )
})
