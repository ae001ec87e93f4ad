/** The statement of lists comes to the very cents of the claim that the domain draws up, whatever has happened. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { forEachServer, freshDatabase } from '../../../test/database.ts'
import { testDesk } from '../../../test/desk.ts'
import { france } from '../../countries/fr/country.ts'
import { type Case, emptyCase, openItems } from '../../domain/case/case.ts'
import { claimOfAccount } from '../../domain/claim/case-claim.ts'
import { addDays, type Day, day, formatDay } from '../../domain/date.ts'
import type { DebtorKind } from '../../domain/debtor.ts'
import type { Fact } from '../../domain/facts/fact.ts'
import { record } from '../../domain/facts/record.ts'
import { type Cents, cents, formatAmount, sum } from '../../domain/money.ts'
import type { CreditorTerms } from '../../domain/organisation/creditor-terms.ts'
import { DEFAULT_SETTINGS } from '../../domain/organisation/settings.ts'
import type { Scenario } from '../../domain/scenario.ts'
import { parseFact } from '../../domain/story/fact-text.ts'
import { loadCases } from '../case/cases.ts'
import { saveCases } from '../case/save-cases.ts'
import type { Tx } from '../database.ts'
import { writeCreditorTerms } from '../parties/creditor-terms.ts'
import { insertCreditor } from '../parties/creditors.ts'
import { ensureCases, writeDebtors } from '../parties/parties.ts'
import { caseClaims } from './claims.ts'

const START = day('2023-11-15')
const AMIABLE = france.scenarios.get('amiable-b2b') as Scenario

/** What happens, on which day after the start, to which item, for how many cents. */
type Event = { after: number; kind: (typeof KINDS)[number]; item: number; amount: number }
const KINDS = [
  ...(['pay', 'pay', 'pay-account', 'unpay', 'credit', 'credit-account', 'write-off', 'due'] as const),
  ...(['waive interest', 'waive indemnity', 'claim-costs', 'judgment', 'insolvency', 'already'] as const),
  ...(['performed', 'insolvency-closed', 'pay-lost', 'pay-lost', 'write-off'] as const),
]

const event: fc.Arbitrary<Event> = fc.record({
  after: fc.integer({ min: 0, max: 900 }),
  kind: fc.constantFrom(...KINDS),
  item: fc.nat(5),
  amount: fc.integer({ min: 1, max: 900_00 }),
})

type Life = {
  kind: DebtorKind
  terms: CreditorTerms
  invoices: { after: number; delay: number; amount: number; twoDues: boolean }[]
  events: Event[]
}

