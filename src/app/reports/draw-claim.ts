import { claimOfAccount, claimOn } from '../../domain/claim/case-claim.ts'
import type { Claim } from '../../domain/claim/claim.ts'
import type { Day } from '../../domain/date.ts'
import { readCase } from '../change-cases.ts'
import type { Desk } from '../desk.ts'
import { findOneCase } from '../find-case.ts'
import { type Refused, refuse } from '../refused.ts'

export type DrawnClaim = Claim & { case: string; debtor: string; currency: string; until: Day }

export type DrawClaim = { about: string }

/** What a debtor owes on a day, line by line: the open items of the case, or the invoice named, settled or not. */
export async function drawClaim(desk: Desk, input: DrawClaim): Promise<DrawnClaim | Refused> {
  const found = await desk.transaction(async tx => {
    const one = await findOneCase(tx, input.about)
    return 'refused' in one ? one : (await readCase(desk, tx, one.caseId)).stored.caseFile
  })
  if ('refused' in found) return found
  const caseFile = found
  const named = caseFile.items.filter(item => item.invoice === input.about || item.name === input.about)
  const { rates } = desk.country
  const claim =
    named.length > 0
      ? claimOn(caseFile, named, desk.today, rates)
      : claimOfAccount(caseFile, desk.today, rates)
  if ('unknownRate' in claim) return refuse('unknown-rate', { rate: claim.unknownRate })
  return {
    ...claim,
    case: caseFile.id,
    debtor: caseFile.debtor.name,
    currency: caseFile.currency,
    until: desk.today,
  }
}
