import type { Country } from '../../domain/country.ts'
import { frenchCalendar } from './holidays.ts'
import { FRENCH_TERM_LIMITS, frenchRates } from './rates.ts'
import { amiableB2b } from './scenarios.ts'

export const france: Country = {
  code: 'fr',
  calendar: frenchCalendar,
  scenarios: new Map([[amiableB2b.id, amiableB2b]]),
  rates: frenchRates,
  termLimits: FRENCH_TERM_LIMITS,
}
