import { describe, expect, test } from 'vitest'
import { day, formatDay } from '../date.ts'
import { nextSemesterStart, parsePercent, semesterStart } from './rate.ts'

describe('a rate as text', () => {
  test.each([
    ['12.15', 1215],
    ['12', 1200],
    ['0.5', 50],
    ['0.04', 4],
    ['100', 10_000],
    ['0', 0],
  ])('%s %% is %i basis points', (text, rateBps) => {
    expect(parsePercent(text)).toBe(rateBps)
  })

  test.each(['', '12,15', '-1', '1.234', '12.', '.5', '1000', '12 %', '1e2'])('%j is not a rate', text => {
    expect(parsePercent(text)).toBeNull()
  })
})

test.each([
  ['2026-01-01', '2026-01-01', '2026-07-01'],
  ['2026-06-30', '2026-01-01', '2026-07-01'],
  ['2026-07-01', '2026-07-01', '2027-01-01'],
  ['2026-12-31', '2026-07-01', '2027-01-01'],
])('the semester of %s opens on %s, the next on %s', (date, start, next) => {
  expect(formatDay(semesterStart(day(date)))).toBe(start)
  expect(formatDay(nextSemesterStart(day(date)))).toBe(next)
})