const life: fc.Arbitrary<Life> = fc.record({
  kind: fc.constantFrom<DebtorKind>('business', 'business', 'public-body', 'consumer'),
  terms: fc.record({
    contractRate: fc.constantFrom(null, null, { rateBps: 1133, source: 'CGV 7' }),
    appropriation: fc.constant('principal-first' as const),
    basis: fc.constantFrom('365' as const, 'actual' as const),
    capitalisation: fc.constant(false),
  }),
  invoices: fc.array(
    fc.record({
      after: fc.integer({ min: 0, max: 700 }),
      delay: fc.integer({ min: 0, max: 60 }),
      amount: fc.integer({ min: 2, max: 2000_00 }),
      twoDues: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  events: fc.array(event, { maxLength: 14 }),
})

forEachServer(major => {
  const fresh = freshDatabase(major)

  test('equal to the cent, for cases of every kind and on any day', async () => {
    const { organisationId } = await testDesk(fresh.database, '2026-03-02')
    let lives = 0
    const days = fc.array(
      fc.integer({ min: 1, max: 1150 }).map(after => addDays(START, after)),
      { minLength: 1, maxLength: 4 },
    )
    const page = fc.array(life, { minLength: 1, maxLength: 4 })
    const property = fc.asyncProperty(page, days, async (page, days) => {
      await fresh.database.transaction(organisationId, async tx => {
        const written = new Map<string, Case>()
        for (const each of page) written.set(...(await writtenCase(tx, `C${++lives}`, each)))
        for (const until of days) {
          const rows = await caseClaims(tx, [...written.keys()], until, france.rates)
          expect(new Map(rows.map(({ caseId, ...row }) => [caseId, row]))).toEqual(
            new Map([...written].map(([caseId, caseFile]) => [caseId, expected(caseFile, until)])),
          )
        }
      })
    })
    await fc.assert(property, { seed: 11, numRuns: 40 })
  })

  test('creditors who take interest first, or capitalise it, are left to the domain', async () => {
    const { organisationId } = await testDesk(fresh.database, '2026-03-02')
    await fresh.database.transaction(organisationId, async tx => {
      const plain = {
        contractRate: null,
        appropriation: 'principal-first',
        basis: '365',
        capitalisation: false,
      } as const
      const invoices = [{ after: 0, delay: 30, amount: 100_00, twoDues: false }]
      const ids: string[] = []
      for (const [kind, terms] of [
        ['business', { ...plain, appropriation: 'interest-first' }],
        ['business', { ...plain, capitalisation: true }],
        ['consumer', { ...plain, capitalisation: true }],
      ] as const) {
        const [caseId] = await writtenCase(tx, `T${ids.length}`, { kind, terms, invoices, events: [] })
        ids.push(caseId)
      }
      const rows = await caseClaims(tx, ids, day('2026-03-02'), france.rates)
      expect(rows.map(row => row.caseId)).toEqual([ids[2]])
    })
  })
})

/** The columns of a list, from the lines of the claim. */
function expected(caseFile: Case, until: Day) {
  const claim = claimOfAccount(caseFile, until, france.rates)
  const unknown = { interestCents: null, totalCents: null, unknownRate: expect.any(String) }
  if ('unknownRate' in claim) {
    return { principalCents: expect.any(BigInt), indemnityCents: expect.any(BigInt), ...unknown }
  }
  const waived = (of: string) =>
    sum(
      claim.lines.filter(line => line.kind === 'waived' && line.source === of).map(line => line.amountCents),
    )
  const { principalCents, paidCents, creditedCents, interestCents, indemnityCents, totalCents } = claim.totals
  return {
    principalCents: principalCents - paidCents - creditedCents + waived('principal'),
    interestCents: interestCents + waived('interest'),
    indemnityCents: indemnityCents + waived('indemnity'),
    totalCents,
    unknownRate: null,
  }
}

async function writtenCase(tx: Tx, code: string, each: Life): Promise<[string, Case]> {
  const creditor = await insertCreditor(tx, { code, name: code, email: null, phone: null, iban: null })
  await writeCreditorTerms(tx, creditor.creditorId, each.terms)
  const debtors = await writeDebtors(tx, creditor.creditorId, [
    { code, name: code, kind: each.kind, siren: null, vat: null },
  ])
  const debtorId = debtors.get(code)?.debtorId as string
  const cases = await ensureCases(tx, creditor.creditorId, [{ debtorId, scenarioId: 'amiable-b2b' }], 'EUR')
  const caseId = cases.get(debtorId) as string
  const [stored] = await loadCases(tx, [caseId], DEFAULT_SETTINGS)
  if (!stored) throw new Error('no case')
  await saveCases(tx, [{ stored, after: lived(each), told: [] }], '2026-03-02T06:00:00Z')
  const [again] = await loadCases(tx, [caseId], DEFAULT_SETTINGS)
  return [caseId, again?.caseFile as Case]
}

function lived({ kind, invoices, events }: Life): Case {
  const debtor = { code: 'd', name: 'Durand', kind }
  const identity = {
    id: 'c/d',
    creditor: 'c',
    debtor,
    contacts: [],
    currency: 'EUR',
    scenarioId: 'amiable-b2b',
  }
  const start = emptyCase({ ...identity, settings: DEFAULT_SETTINGS })
  const invoiced = invoices.map(({ after, delay, amount, twoDues }, index) => {
    const issuedOn = addDays(START, after)
    const half = { amountCents: cents(amount >> 1), dueOn: addDays(issuedOn, delay) }
    const rest = { ...half, amountCents: cents(amount - (amount >> 1)), dueOn: addDays(half.dueOn, 30) }
    const whole = { ...half, amountCents: cents(amount) }
    const invoice = {
      number: `F-${index + 1}`,
      issuedOn,
      dues: twoDues ? [half, rest] : [whole],
    }
    return { after, factOf: (): Fact => ({ kind: 'invoice', invoice }) }
  })
  const happenings = events.map(each => ({
    after: each.after,
    factOf: (caseFile: Case) => factOf(each, caseFile),
  }))
  return [...invoiced, ...happenings]
    .sort((a, b) => a.after - b.after)
    .reduce((caseFile, { after, factOf }) => {
      const fact = factOf(caseFile)
      const next = fact && record(caseFile, fact, addDays(START, after), AMIABLE)
      return next === null || 'refused' in next ? caseFile : next
    }, start)
}

function factOf({ kind, item, amount, after }: Event, caseFile: Case): Fact | null {
  const open = openItems(caseFile)
  const chosen = open[item % Math.max(open.length, 1)]
  const text = textOf(kind, chosen?.name ?? 'F-1', amount, addDays(START, after), caseFile)
  const fact = text === null ? null : parseFact(text)
  return fact === null || 'problem' in fact ? null : fact
}

function textOf(kind: Event['kind'], name: string, amount: number, on: Day, caseFile: Case): string | null {
  const euros = formatAmount(cents(amount))
  const date = formatDay(on)
  switch (kind) {
    case 'pay':
      return `pay ${euros} ${name}`
    case 'pay-account':
      return `pay ${formatAmount(cents(amount * 3))}`
    case 'unpay': {
      const paid = caseFile.allocations.findLast(a => a.source === 'payment' && a.amountCents > 0n)
      const item = caseFile.items.find(({ id }) => id === paid?.itemId)
      const back = paid && (amount % 2 === 0 ? paid.amountCents : (paid.amountCents + 1n) / 2n)
      return item ? `unpay ${formatAmount(back as Cents)} ${item.name}` : null
    }
    case 'credit':
      return `credit A-${caseFile.lastId} ${euros} for ${name}`
    case 'credit-account':
      return `credit A-${caseFile.lastId} ${euros}`
    case 'claim-costs':
      return `claim-costs ${euros} ${name} "facture ${amount}"`
    case 'waive interest':
    case 'waive indemnity':
      return `${kind} ${formatAmount(cents((amount % 5000) + 1))} ${name}`
    case 'write-off':
      return amount % 3 === 0 ? `write-off ${name}` : null
    case 'due':
      return `due ${name} ${date}`
    case 'already':
      return `already j40 ${date} ${name}`
    case 'performed':
      return `performed ${name.replace(/\/\d$/, '')} ${formatDay(addDays(on, -(amount % 60)))}`
    case 'insolvency-closed':
      return `insolvency-closed ${date}`
    case 'pay-lost': {
      const lost = caseFile.allocations.findLast(a => a.source === 'write-off')
      const item = caseFile.items.find(({ id }) => id === lost?.itemId)
      return item ? `pay ${euros} ${item.name}` : null
    }
    case 'judgment':
      return `judgment ${date}`
    case 'insolvency':
      return amount % 2 === 0 ? `insolvency ${date}` : null
  }
}
