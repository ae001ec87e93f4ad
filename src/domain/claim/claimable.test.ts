import { expect, test } from 'vitest'
import { frenchRates } from '../../countries/fr/rates.ts'
import { day } from '../date.ts'
import { standardTerms } from '../interest/late-interest.ts'
import { cents } from '../money.ts'
import { type Claim, drawUpClaim } from './claim.ts'
import type { Waiver } from './claim-item.ts'
import { claimable } from './claimable.ts'

test.each([
  ['nothing', [], { interestCents: 6726n, indemnityCents: 28_000n, flatIndemnityCents: 4000n }],
  ['a part of the interest', [waived('interest', 726n)], { interestCents: 6000n, indemnityCents: 28_000n }],
  ['the complement', [waived('indemnity', 24_000n)], { indemnityCents: 4000n, flatIndemnityCents: 4000n }],
  [
    'more than the complement',
    [waived('indemnity', 25_000n)],
    { indemnityCents: 3000n, flatIndemnityCents: 3000n },
  ],
  ['all of it', [waived('indemnity', 99_999n)], { indemnityCents: 0n, flatIndemnityCents: 0n }],
  ['principal', [waived('principal', 10_000n)], { principalCents: 890_000n }],
])('waived: %s', (_, waivers, expected) => {
  const asked = claimable(claimWith(waivers))
  expect(asked).toMatchObject(expected)
  expect(asked.principalCents + asked.interestCents + asked.indemnityCents).toBe(asked.totalCents)
})

/** 10 000.00 due on 20 June 2026, 1 000.00 of it paid on the last day, and 280.00 of proven costs. */
function claimWith(waivers: readonly Waiver[]): Claim {
  const until = day('2026-07-10')
  const item = {
    invoice: 'F-1',
    issuedOn: day('2026-05-20'),
    dueOn: day('2026-06-20'),
    amountCents: cents(1_000_000n),
    movements: [{ on: until, amountCents: cents(100_000n), kind: 'payment' as const }],
    costs: [{ on: until, amountCents: cents(28_000n), document: 'facture 88' }],
    waivers,
  }
  const claim = drawUpClaim([item], { ...standardTerms('business', until), insolvencyOn: null }, frenchRates)
  if ('unknownRate' in claim) throw new Error(claim.unknownRate)
  return claim
}

function waived(of: Waiver['of'], amountCents: bigint): Waiver {
  return { on: day('2026-07-10'), of, amountCents: cents(amountCents) }
}
