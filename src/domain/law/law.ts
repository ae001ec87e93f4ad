import type { Calendar } from '../calendar.ts'
import type { ContactHours } from '../contact-hours.ts'
import type { DebtorKind } from '../debtor.ts'
import type { ChannelName } from '../scenario.ts'

/** What a country's law says that a decision depends on: its working days and hours, how long a claim lives, what a judgment asks. */
export type Law = Calendar & {
  limitation(debtor: DebtorKind, trade: LimitedTrade): LimitationRule
  /** Null where the hour does not matter. */
  contactHours(channel: ChannelName): ContactHours | null
  /** How often such a debtor may be called, or sent a text; null: as often as its scenario says. */
  callLimit(debtor: DebtorKind): CallLimit | null
  readonly insolvency: InsolvencyLaw
}

export type CallLimit = { readonly calls: number; readonly days: number }

/** How long a creditor has to declare its claim once a judgment is published, and to ask for relief once that time is past. */
export type InsolvencyLaw = {
  readonly declarationMonths: number
  /** For a creditor outside the country's own ground. */
  readonly declarationMonthsFromAfar: number
  readonly reliefMonths: number
}

/** Trades whose claims the law lets live for a shorter time; `general` is everybody else. */
export type LimitedTrade = 'general' | 'transport' | 'telecom'

/** How long a claim lives, and what makes it live longer. */
export type LimitationRule = {
  readonly months: number
  /** Counted from the 1 January that follows, as the State and its bodies do. */
  readonly byCalendarYear: boolean
  /** For the State and its bodies any written claim interrupts; for others a formal notice, even registered, does not. */
  readonly formalNoticeInterrupts: boolean
  /** How long an enforceable judgment lives, from its day. */
  readonly titleMonths: number
  readonly titleArticle: string
  /** From the birth of the claim: beyond that nothing but a court keeps it alive. */
  readonly longestMonths: number
  /** What is left at least when the count goes on after a mediation. */
  readonly monthsAfterMediation: number
  /** The text that lets a contract between businesses set another length; null where none does. */
  readonly contractArticle: string | null
  readonly article: string
}
