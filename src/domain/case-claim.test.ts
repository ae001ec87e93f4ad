import { expect, test } from 'vitest'
import { france } from '../countries/fr/country.ts'
import { claimOfAccount, claimOn } from './case-claim.ts'
import type { Claim } from './claim.ts'
import { day } from './date.ts'
import { replay } from './replay.ts'
import { parseStory } from './story.ts'

const HEADER = `creditor "Atelier Nord"
debtor "Durand SARL" business
contact accounts-payable email compta@durand.example
invoice F-1 10000.00 issued 2026-05-20 due 2026-06-20
from 2026-06-01
until 2026-07-10
`

test('the claim of a case runs interest on what each payment leaves', () => {
  const claim = account('2026-06-30 pay 4000.00 F-1\n')
  expect(
    claim.lines
      .filter(line => line.kind === 'interest')
      .map(({ baseCents, days, rateBps, amountCents }) => [baseCents, days, rateBps, amountCents]),
  ).toEqual([
    [1_000_000n, 10, 1215, 3329n],
    [600_000n, 10, 1240, 2038n],
  ])
  expect(claim.totals).toMatchObject({
    principalCents: 1_000_000n,
    paidCents: 400_000n,
    interestCents: 5367n,
    indemnityCents: 4000n,
  })
})

test('a rejected payment never stopped the interest', () => {
  const claim = account('2026-06-30 pay 4000.00 F-1\n2026-07-02 unpay 4000.00 F-1\n')
  expect(claim.totals).toMatchObject({
    paidCents: 0n,
    interestCents: 3329n + 3397n,
    totalCents: 1_000_000n + 6726n + 4000n,
  })
})

test('a credit note that waits on the account is taken off the claim of the account, not off an invoice', () => {
  const facts = '2026-07-01 credit A-1 500.00\n'
  expect(account(facts).totals).toMatchObject({
    creditedCents: 50_000n,
    totalCents: 1_000_000n + 6726n + 4000n - 50_000n,
  })
  const dossier = lived(facts)
  const invoice = claimOn(dossier, dossier.items, day('2026-07-10'), france.rates) as Claim
  expect(invoice.totals.creditedCents).toBe(0n)
})

function account(facts: string): Claim {
  return claimOfAccount(lived(facts), day('2026-07-10'), france.rates) as Claim
}

function lived(facts: string) {
  const story = parseStory(HEADER + facts)
  if ('problems' in story) throw new Error(story.problems[0]?.message)
  const told = replay(story, france)
  if ('problems' in told) throw new Error(told.problems[0]?.message)
  return told.end
}
