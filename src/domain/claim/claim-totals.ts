/** What is asked of a debtor for some items on a day. */
import type { Case } from '../case/case.ts'
import { nettedCreditCents } from '../case/credit.ts'
import { disputedCents } from '../case/hold.ts'
import type { OpenItem } from '../case/open-item.ts'
import type { Day } from '../date.ts'
import type { RateBook } from '../interest/rate.ts'
import { type Cents, smallerOf, subtract, sum } from '../money.ts'
import type { Stage } from '../scenario.ts'
import { claimOn } from './case-claim.ts'
import { claimable } from './claimable.ts'

/** The principal: balances, less what is contested, less credits on the account up to that. */
export function principalTotals(
  caseFile: Case,
  items: readonly OpenItem[],
): { askedCents: Cents; creditCents: Cents; disputedCents: Cents } {
  const listed = sum(items.map(item => item.balanceCents))
  const disputed = sum(items.map(item => disputedCents(caseFile, item)))
  const undisputed = subtract(listed, disputed)
  const creditCents = smallerOf(nettedCreditCents(caseFile), undisputed)
  return { askedCents: subtract(undisputed, creditCents), creditCents, disputedCents: disputed }
}

/** Stages whose messages claim interest and the indemnity beside the principal; an agency's always do. */
export function claimsInterest(stage: Stage): boolean {
  return stage === 'level-3' || stage === 'formal-notice' || stage === 'litigation'
}

/**
 * Interest and indemnity, less what was waived, at the stages that claim them, and whatever the stage where an agency must tell them
 * apart; never to a consumer, nothing while a rate is unknown.
 */
export function claimTotals(
  caseFile: Case,
  items: readonly OpenItem[],
  { stage, isForOthers, on }: { stage: Stage; isForOthers: boolean; on: Day },
  rates: RateBook,
): { interestCents: Cents; indemnityCents: Cents; complementCents: Cents } | undefined {
  if (!(isForOthers || claimsInterest(stage)) || caseFile.debtor.kind === 'consumer') return undefined
  const claim = claimOn(caseFile, items, on, rates)
  if ('unknownRate' in claim) return undefined
  const { interestCents, indemnityCents, flatIndemnityCents } = claimable(claim)
  return {
    interestCents,
    indemnityCents: flatIndemnityCents,
    complementCents: subtract(indemnityCents, flatIndemnityCents),
  }
}
