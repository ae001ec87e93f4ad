import type { Calendar } from './calendar.ts'
import type { RateBook } from './rate.ts'
import type { Scenario } from './scenario.ts'
import type { TermLimits } from './terms.ts'

/** What the product asks of a country. Everything that differs by law or custom comes through here. */
export type Country = {
  readonly code: string
  calendar(options: CalendarOptions): Calendar
  readonly scenarios: ReadonlyMap<string, Scenario>
  readonly rates: RateBook
  readonly termLimits: TermLimits
}

/** Regions with more holidays than the country; `null` is the country itself. */
export type CalendarOptions = { region: string | null }
