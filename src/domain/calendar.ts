import { addDays, type Day, weekday } from './date.ts'

/** Which days are working days, for one country and its regional options. */
export type Calendar = {
  isHoliday(day: Day): boolean
  /** The country's alone, where a region adds days to it: legal delays are counted on it. */
  national?: Calendar
}

export function isWorkingDay(calendar: Calendar, day: Day): boolean {
  return weekday(day) <= 5 && !calendar.isHoliday(day)
}

/** The day itself when people work on it, else the next day on which they do. */
export function nextContactDay(calendar: Calendar, from: Day): Day {
  let day = from
  while (!isWorkingDay(calendar, day)) day = addDays(day, 1)
  return day
}

/** The n-th working day after a day, that day not counted: Friday + 1 = Monday. */
export function addWorkingDays(calendar: Calendar, from: Day, days: number): Day {
  let day = from
  for (let left = days; left > 0; left--) day = nextContactDay(calendar, addDays(day, 1))
  return day
}
