import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { france } from '../../countries/fr/country.ts'
import type { Case } from '../case/case.ts'
import type { CreditNote, DueItem } from '../case/invoice.ts'
import { addDays, day } from '../date.ts'
import type { DebtorKind } from '../debtor.ts'
import type { Fact } from '../facts/fact.ts'
import { record } from '../facts/record.ts'
import { cents, sum } from '../money.ts'
import type { Scenario } from '../scenario.ts'
import { replay } from '../story/replay.ts'
import { parseStory } from '../story/story.ts'
import { claimOfAccount, claimOn } from './case-claim.ts'
import type { Claim } from './claim.ts'

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
  const caseFile = lived(facts)
  const invoice = claimOn(caseFile, caseFile.items, day('2026-07-10'), france.rates) as Claim
  expect(invoice.totals.creditedCents).toBe(0n)
})

test('a credit note counts from its own date, however late it is set against the invoice', () => {
  const credited = lived('2026-06-25 credit A-1 4000.00\n')
  const note = credited.creditNotes[0] as CreditNote
  const allocation = { source: 'credit-note', sourceId: note.id, amountCents: note.amountCents } as const
  const item = credited.items[0] as DueItem
  const caseFile = {
    ...credited,
    allocations: [{ ...allocation, id: 99, itemId: item.id, allocatedOn: day('2026-07-09') }],
  }
  const { lines } = claimOfAccount(caseFile, day('2026-07-10'), france.rates) as Claim
  expect(lines.filter(line => line.kind === 'interest').map(line => [line.baseCents, line.days])).toEqual([
    [1_000_000n, 4],
    [600_000n, 6],
    [600_000n, 10],
  ])
})

describe('what a person recorded about the claim', () => {
  test('waivers are shown, of an invoice already settled too', () => {
    const facts = '2026-07-01 waive interest 20.00 F-1\n2026-07-02 waive indemnity 15.00 F-1\n'
    const { lines, totals } = account(facts)
    expect(lines.filter(line => line.kind === 'waived').map(line => [line.source, line.amountCents])).toEqual(
      [
        ['interest', -2000n],
        ['indemnity', -1500n],
      ],
    )
    expect(totals).toMatchObject({ interestCents: 6726n, indemnityCents: 4000n, waivedCents: 3500n })
    const paid = lived(`2026-06-30 pay 10000.00 F-1\n${facts}`)
    const invoice = claimOn(paid, paid.items, day('2026-07-10'), france.rates) as Claim
    expect(invoice.totals).toMatchObject({ interestCents: 3329n, waivedCents: 3500n, totalCents: 3829n })
  })

  test('a waiver of a later day is not seen before it', () => {
    const caseFile = lived('2026-07-05 waive interest 20.00 F-1\n')
    const before = claimOfAccount(caseFile, day('2026-07-04'), france.rates) as Claim
    expect(before.totals.waivedCents).toBe(0n)
  })

  test('proven costs are claimed beyond the 40 €, each document on a line of its own', () => {
    const { lines, totals } = account(
      '2026-07-01 claim-costs 30.00 F-1 "frais postaux"\n2026-07-02 claim-costs 250.00 F-1 "facture 88"\n',
    )
    const complements = lines.filter(line => line.kind === 'complement')
    expect(complements.map(line => [line.source, line.baseCents, line.amountCents])).toEqual([
      ['C. com. L441-10 II : frais postaux', 3000n, 0n],
      ['C. com. L441-10 II : facture 88', 25_000n, 24_000n],
    ])
    expect(totals.indemnityCents).toBe(28_000n)
  })

  test('a consumer owes no costs, whatever a document says', () => {
    const consumer = HEADER.replace('business', 'consumer')
    const told = () => lived('2026-07-01 claim-costs 250.00 F-1 "facture 88"\n', consumer)
    expect(told).toThrow('costs-of-consumer')
  })

  test('costs of an invoice that is not late are not claimed', () => {
    const caseFile = lived('2026-06-02 claim-costs 250.00 F-1 "facture 88"\n')
    expect((claimOfAccount(caseFile, day('2026-06-20'), france.rates) as Claim).totals.indemnityCents).toBe(
      0n,
    )
  })

  test('an invoice that the case does not hold is refused', () => {
    expect(() => lived('2026-07-01 waive interest 20.00 F-9\n')).toThrow('F-9')
  })
})

describe('a consumer', () => {
  const consumer = HEADER.replace('business', 'consumer')

  test('owes interest on the items of the formal notice alone', () => {
    const caseFile = lived(
      '2026-06-05 invoice F-2 500.00 issued 2026-06-05 due 2026-06-25\n2026-06-30 already j40 2026-06-30 F-1\n',
      consumer,
    )
    const { lines } = claimOfAccount(caseFile, day('2026-07-10'), france.rates) as Claim
    expect(
      lines.filter(line => line.kind === 'interest').map(line => [line.invoice, line.from, line.rateBps]),
    ).toEqual([['F-1', day('2026-07-01'), 275]])
  })

  test('of two judgments the later one counts', () => {
    const facts = '2026-06-20 already j40 2026-06-20 F-1\n2026-07-01 judgment 2026-04-30\n'
    const rates = (more: string) =>
      account(facts + more, consumer)
        .lines.filter(line => line.kind === 'interest')
        .map(line => [line.days, line.rateBps])
    expect(rates('')).toEqual([
      [10, 262],
      [10, 775],
    ])
    expect(rates('2026-07-02 judgment 2026-05-03\n')).toEqual([
      [10, 262],
      [3, 275],
      [7, 775],
    ])
  })
})

