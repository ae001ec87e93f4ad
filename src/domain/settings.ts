import { type Cents, ZERO } from './money.ts'
import type { Grouping } from './scenario.ts'

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
  /** Days that the formal notice gives, from first presentation. */
  formalNoticeDays: number
}

export const DEFAULT_SETTINGS: Settings = {
  minimumCents: ZERO,
  maximumCents: null,
  grouping: null,
  region: null,
  formalNoticeDays: 8,
}
