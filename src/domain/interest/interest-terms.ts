import type { Day } from '../date.ts'
import type { DebtorKind } from '../debtor.ts'
import type { Appropriation } from './appropriation.ts'
import type { StatedRate } from './statutory-rate.ts'

/** How interest is counted, up to and including the day `until`. See `standardTerms` for the defaults. */
export type InterestTerms = {
  readonly debtor: DebtorKind
  readonly until: Day
  /** Day of the formal notice, from which a consumer owes interest; null when there was none. */
  readonly formalNoticeOn: Day | null
  /** Day on which a judgment became enforceable; the legal rate rises two months later (CMF L313-3). */
  readonly judgmentEnforceableOn: Day | null
  /** The rate of the contract in place of the law's; `source` is the clause, shown in the claim. */
  readonly contractRate: StatedRate | null
  /** Days in a year: 365 always, or 366 for the days of a leap year. */
  readonly basis: '365' | 'actual'
  readonly appropriation: Appropriation
  /** Interest owed for a whole year bears interest (C. civ. 1343-2): only by contract or by a court's decision. */
  readonly capitalisation: boolean
}
