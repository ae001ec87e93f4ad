import type { DebtorKind } from './debtor.ts'
import type { Law } from './law.ts'
import type { NoticeLaw } from './notice.ts'
import type { RateBook } from './rate.ts'
import type { Scenario } from './scenario.ts'
import type { TermLimits } from './terms.ts'

/** What the product asks of a country. Everything that differs by law or custom comes through here. */
export type Country = {
  readonly code: string
  law(options: CalendarOptions): Law
  readonly scenarios: ReadonlyMap<string, Scenario>
  /** The scenario of a new case when nobody chooses another. */
  scenarioFor(kind: DebtorKind): string
  /** The same for an agency, which collects for others. */
  readonly scenarioForOthers: string
  readonly rates: RateBook
  readonly termLimits: TermLimits
  readonly noticeLaw: NoticeLaw
}

/** Regions with more holidays than the country; `null` is the country itself. */
export type CalendarOptions = { region: string | null }
