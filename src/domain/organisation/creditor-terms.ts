import type { Appropriation } from '../interest/appropriation.ts'
import type { InterestTerms } from '../interest/interest-terms.ts'
import type { StatedRate } from '../interest/statutory-rate.ts'

/** How a creditor counts what its debtors owe, where the law leaves a choice. */
export type CreditorTerms = {
  readonly contractRate: StatedRate | null
  readonly appropriation: Appropriation
  readonly basis: InterestTerms['basis']
  readonly capitalisation: boolean
}

export const STANDARD_CREDITOR_TERMS: CreditorTerms = {
  contractRate: null,
  appropriation: 'principal-first',
  basis: '365',
  capitalisation: false,
}
