import { expect, test } from 'vitest'
import { france } from '../../countries/fr/country.ts'
import { type Claim, drawUpClaim } from '../../domain/claim/claim.ts'
import type { ClaimItem } from '../../domain/claim/claim-item.ts'
import { day } from '../../domain/date.ts'
import { standardTerms } from '../../domain/interest/late-interest.ts'
import { cents } from '../../domain/money.ts'
import { runCommandLine } from '../program/quittance.ts'
import type { Shell } from '../shell.ts'
import { claimText, jsonClaim } from './claim-text.ts'

test('invoice by invoice, with a subtotal each, then totals and warnings', () => {
  const first = { waivers: [{ on: day('2026-07-05'), of: 'interest', amountCents: cents(500n) }] } as const
  const second = { costs: [{ on: day('2026-07-06'), amountCents: cents(25_000n), document: 'facture 88' }] }
  const claim = drawn([item('F-1', first), item('F-2', second)])
  expect(claimText(claim, 'EUR', 'en')).toBe(
    `F-1
  Principal          20 May 2026 – 20 Jun 2026                              €10,000.00
  Interest           21 Jun 2026 – 10 Jul 2026  20 d  8.00%  on €10,000.00      €43.84  CGV 7
  Flat indemnity     21 Jun 2026                                                €40.00  C. com. D441-5
  Waived             5 Jul 2026                                                 −€5.00  interest
  Subtotal                                                                  €10,078.84
F-2
  Principal          20 May 2026 – 20 Jun 2026                              €10,000.00
  Interest           21 Jun 2026 – 10 Jul 2026  20 d  8.00%  on €10,000.00      €43.84  CGV 7
  Flat indemnity     21 Jun 2026                                                €40.00  C. com. D441-5
  Further indemnity  6 Jul 2026                              on €250.00        €210.00  C. com. L441-10 II : facture 88
  Subtotal                                                                  €10,293.84

Principal           €20,000.00
Paid                     €0.00
Credit notes             €0.00
Interest                €87.68
Indemnity              €290.00
  of which further     €210.00
Waived                   €5.00
Total due           €20,372.68
Per further day          €4.38

! half-year from 1 Jul 2026: 8.00%, floor 8.25%; contract rate under the legal floor, three times the legal rate (C. com. L441-10 II)`,
  )
})

test('the document keeps the keys of the contract; warnings come beside them where there are any', () => {
  const { warnings, ...contract } = jsonClaim(drawn([item('F-1', {})])) as Record<string, unknown>
  expect(Object.keys(contract)).toEqual(['lines', 'totals'])
  expect(warnings).toEqual([{ code: 'below-legal-floor', semester: '2026-07-01', rateBps: 800, floor: 825 }])
})

test.each([
  ['--principal 0 --due 2026-06-20 --until 2026-07-10', 'wrong-use'],
  ['--principal -5 --due 2026-06-20 --until 2026-07-10', 'wrong-use'],
  ['--principal 100 --due 2026-06-20 --until 2026-07-10 --paid 0@2026-07-01', 'wrong-use'],
  ['--principal 100 --due 2026-06-20 --until 2026-06-19', 'impossible-dates'],
  ['--principal 100 --due 2026-06-20 --until 2026-07-10 --paid 5@2026-07-11', 'impossible-dates'],
  ['--principal 100 --due 2026-02-30 --until 2026-07-10', 'wrong-use'],
  ['--principal 100 --due 2026-12-20 --until 2027-01-10', 'unknown-rate'],
  ['--principal 100 --due 2026-06-20 --until 2026-07-10 --judgment hier', 'wrong-use'],
])('interest %s: refused, %s', async (options, code) => {
  const { exit, document } = await interest(options)
  expect([exit, (document.error as { code: string }).code]).toEqual([2, code])
})

test('interest takes a judgment and capitalisation', async () => {
  const judged = '--debtor consumer --formal-notice 2025-01-01 --judgment 2025-01-01 --capitalisation'
  const { document } = await interest(`--principal 1000 --due 2024-12-31 --until 2026-02-28 ${judged}`)
  expect((document.lines as { rateBps: number | null; baseCents: number | null }[]).slice(1)).toMatchObject([
    { rateBps: 371, to: '2025-03-01' },
    { rateBps: 871, to: '2025-06-30' },
    { rateBps: 776, to: '2025-12-31' },
    { rateBps: 762, to: '2026-01-01' },
    { rateBps: 762, from: '2026-01-02', baseCents: 100_000 },
    { rateBps: 762, from: '2026-01-02', source: expect.stringContaining('C. civ. 1343-2') },
  ])
})

async function interest(options: string) {
  const said: string[] = []
  const out = (text: string) => said.push(text)
  const shell = { out, err: () => {}, language: 'fr', country: france } as unknown as Shell
  const never = () => Promise.reject(new Error('never'))
  const exit = await runCommandLine(['interest', ...options.split(' '), '--json'], shell, never, never)
  return { exit, document: JSON.parse(said.join('\n')) as Record<string, unknown> }
}

function item(invoice: string, others: Partial<ClaimItem>): ClaimItem {
  const due = { issuedOn: day('2026-05-20'), dueOn: day('2026-06-20'), amountCents: cents(1_000_000n) }
  return { invoice, ...due, movements: [], ...others }
}

function drawn(items: ClaimItem[]): Claim {
  const contractRate = { rateBps: 800, source: 'CGV 7' }
  const terms = { ...standardTerms('business', day('2026-07-10')), contractRate, insolvencyOn: null }
  const claim = drawUpClaim(items, terms, france.rates)
  if ('unknownRate' in claim) throw new Error(claim.unknownRate)
  return claim
}
