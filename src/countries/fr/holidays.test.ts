import { describe, expect, test } from 'vitest'
import { isWorkingDay } from '../../domain/calendar.ts'
import { day, formatDay } from '../../domain/date.ts'
import { ALSACE_MOSELLE, easterSunday, frenchCalendar, holidaysOf } from './holidays.ts'

const FIXED = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25']

describe('the legal holidays of France (C. trav. L3133-1)', () => {
  test.each([
    [2026, ['04-06', '05-14', '05-25']],
    [2027, ['03-29', '05-06', '05-17']],
  ])('%i', (year, moving) => {
    expect(listOf(year, false)).toEqual([...FIXED, ...moving].sort().map(date => `${year}-${date}`))
  })

  test('a year in which two of them meet still has its days', () => {
    // Ascension fell on 1 May in 2008.
    expect(new Set(listOf(2008, false)).size).toBe(10)
  })
})

describe('Alsace-Moselle', () => {
  test.each([
    [2026, '2026-04-03'],
    [2027, '2027-03-26'],
  ])('adds Good Friday and 26 December to %i', (year, goodFriday) => {
    const added = listOf(year, true).filter(date => !listOf(year, false).includes(date))
    expect(listOf(year, true)).toHaveLength(13)
    expect(added).toEqual([goodFriday, `${year}-12-26`])
  })

  test('only where the calendar asks for it', () => {
    const goodFriday = day('2026-04-03')
    expect(isWorkingDay(frenchCalendar({ region: null }), goodFriday)).toBe(true)
    expect(isWorkingDay(frenchCalendar({ region: ALSACE_MOSELLE }), goodFriday)).toBe(false)
  })
})

test('the calendar serves several years', () => {
  const calendar = frenchCalendar({ region: null })
  expect(['2026-04-06', '2027-03-29', '2026-05-25'].map(date => calendar.isHoliday(day(date)))).toEqual([
    true,
    true,
    true,
  ])
  expect(calendar.isHoliday(day('2027-04-06'))).toBe(false)
})

test.each([
  '1999-04-04',
  '2000-04-23',
  '2008-03-23',
  '2011-04-24',
  '2024-03-31',
  '2025-04-20',
  '2026-04-05',
  '2038-04-25',
])('Easter %s', date => {
  expect(formatDay(easterSunday(Number(date.slice(0, 4))))).toBe(date)
})

function listOf(year: number, alsaceMoselle: boolean): string[] {
  return holidaysOf(year, alsaceMoselle).map(formatDay).sort()
}
