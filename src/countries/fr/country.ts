import type { Country } from '../../domain/law/country.ts'
import { targetDays } from '../target-days.ts'
import { frenchAddresses } from './addresses.ts'
import { frenchBadDebtNotice } from './bad-debt-notice.ts'
import { frenchBookkeeping } from './bookkeeping.ts'
import { frenchCallLimit, frenchContactHours } from './contact-hours.ts'
import { frenchCalendar } from './holidays.ts'
import { frenchInsolvency } from './insolvency.ts'
import { frenchLimitation } from './limitation.ts'
import { frenchNoticeLaw } from './notice-law.ts'
import { FRENCH_KNOWN_RATES, frenchRateBook, frenchRates } from './rates.ts'
import { AGENCY_SCENARIO, frenchScenarios } from './scenarios.ts'
import { FRENCH_TERM_LAW } from './terms.ts'
import { frenchTexts } from './texts/french-texts.ts'
import { frenchWording } from './wording-law.ts'

export const france: Country = {
  code: 'fr',
  timeZone: 'Europe/Paris',
  law: options => ({
    ...frenchCalendar(options),
    limitation: frenchLimitation,
    contactHours: frenchContactHours,
    callLimit: frenchCallLimit,
    insolvency: frenchInsolvency,
  }),
  scenarios: frenchScenarios,
  scenarioFor: kind =>
    kind === 'consumer' ? 'amiable-consumer' : kind === 'public-body' ? 'public-body' : 'amiable-b2b',
  scenarioForOthers: AGENCY_SCENARIO,
  rates: frenchRates,
  bookkeeping: frenchBookkeeping,
  bankingDays: targetDays,
  knownRates: FRENCH_KNOWN_RATES,
  // The program's own come last, and are found first: they were checked.
  rateBook: recorded => frenchRateBook([...recorded, ...FRENCH_KNOWN_RATES]),
  termLaw: FRENCH_TERM_LAW,
  noticeLaw: frenchNoticeLaw,
  badDebtNotice: frenchBadDebtNotice,
  texts: frenchTexts,
  wording: frenchWording,
  addresses: frenchAddresses,
}