describe('a creditor’s terms', () => {
  const creditorTerms = {
    contractRate: { rateBps: 800, source: 'CGV art. 7' },
    appropriation: 'interest-first',
    basis: 'actual',
    capitalisation: true,
  } as const

  test('make the claim between businesses, with the warning they call for', () => {
    const claim = claimOfAccount({ ...lived(''), creditorTerms }, day('2026-07-10'), france.rates) as Claim
    expect(claim.lines.find(line => line.kind === 'interest')).toMatchObject({
      rateBps: 800,
      source: 'CGV art. 7',
    })
    expect(claim.warnings.map(warning => warning.code)).toEqual(['below-legal-floor'])
  })

  test('leave a public body the rate of the decree', () => {
    const caseFile = { ...lived('', HEADER.replace('business', 'public-body')), creditorTerms }
    const claim = claimOfAccount(caseFile, day('2026-07-10'), france.rates) as Claim
    expect(claim.lines.find(line => line.kind === 'interest')?.rateBps).toBe(1015)
    expect(claim.warnings).toEqual([])
  })
})

describe('laws', () => {
  const items = ['F-1', 'F-2']
  const amountCents = fc.integer({ min: 1, max: 100_00 }).map(cents)
  const fact: fc.Arbitrary<Fact> = fc.oneof(
    fc.record({
      kind: fc.constant('pay' as const),
      amountCents,
      items: fc.constantFrom(...items).map(item => [item]),
    }),
    fc.record({
      kind: fc.constant('waive' as const),
      of: fc.constantFrom('interest' as const, 'indemnity' as const),
      amountCents,
      item: fc.constantFrom(...items),
    }),
    fc.record({
      kind: fc.constant('claim-costs' as const),
      amountCents,
      item: fc.constantFrom(...items),
      document: fc.constantFrom('D-1', 'D-2'),
    }),
    fc.record({
      kind: fc.constant('judgment' as const),
      on: fc.integer({ min: 0, max: 60 }).map(days => addDays(day('2026-04-01'), days)),
    }),
    fc.record({
      kind: fc.constant('credit' as const),
      number: fc.constantFrom('A-1', 'A-2'),
      amountCents,
      forItem: fc.constantFrom(...items),
    }),
  )
  const shuffled = fc
    .array(fact, { maxLength: 8 })
    .chain(facts => fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length })))
  const kinds = fc.constantFrom<DebtorKind>('business', 'public-body', 'consumer')
  const appropriations = fc.constantFrom('principal-first' as const, 'interest-first' as const)

  test('the order of the facts of a day changes nothing; lines add up; waiving leaves the principal', () => {
    fc.assert(
      fc.property(shuffled, kinds, appropriations, ([facts, others], kind, appropriation) => {
        const start = lived(
          '2026-06-05 invoice F-2 9000.00 issued 2026-06-05 due 2026-06-15\n2026-06-20 already j40 2026-06-20 F-1\n',
          HEADER.replace('business', kind),
        )
        const terms = { ...start.creditorTerms, appropriation }
        const claimAfter = (given: readonly Fact[]) => {
          const after = given.reduce<Case>((caseFile, each) => {
            const next = record(caseFile, each, day('2026-06-30'), scenarioOf(caseFile))
            return 'refused' in next ? caseFile : next
          }, start)
          return claimOfAccount({ ...after, creditorTerms: terms }, day('2026-07-31'), france.rates) as Claim
        }
        const claim = claimAfter(facts)
        expect(claimAfter(others)).toEqual(claim)
        const { totals, lines } = claim
        expect(sum(lines.map(line => line.amountCents))).toBe(totals.totalCents)
        const unwaived = claimAfter(facts.filter(each => each.kind !== 'waive'))
        expect({
          ...unwaived.totals,
          waivedCents: totals.waivedCents,
          totalCents: totals.totalCents,
        }).toEqual(totals)
        expect(unwaived.totals.totalCents - totals.waivedCents).toBe(totals.totalCents)
      }),
    )
  })
})

function scenarioOf(caseFile: Case): Scenario {
  return france.scenarios.get(caseFile.scenarioId) as Scenario
}

function account(facts: string, header = HEADER): Claim {
  return claimOfAccount(lived(facts, header), day('2026-07-10'), france.rates) as Claim
}

function lived(facts: string, header = HEADER) {
  const story = parseStory(header + facts)
  if ('problems' in story) throw new Error(JSON.stringify(story.problems))
  const told = replay(story, france)
  if ('problems' in told) throw new Error(JSON.stringify(told.problems))
  return told.end
}
