/**
 * Calendar dates as day numbers: 1970-01-01 is day 0. No clock, no time zone, no instant.
 * Arithmetic is integer arithmetic, so a date can never shift by way of UTC.
 */
export type Day = number & { readonly unit: 'day' }

/** Weekdays as ISO 8601 counts them: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

type Civil = { year: number; month: number; day: number }

const DAYS_PER_ERA = 146_097
const EPOCH_OFFSET_DAYS = 719_468

/** The day of a civil date; null when the date doesn't exist (30 February). Years 1 to 9999. */
export function civilDay(year: number, month: number, day: number): Day | null {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return null
  if (!Number.isInteger(month) || month < 1 || month > 12) return null
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return null
  return toDay(year, month, day)
}

/** `YYYY-MM-DD` → day; null when the text is anything else or the date doesn't exist. */
export function parseDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match ? civilDay(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

/** The day of a date known to be right, such as a constant of the law. Throws on anything else. */
export function day(text: string): Day {
  const parsed = parseDay(text)
  if (parsed === null) throw new RangeError(`not a date: ${text}`)
  return parsed
}

/** Day → `YYYY-MM-DD`. */
export function formatDay(value: Day): string {
  const { year, month, day } = civil(value)
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

/** Year, month (1–12) and day of month. */
export function civil(value: Day): Civil {
  const shifted = value + EPOCH_OFFSET_DAYS
  const era = Math.floor(shifted / DAYS_PER_ERA)
  const dayOfEra = shifted - era * DAYS_PER_ERA
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  }
}

export function addDays(value: Day, days: number): Day {
  return (value + days) as Day
}

/** Same day of a later (or earlier) month, or that month's last day: 31 January + 1 month = 28 February (CPC art. 641). */
export function addMonths(value: Day, months: number): Day {
  const { year, month, day } = civil(value)
  const index = year * 12 + (month - 1) + months
  const target = { year: Math.floor(index / 12), month: (index % 12) + 1 }
  return toDay(target.year, target.month, Math.min(day, daysInMonth(target.year, target.month)))
}

export function endOfMonth(value: Day): Day {
  const { year, month } = civil(value)
  return toDay(year, month, daysInMonth(year, month))
}

export function endOfYear(value: Day): Day {
  return toDay(civil(value).year, 12, 31)
}

/** Days in the year of a day: 365 or 366. */
export function yearDays(value: Day): number {
  return isLeap(civil(value).year) ? 366 : 365
}

export function weekday(value: Day): Weekday {
  return (((((value + 3) % 7) + 7) % 7) + 1) as Weekday
}

export function laterOf(a: Day, b: Day): Day {
  return a > b ? a : b
}

export function earlierOf(a: Day, b: Day): Day {
  return a < b ? a : b
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

function toDay(year: number, month: number, day: number): Day {
  const marchYear = month <= 2 ? year - 1 : year
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return (era * DAYS_PER_ERA + dayOfEra - EPOCH_OFFSET_DAYS) as Day
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
