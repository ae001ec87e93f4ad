/** Facts of the claim, creditors' terms and the list of claims, on a real database. */
import { expect, test } from 'vitest'
import { HEADER, importCsv, line, type TestApp, testApp } from '../../../test/app.ts'
import { freshDatabase } from '../../../test/database.ts'
import { recordFact } from '../../../test/record-fact.ts'
import { day } from '../../domain/date.ts'
import { isRefused } from '../app.ts'
import { changeCreditor, listCreditors } from '../setup/change-creditor.ts'
import { drawClaim } from './draw-claim.ts'
import { listClaims } from './list-claims.ts'

const fresh = freshDatabase()

/** 10 000.00 due on 20 June 2026, and a second debtor who owes 500.00. */
async function company(): Promise<TestApp> {
  const app = await testApp(fresh.database, '2026-06-01')
  const rows = [line('DURAND', 'F-1', '2026-06-20', '10000,00'), line('ROY', 'F-2', '2026-06-20', '500,00')]
  await importCsv(app, [HEADER, ...rows].join('\n'))
  app.move('2026-07-10')
  return app
}

test('waivers, costs and a judgment reach the claim, and the list comes to the same', async () => {
  const app = await company()
  await told(app, 'claim-costs 250.00 F-1 "facture 88 du cabinet Roy"', 'DURAND')
  await told(app, 'waive interest 7.26 F-1', 'DURAND')
  await told(app, 'waive indemnity 100.00 F-1', 'DURAND')
  await told(app, 'judgment 2026-07-01', 'DURAND')
  const claim = await drawn(app, 'DURAND')
  expect(claim.lines.map(({ kind, amountCents }) => [kind, amountCents])).toEqual([
    ['principal', 1_000_000n],
    ['interest', 3329n],
    ['interest', 3397n],
    ['indemnity', 4000n],
    ['complement', 21_000n],
    ['waived', -10_000n],
    ['waived', -726n],
  ])
  expect(await listClaims(app, day('2026-07-10'))).toEqual({
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
  const app = await company()
  const { claims } = await listClaims(app, day('2027-01-10'))
  expect(claims[0]).toMatchObject({
    principalCents: 1_000_000,
    interestCents: null,
    totalCents: null,
    unknownRate: 'taux BCE au 2027-01-01',
  })
  await changeCreditor(app, { code: 'MOI', imputation: 'interest-first' })
  expect((await listClaims(app, day('2027-01-10'))).claims[0]).toMatchObject({
    principalCents: 1_000_000,
    unknownRate: 'taux BCE au 2027-01-01',
  })
})

test('a creditor’s terms make its claims, and stay when other details change', async () => {
  const app = await company()
  const asked = { contractRateBps: 800, contractClause: 'CGV art. 7', imputation: 'interest-first' } as const
  expect(
    await changeCreditor(app, { code: 'MOI', ...asked, basis: 'actual', capitalisation: true }),
  ).toMatchObject({
    ...asked,
    basis: 'actual',
    capitalisation: true,
    warnings: [{ code: 'below-legal-floor', floor: 825 }],
  })
  await changeCreditor(app, { code: 'MOI', name: 'Atelier Nord' })
  expect((await listCreditors(app)).creditors).toMatchObject([
    { name: 'Atelier Nord', ...asked, basis: 'actual' },
  ])
  await told(app, 'pay 1000.00 F-1', 'DURAND', '2026-06-30')
  const claim = await drawn(app, 'DURAND')
  expect(
    claim.lines.filter(({ kind }) => kind === 'interest').map(({ baseCents, source }) => [baseCents, source]),
  ).toEqual([
    [1_000_000n, 'CGV art. 7'],
    // 10 days at 8 % are 21.92: the payment extinguished them first.
    [902_192n, 'CGV art. 7'],
  ])
  expect(claim.warnings.map(({ code }) => code)).toEqual(['below-legal-floor'])
  const { claims } = await listClaims(app, day('2026-07-10'))
  expect(BigInt(claims[0]?.totalCents ?? 0)).toBe(claim.totals.totalCents)
})

test('a contract’s rate goes with its clause, and both go back to the law’s', async () => {
  const app = await company()
  expect(await changeCreditor(app, { code: 'MOI', contractRateBps: 1200 })).toHaveProperty('refused')
  expect(await changeCreditor(app, { code: 'MOI', contractClause: 'CGV' })).toHaveProperty('refused')
  expect(
    await changeCreditor(app, { code: 'MOI', contractRateBps: 1200, contractClause: ' ' }),
  ).toHaveProperty('refused', 'rate-without-clause')
  await changeCreditor(app, { code: 'MOI', contractRateBps: 1200, contractClause: 'CGV' })
  expect(await changeCreditor(app, { code: 'MOI', contractRateBps: 1300 })).toMatchObject({
    contractRateBps: 1300,
    contractClause: 'CGV',
  })
  expect(await changeCreditor(app, { code: 'MOI', contractRateBps: null })).toMatchObject({
    contractRateBps: null,
    contractClause: null,
  })
})

async function told(app: TestApp, text: string, debtor: string, date = '2026-07-05'): Promise<void> {
  const done = await recordFact(app, { text, debtor, date: day(date), actor: 'essai' })
  if (isRefused(done)) throw new Error(done.message)
}

async function drawn(app: TestApp, about: string) {
  const claim = await drawClaim(app, { about, date: day('2026-07-10') })
  if (isRefused(claim)) throw new Error(claim.message)
  return claim
}
