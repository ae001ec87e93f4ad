import type { Country } from '../../domain/country.ts'
import { frenchCalendar } from './holidays.ts'
import { frenchLimitation } from './limitation.ts'
import { frenchNoticeLaw } from './notice-law.ts'
import { FRENCH_TERM_LIMITS, frenchRates } from './rates.ts'
import { AGENCY_SCENARIO, frenchScenarios } from './scenarios.ts'

export const france: Country = {
  code: 'fr',
  law: options => ({ ...frenchCalendar(options), limitation: frenchLimitation }),
  scenarios: frenchScenarios,
  scenarioFor: kind =>
    kind === 'consumer' ? 'amiable-consumer' : kind === 'public-body' ? 'public-body' : 'amiable-b2b',
  scenarioForOthers: AGENCY_SCENARIO,
  rates: frenchRates,
  termLimits: FRENCH_TERM_LIMITS,
  noticeLaw: frenchNoticeLaw,
}
