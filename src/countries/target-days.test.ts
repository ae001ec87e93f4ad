import { expect, test } from 'vitest'
import { isWorkingDay, nextContactDay } from '../domain/calendar.ts'
import { day, formatDay } from '../domain/date.ts'
import { targetDays } from './target-days.ts'

test.each([
  ['2026-01-01', false],
  ['2026-04-03', false],
  ['2026-04-06', false],
  ['2026-05-01', false],
  ['2026-12-25', false],
  ['2026-05-08', true],
  ['2026-05-14', true],
  ['2026-07-14', true],
  ['2026-11-11', true],
  ['2026-08-15', false],
])('%s settles: %s', (date, settles) => {
  expect(isWorkingDay(targetDays, day(date))).toBe(settles)
})

test('over Easter and over Christmas', () => {
  expect(formatDay(nextContactDay(targetDays, day('2026-04-03')))).toBe('2026-04-07')
  expect(formatDay(nextContactDay(targetDays, day('2025-12-25')))).toBe('2025-12-29')
})
