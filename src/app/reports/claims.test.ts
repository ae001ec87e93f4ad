/** Facts of the claim, creditors' terms and the list of claims, on a real database. */
import { expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { accepted, HEADER, importCsv, line, onDay, type TestDesk, testDesk } from '../../../test/desk.ts'
import { recordFact } from '../../../test/record-fact.ts'
import { changeCreditor, listCreditors } from '../setup/change-creditor.ts'
import { drawClaim } from './draw-claim.ts'
import { listClaims } from './list-claims.ts'

const fresh = freshDatabase()

/** 10 000.00 due on 20 June 2026, and a second debtor who owes 500.00. */
async function company(): Promise<TestDesk> {
  const desk = await testDesk(fresh.database, '2026-06-01')
  const rows = [line('DURAND', 'F-1', '2026-06-20', '10000,00'), line('ROY', 'F-2', '2026-06-20', '500,00')]
  await importCsv(desk, [HEADER, ...rows].join('\n'))
  desk.move('2026-07-10')
  return desk
}

test('waivers, costs and a judgment reach the claim, and the list comes to the same', async () => {
  const desk = await company()
  await told(desk, 'claim-costs 250.00 F-1 "facture 88 du cabinet Roy"', 'DURAND')
  await told(desk, 'waive interest 7.26 F-1', 'DURAND')
  await told(desk, 'waive indemnity 100.00 F-1', 'DURAND')
  await told(desk, 'judgment 2026-07-01', 'DURAND')
  const claim = await drawn(desk, 'DURAND')
  expect(claim.lines.map(({ kind, amountCents }) => [kind, amountCents])).toEqual([
    ['principal', 1_000_000n],
    ['interest', 3329n],
    ['interest', 3397n],
    ['indemnity', 4000n],
    ['complement', 21_000n],
    ['waived', -10_000n],
    ['waived', -726n],
  ])
  expect(await listClaims(onDay(desk, '2026-07-10'))).toEqual({
    claims: [
      {
        case: 'MOI/DURAND',
        debtor: 'DURAND SARL',
        currency: 'EUR',
        principalCents: 1_000_000,
        interestCents: 6000,
        indemnityCents: 15_000,
        totalCents: 1_021_000,
        unknownRate: null,
      },
      expect.objectContaining({
        case: 'MOI/ROY',
        interestCents: 336,
        indemnityCents: 4000,
        totalCents: 54_336,
      }),
    ],
  })
})

test('a rate that is not known leaves the principal in the list, and is named', async () => {
  const desk = await company()
  const { claims } = await listClaims(onDay(desk, '2027-01-10'))
  expect(claims[0]).toMatchObject({
    principalCents: 1_000_000,
    interestCents: null,
    totalCents: null,
    unknownRate: 'taux BCE au 2027-01-01',
  })
  await changeCreditor(desk, { code: 'MOI', imputation: 'interest-first' })
  expect((await listClaims(onDay(desk, '2027-01-10'))).claims[0]).toMatchObject({
    principalCents: 1_000_000,
    unknownRate: 'taux BCE au 2027-01-01',
  })
})

test('a creditor’s terms make its claims, and stay when other details change', async () => {
  const desk = await company()
  const asked = { contractRateBps: 800, contractClause: 'CGV art. 7', imputation: 'interest-first' } as const
  expect(
    await changeCreditor(desk, { code: 'MOI', ...asked, basis: 'actual', capitalisation: true }),
  ).toMatchObject({
    ...asked,
    basis: 'actual',
    capitalisation: true,
    warnings: [{ code: 'below-legal-floor', floor: 825 }],
  })
  await changeCreditor(desk, { code: 'MOI', name: 'Atelier Nord' })
  expect((await listCreditors(desk)).creditors).toMatchObject([
    { name: 'Atelier Nord', ...asked, basis: 'actual' },
  ])
  await told(desk, 'pay 1000.00 F-1', 'DURAND', '2026-06-30')
  const claim = await drawn(desk, 'DURAND')
  expect(
    claim.lines.filter(({ kind }) => kind === 'interest').map(({ baseCents, source }) => [baseCents, source]),
  ).toEqual([
    [1_000_000n, 'CGV art. 7'],
    // 10 days at 8 % are 21.92: the payment extinguished them first.
    [902_192n, 'CGV art. 7'],
  ])
  expect(claim.warnings.map(({ code }) => code)).toEqual(['below-legal-floor'])
  const { claims } = await listClaims(onDay(desk, '2026-07-10'))
  expect(BigInt(claims[0]?.totalCents ?? 0)).toBe(claim.totals.totalCents)
})

test('a contract’s rate goes with its clause, and both go back to the law’s', async () => {
  const desk = await company()
  expect(await changeCreditor(desk, { code: 'MOI', contractRateBps: 1200 })).toHaveProperty('refused')
  expect(await changeCreditor(desk, { code: 'MOI', contractClause: 'CGV' })).toHaveProperty('refused')
  expect(
    await changeCreditor(desk, { code: 'MOI', contractRateBps: 1200, contractClause: ' ' }),
  ).toHaveProperty('refused', 'rate-without-clause')
  await changeCreditor(desk, { code: 'MOI', contractRateBps: 1200, contractClause: 'CGV' })
  expect(await changeCreditor(desk, { code: 'MOI', contractRateBps: 1300 })).toMatchObject({
    contractRateBps: 1300,
    contractClause: 'CGV',
  })
  expect(await changeCreditor(desk, { code: 'MOI', contractRateBps: null })).toMatchObject({
    contractRateBps: null,
    contractClause: null,
  })
})

async function told(desk: TestDesk, text: string, debtor: string, date = '2026-07-05'): Promise<void> {
  accepted(await recordFact(onDay(desk, date), { text, debtor }))
}

async function drawn(desk: TestDesk, about: string) {
  const claim = accepted(await drawClaim(onDay(desk, '2026-07-10'), { about }))
  return claim
}
