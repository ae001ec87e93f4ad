import type { Country } from '../../domain/country.ts'
import { frenchCalendar } from './holidays.ts'
import { frenchNoticeLaw } from './notice-law.ts'
import { FRENCH_TERM_LIMITS, frenchRates } from './rates.ts'
import { frenchScenarios } from './scenarios.ts'

export const france: Country = {
  code: 'fr',
  calendar: frenchCalendar,
  scenarios: frenchScenarios,
  scenarioFor: kind =>
    kind === 'consumer' ? 'amiable-consumer' : kind === 'public-body' ? 'public-body' : 'amiable-b2b',
  rates: frenchRates,
  termLimits: FRENCH_TERM_LIMITS,
  noticeLaw: frenchNoticeLaw,
}
