import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  civil,
  civilDay,
  type Day,
  day,
  daysInMonth,
  earlierOf,
  endOfMonth,
  formatDay,
  laterOf,
  parseDay,
  weekday,
} from './date.ts'

const anyDay = fc.integer({ min: day('1900-01-01'), max: day('2200-12-31') }).map(value => value as Day)

describe('a date', () => {
  test('every day of 1900 to 2200 round-trips and agrees with the platform', () => {
    const wrong: string[] = []
    for (let value = day('1900-01-01'); value <= day('2200-12-31'); value = addDays(value, 1)) {
      const platform = new Date(value * 86_400_000)
      const text = platform.toISOString().slice(0, 10)
      const { year, month, day: dayOfMonth } = civil(value)
      const right =
        formatDay(value) === text &&
        parseDay(text) === value &&
        civilDay(year, month, dayOfMonth) === value &&
        weekday(value) === (platform.getUTCDay() || 7)
      if (!right) wrong.push(text)
    }
    expect(wrong).toEqual([])
  })

  test.each([
    '2026-02-29',
    '2026-02-30',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '0000-01-01',
  ])('%s does not exist', text => {
    expect(parseDay(text)).toBeNull()
    expect(() => day(text)).toThrow(RangeError)
  })

  test.each(['', '2026-1-1', '26-01-01', '01/02/2026', '2026-01-01T00:00', ' 2026-01-01', '2026-01-01\n'])(
    '%j is not a date',
    text => expect(parseDay(text)).toBeNull(),
  )

  test.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s exists', text => {
    expect(formatDay(day(text))).toBe(text)
  })

  test('the first and last years are the limits', () => {
    expect(civilDay(0, 12, 31)).toBeNull()
    expect(civilDay(10_000, 1, 1)).toBeNull()
    expect(civilDay(2026, 1.5, 1)).toBeNull()
  })
})

describe('arithmetic', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
    ['2026-12-31', 1, '2027-01-31'],
  ])('%s plus %i months is %s (CPC art. 641)', (from, months, to) => {
    expect(formatDay(addMonths(day(from), months))).toBe(to)
  })

  test('R3: one month from 31 January is the last of February, never in March', () => {
    for (let year = 2000; year <= 2100; year++) {
      const end = civil(addMonths(civilDay(year, 1, 31) as Day, 1))
      expect(end).toEqual({ year, month: 2, day: daysInMonth(year, 2) })
    }
  })

  test('adding months lands in the month aimed at, on the same day or its last', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (from, months) => {
        const start = civil(from)
        const end = civil(addMonths(from, months))
        expect(end.year * 12 + end.month).toBe(start.year * 12 + start.month + months)
        expect(end.day).toBe(Math.min(start.day, daysInMonth(end.year, end.month)))
      }),
    )
  })

  test('the end of the month is followed by a first', () => {
    fc.assert(
      fc.property(anyDay, from => {
        expect(endOfMonth(from)).toBeGreaterThanOrEqual(from)
        expect(civil(endOfMonth(from)).month).toBe(civil(from).month)
        expect(civil(addDays(endOfMonth(from), 1)).day).toBe(1)
      }),
    )
  })

  test.each([
    ['1970-01-01', 4],
    ['2000-01-01', 6],
    ['2026-02-13', 5],
    ['2026-02-16', 1],
    ['2026-11-22', 7],
    ['1899-12-31', 7],
  ])('%s is weekday %i', (date, expected) => {
    expect(weekday(day(date))).toBe(expected)
  })

  test('earlier and later', () => {
    const [a, b] = [day('2026-02-13'), day('2026-02-14')]
    expect([earlierOf(a, b), earlierOf(b, a), laterOf(a, b), laterOf(b, a)]).toEqual([a, a, b, b])
  })
})
