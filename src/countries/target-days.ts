import type { Calendar } from '../domain/calendar.ts'
import { addDays, civil } from '../domain/date.ts'
import { easterSunday } from './fr/holidays.ts'

/** Days on which TARGET, hence a SEPA debit, settles: no weekend, 1 January, Good Friday, Easter Monday, 1 May, 25 and 26 December. */
export const targetDays: Calendar = {
  isHoliday(day) {
    const date = civil(day)
    if (CLOSED.has(`${date.month}-${date.day}`)) return true
    const easter = easterSunday(date.year)
    return day === addDays(easter, -2) || day === addDays(easter, 1)
  },
}

const CLOSED: ReadonlySet<string> = new Set(['1-1', '5-1', '12-25', '12-26'])
