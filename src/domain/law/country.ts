import type { Calendar } from '../calendar.ts'
import type { DebtorKind } from '../debtor.ts'
import type { KnownRate, RateBook } from '../interest/rate.ts'
import type { Scenario } from '../scenario.ts'
import type { AddressCustom } from './addresses.ts'
import type { BadDebtNoticeLaw } from './bad-debt-notice.ts'
import type { Bookkeeping } from './bookkeeping.ts'
import type { Law } from './law.ts'
import type { NoticeLaw } from './notice-law.ts'
import type { TermLaw } from './term-law.ts'
import type { CountryTexts } from './texts.ts'
import type { WordingLaw } from './wording-law.ts'

/** What the product asks of a country. Everything that differs by law or custom comes through here. */
export type Country = {
  readonly code: string
  /** Of its clocks on the wall, as IANA names it: the day and the hour there are those of the product. */
  readonly timeZone: string
  law(options: CalendarOptions): Law
  readonly scenarios: ReadonlyMap<string, Scenario>
  /** The scenario of a new case when nobody chooses another. */
  scenarioFor(kind: DebtorKind): string
  /** The same for an agency, which collects for others. */
  readonly scenarioForOthers: string
  /** The rates that claims are drawn with. */
  readonly rates: RateBook
  readonly bookkeeping: Bookkeeping
  /** The days on which its banks settle direct debits. */
  readonly bankingDays: Calendar
  /** Those that the program brings, by series, oldest first. */
  readonly knownRates: readonly KnownRate[]
  /** A book of those, and of the rates that people recorded for days that those don't cover. */
  rateBook(recorded: readonly KnownRate[]): RateBook
  readonly termLaw: TermLaw
  readonly noticeLaw: NoticeLaw
  readonly badDebtNotice: BadDebtNoticeLaw
  readonly texts: CountryTexts
  readonly wording: WordingLaw
  readonly addresses: AddressCustom
}

/** Whether a scenario is that of an agency, whose first letter must reach each item before any other message. */
export function isForOthers({ scenarios }: Pick<Country, 'scenarios'>, scenarioId: string): boolean {
  return scenarios.get(scenarioId)?.firstLetter !== undefined
}

/** Regions with more holidays than the country; `null` is the country itself. */
export type CalendarOptions = { region: string | null }
