import { type Calendar, isWorkingDay, nextContactDay } from './calendar.ts'
import { addDays, type Day } from './date.ts'

/** When a debtor may be reached: minutes of the day where the debtor is, in order, the first of each included, the last not. */
export type ContactHours = readonly (readonly [from: number, until: number])[]

/** A day and a minute of it. */
export type ContactTime = { readonly day: Day; readonly minute: number }

/** That very minute when it is permitted, else the first one that is. */
export function nextContactTime(calendar: Calendar, hours: ContactHours, time: ContactTime): ContactTime {
  const { day, minute } = time
  if (isWorkingDay(calendar, day)) {
    const later = hours.find(([, until]) => minute < until)
    if (later) return { day, minute: Math.max(minute, later[0]) }
  }
  return { day: nextContactDay(calendar, addDays(day, 1)), minute: hours[0]?.[0] ?? 0 }
}

export function isContactTime(calendar: Calendar, hours: ContactHours, time: ContactTime): boolean {
  const next = nextContactTime(calendar, hours, time)
  return next.day === time.day && next.minute === time.minute
}
