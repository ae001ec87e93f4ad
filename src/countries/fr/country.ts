import type { Country } from '../../domain/country.ts'
import { frenchBookkeeping } from './bookkeeping.ts'
import { frenchCalendar } from './holidays.ts'
import { frenchLimitation } from './limitation.ts'
import { FRENCH_TERM_LIMITS, frenchRates } from './rates.ts'
import { frenchScenarios } from './scenarios.ts'

export const france: Country = {
  code: 'fr',
  law: options => ({ ...frenchCalendar(options), limitation: frenchLimitation }),
  scenarios: frenchScenarios,
  scenarioFor: kind =>
    kind === 'consumer' ? 'amiable-consumer' : kind === 'public-body' ? 'public-body' : 'amiable-b2b',
  rates: frenchRates,
  termLimits: FRENCH_TERM_LIMITS,
  bookkeeping: frenchBookkeeping,
}
