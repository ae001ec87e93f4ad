import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addWorkingDays, type Calendar, isWorkingDay, nextContactDay } from './calendar.ts'
import { addDays, type Day, day, formatDay } from './date.ts'

const holidays = new Set([day('2026-05-01'), day('2026-05-08'), day('2026-05-14')])
const calendar: Calendar = { isHoliday: each => holidays.has(each) }
const anyDay = fc.integer({ min: day('2026-01-01'), max: day('2026-12-31') }).map(value => value as Day)

describe('working days', () => {
  test.each([
    ['2026-04-30', true],
    ['2026-05-01', false],
    ['2026-05-02', false],
    ['2026-05-03', false],
    ['2026-05-04', true],
  ])('%s: %s', (date, working) => {
    expect(isWorkingDay(calendar, day(date))).toBe(working)
  })

  test.each([
    ['2026-04-30', '2026-04-30'],
    ['2026-05-01', '2026-05-04'],
    ['2026-05-14', '2026-05-15'],
  ])('the contact day from %s is %s', (from, to) => {
    expect(formatDay(nextContactDay(calendar, day(from)))).toBe(to)
  })

  test.each([
    ['2026-02-13', 1, '2026-02-16'],
    ['2026-02-13', 0, '2026-02-13'],
    ['2026-02-14', 0, '2026-02-14'],
    ['2026-02-14', 1, '2026-02-16'],
    ['2026-04-30', 1, '2026-05-04'],
    ['2026-05-07', 5, '2026-05-18'],
  ])('%s plus %i working days is %s', (from, days, to) => {
    expect(formatDay(addWorkingDays(calendar, day(from), days))).toBe(to)
  })

  test('adding working days lands on one, with exactly that many in between', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 30 }), (from, days) => {
        const to = addWorkingDays(calendar, from, days)
        expect(isWorkingDay(calendar, to)).toBe(true)
        let counted = 0
        for (let each = addDays(from, 1); each <= to; each = addDays(each, 1)) {
          if (isWorkingDay(calendar, each)) counted++
        }
        expect(counted).toBe(days)
      }),
    )
  })

  test('steps add up', () => {
    const few = fc.integer({ min: 0, max: 15 })
    fc.assert(
      fc.property(anyDay, few, few, (from, a, b) => {
        expect(addWorkingDays(calendar, addWorkingDays(calendar, from, a), b)).toBe(
          addWorkingDays(calendar, from, a + b),
        )
      }),
    )
  })
})
