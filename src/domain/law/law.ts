import type { Calendar } from '../calendar.ts'
import type { ContactHours } from '../contact-hours.ts'
import type { DebtorKind } from '../debtor.ts'
import type { ChannelName } from '../scenario.ts'

/** What a country's law says that a decision depends on: its working days and hours, and how long a claim lives. */
export type Law = Calendar & {
  limitation(debtor: DebtorKind, trade: LimitedTrade): LimitationRule
  /** Null where the hour does not matter. */
  contactHours(channel: ChannelName): ContactHours | null
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
  /** A contract between businesses may set another length. */
  readonly contractMayChange: boolean
  readonly article: string
}
