import type { Day } from '../date.ts'
import type { Movement } from '../interest/appropriation.ts'
import type { InterestTerms } from '../interest/interest-terms.ts'
import type { Cents } from '../money.ts'

/** An amount due on one date. Items of one invoice bear the same `invoice` number and count as one for the 40 €. */
export type ClaimItem = {
  readonly invoice: string
  readonly issuedOn: Day
  readonly dueOn: Day
  /** Its own formal notice, where that is known item by item; else the one of the terms. */
  readonly formalNoticeOn?: Day | null
  readonly amountCents: Cents
  readonly movements: readonly Movement[]
  readonly waivers?: readonly Waiver[]
  /** The judgment that stopped this claim, null for none; absent: by its issue date and that of the terms. */
  readonly stoppedOn?: Day | null
  readonly costs?: readonly RecoveryCost[]
}

/** How a claim is counted; `insolvencyOn` is the day of the judgment that opens insolvency proceedings. */
export type ClaimTerms = InterestTerms & { readonly insolvencyOn: Day | null }

/** What recovering an invoice has cost, as a document proves it. */
export type RecoveryCost = { readonly on: Day; readonly amountCents: Cents; readonly document: string }

/** An amount that the creditor gives up for now: it stays visible and can be claimed later. */
export type Waiver = {
  readonly on: Day
  readonly of: 'principal' | 'interest' | 'indemnity'
  readonly amountCents: Cents
}
