import type { LimitedTrade } from '../law/law.ts'
import { type Cents, ZERO } from '../money.ts'
import type { Grouping } from '../scenario.ts'

/** What an organisation may set. Every value has a default that suits most French companies. */
export type Settings = {
  /** Overdue balance of a case under which nothing is chased. */
  minimumCents: Cents
  /** Sum listed above which a person must approve the message; null for none. */
  maximumCents: Cents | null
  /** Null: as the scenario says. */
  grouping: Grouping | null
  /** Region with more holidays; null for none. */
  region: string | null
  /** What becomes of credits on the account in what is asked: taken off, shown beside it, or left out altogether. */
  credits: 'net' | 'list' | 'ignore'
  /** Where an item that is late when its case begins comes in: the first step, or the highest come by then, up to a stage. */
  entry: 'first' | 'level-1' | 'level-2' | 'level-3'
  /** The first message to a debtor whom nobody has reached yet: by itself, or once a person has confirmed it. */
  firstMessage: 'automatic' | 'to-confirm'
  /** Days that the formal notice gives, from first presentation. */
  formalNoticeDays: number
  /** Age in days beyond which bank data is stale and nothing is asked of anybody; null: not looked at. */
  bankDataDays: number | null
  /** What stale bank data does: reminders wait, or the day's report warns and they go. */
  staleBankData: 'wait' | 'warn'
  /** The creditor's trade, or the years that its contracts set, where the law lets them; never for a consumer. */
  limitation: LimitedTrade | number
  /** Days after the due date within which a late item has to be declared to the credit insurer; null: not insured. */
  creditInsuranceDays: number | null
  /** The creditor lives or has its seat outside metropolitan France: longer to declare a claim. */
  creditorOutsideMetropolitanFrance: boolean
}

export const DEFAULT_SETTINGS: Settings = {
  minimumCents: ZERO,
  maximumCents: null,
  grouping: null,
  region: null,
  credits: 'net',
  entry: 'first',
  firstMessage: 'automatic',
  formalNoticeDays: 8,
  bankDataDays: null,
  staleBankData: 'wait',
  limitation: 'general',
  creditInsuranceDays: null,
  creditorOutsideMetropolitanFrance: false,
}
