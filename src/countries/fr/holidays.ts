import type { Calendar } from '../../domain/calendar.ts'
import { addDays, civil, civilDay, type Day } from '../../domain/date.ts'
import type { CalendarOptions } from '../../domain/law/country.ts'

/** 57, 67, 68: Good Friday (communes with a Protestant church) and 26 December; ordonnance of 16 August 1892. */
export const ALSACE_MOSELLE = 'alsace-moselle'

/** The eleven legal holidays of France (C. trav. L3133-1), thirteen in Alsace-Moselle. */
export function frenchCalendar(options: CalendarOptions): Calendar {
  const alsaceMoselle = options.region === ALSACE_MOSELLE
  const years = new Map<number, ReadonlySet<Day>>()
  return {
    ...(alsaceMoselle && { national: frenchCalendar({ region: null }) }),
    isHoliday(day) {
      const { year } = civil(day)
      let holidays = years.get(year)
      if (!holidays) {
        holidays = new Set(holidaysOf(year, alsaceMoselle))
        years.set(year, holidays)
      }
      return holidays.has(day)
    },
  }
}

/** The holidays of a year, unordered. */
export function holidaysOf(year: number, alsaceMoselle: boolean): Day[] {
  const easter = easterSunday(year)
  const fixed: [number, number][] = [
    [1, 1],
    [5, 1],
    [5, 8],
    [7, 14],
    [8, 15],
    [11, 1],
    [11, 11],
    [12, 25],
  ]
  if (alsaceMoselle) fixed.push([12, 26])
  const moving = alsaceMoselle ? [-2, 1, 39, 50] : [1, 39, 50]
  return [
    ...fixed.map(([month, day]) => civilDay(year, month, day) as Day),
    ...moving.map(offset => addDays(easter, offset)),
  ]
}

/** Gregorian Easter by the anonymous computus (Meeus, Astronomical Algorithms, chapter 8). */
export function easterSunday(year: number): Day {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const yearOfCentury = year % 100
  const leapCenturies = Math.floor(century / 4)
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - leapCenturies - correction + 15) % 30
  const weekdayShift =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7
  const lateMoon = Math.floor((golden + 11 * epact + 22 * weekdayShift) / 451)
  const position = epact + weekdayShift - 7 * lateMoon + 114
  return civilDay(year, Math.floor(position / 31), (position % 31) + 1) as Day
}
