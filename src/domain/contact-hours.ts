import { type Calendar, isWorkingDay } from './calendar.ts'
import type { Day } from './date.ts'

/** Hours in which a debtor's telephone may ring, calls and text messages alike: 10 to 13 and 14 to 20. */
const TELEPHONE_HOURS = [
  [10, 13],
  [14, 20],
] as const

/** `minutes` since midnight, by the debtor's clock. The product keeps to it for businesses as for consumers. */
export function mayTelephoneAt(calendar: Calendar, day: Day, minutes: number): boolean {
  return (
    isWorkingDay(calendar, day) &&
    TELEPHONE_HOURS.some(([from, to]) => minutes >= from * 60 && minutes < to * 60)
  )
}
