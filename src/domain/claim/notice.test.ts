import { describe, expect, test } from 'vitest'
import { france } from '../../countries/fr/country.ts'
import { day } from '../date.ts'
import type { DebtorKind } from '../debtor.ts'
import { cents } from '../money.ts'
import type { Claim } from './claim.ts'
import { amountLine } from './claim-line.ts'
import { type FormalNotice, formalNotice, type NoticeFacts, type NoticePart } from './notice.ts'

const claim: Claim = {
  lines: [
    amountLine('indemnity', 'F-1', day('2026-02-14'), day('2026-02-14'), cents(40_00), 'C. com. D441-5'),
  ],
  totals: {
    principalCents: cents(1_000_00),
    paidCents: cents(0),
    creditedCents: cents(0),
    interestCents: cents(13_60),
    indemnityCents: cents(40_00),
    waivedCents: cents(0),
    totalCents: cents(1_053_60),
    perDayCents: cents(34),
  },
  warnings: [],
}

const facts: NoticeFacts = {
  today: day('2026-03-25'),
  presentedOn: null,
  days: 8,
  currency: 'EUR',
  creditor: {
    name: 'Atelier Nord',
    address: '12 rue des Lilas, 59000 Lille',
    siren: null,
    signatory: 'Anne Morel, gérante',
  },
  debtor: { name: 'Durand SARL', address: '3 place du Marché, 59800 Lille', siren: null, kind: 'business' },
  payment: { payee: 'Atelier Nord', iban: 'FR7630006000011234567890189', reference: 'F-1' },
  items: [
    {
      id: 1,
      name: 'F-1',
      invoice: 'F-1',
      issuedOn: day('2026-01-15'),
      dueOn: day('2026-02-13'),
      dueAssumed: false,
      amountCents: cents(1_000_00),
      taxCents: null,
      performedOn: null,
      payee: null,
      payeeIban: null,
      round: 1,
      balanceCents: cents(1_000_00),
    },
  ],
  principalCents: cents(1_000_00),
  claim,
}

test('a business: principal, penalties and indemnity apart, and their total', () => {
  expect(whole(facts)).toMatchObject({
    on: day('2026-03-25'),
    signatory: 'Anne Morel, gérante',
    origin: [{ invoice: 'F-1', dueOn: day('2026-02-13'), balanceCents: 1_000_00n }],
    sums: {
      principalCents: 1_000_00n,
      interestCents: 13_60n,
      indemnityCents: 40_00n,
      totalCents: 1_053_60n,
    },
    deadline: { days: 8, presentedOn: null, on: null },
  })
})

test('costs beyond the 40 €, as proved, stand apart; what was waived is not asked', () => {
  const costs = amountLine(
    'complement',
    'F-1',
    day('2026-03-02'),
    day('2026-03-02'),
    cents(110_00),
    'facture',
  )
  const waived = amountLine('waived', 'F-1', day('2026-03-03'), day('2026-03-03'), cents(-3_60), 'interest')
  const lines = [...claim.lines, costs, waived]
  const totals = { ...claim.totals, indemnityCents: cents(150_00), waivedCents: cents(3_60) }
  expect(whole({ ...facts, claim: { ...claim, lines, totals } }).sums).toEqual({
    principalCents: 1_000_00n,
    interestCents: 10_00n,
    indemnityCents: 40_00n,
    complementCents: 110_00n,
    totalCents: 1_160_00n,
  })
})

test('its last day is known once the letter was presented', () => {
  const presented = whole({ ...facts, presentedOn: day('2026-03-27') })
  expect(presented.deadline).toEqual({ days: 8, presentedOn: day('2026-03-27'), on: day('2026-04-04') })
})

describe('what it does and what may follow, by kind of debtor', () => {
  const codes = (kind: DebtorKind) => {
    const { effects, consequences } = whole({ ...facts, debtor: { ...facts.debtor, kind } })
    return { effects: effects.map(({ code }) => code), consequences: consequences.map(({ code }) => code) }
  }

  test('business', () => {
    expect(codes('business')).toEqual({
      effects: ['in-default', 'penalty-clause', 'limitation-runs'],
      consequences: ['late-interest', 'payment-order', 'interim-payment'],
    })
  })

  test('consumer: legal interest begins', () => {
    expect(codes('consumer')).toEqual({
      effects: ['in-default', 'legal-interest', 'penalty-clause', 'limitation-runs'],
      consequences: ['legal-interest', 'payment-order', 'interim-payment'],
    })
  })

  test('public body: no injonction de payer, and the four years are interrupted', () => {
    expect(codes('public-body')).toEqual({
      effects: ['in-default', 'limitation-interrupted'],
      consequences: ['late-interest', 'compulsory-payment', 'interim-payment'],
    })
  })
})

test('a consumer owes neither penalties nor the 40 €, even when they were counted', () => {
  const { sums } = whole({ ...facts, debtor: { ...facts.debtor, kind: 'consumer' } })
  expect(sums).toEqual({
    principalCents: 1_000_00n,
    interestCents: 0n,
    indemnityCents: 0n,
    complementCents: 0n,
    totalCents: 1_000_00n,
  })
})

describe('never half a letter', () => {
  const { creditor, debtor, payment } = facts
  test.each<[NoticePart, Partial<NoticeFacts>]>([
    ['creditor-name', { creditor: { ...creditor, name: ' ' } }],
    ['creditor-address', { creditor: { ...creditor, address: null } }],
    ['signatory', { creditor: { ...creditor, signatory: null } }],
    ['debtor-name', { debtor: { ...debtor, name: '' } }],
    ['debtor-address', { debtor: { ...debtor, address: '  ' } }],
    ['items', { items: [] }],
    ['due-date', { items: facts.items.map(item => ({ ...item, dueOn: null })) }],
    ['principal', { principalCents: cents(0) }],
    ['claim', { claim: { unknownRate: 'BCE 2030-S1' } as unknown as NoticeFacts['claim'] }],
    ['deadline', { days: 0 }],
    ['means-of-payment', { payment: { ...payment, iban: null } }],
  ])('%s', (part, change) => {
    expect(formalNotice({ ...facts, ...change }, france.noticeLaw)).toEqual({ lacks: [part] })
  })

  test('everything that lacks is named at once', () => {
    const bare = { ...creditor, address: null, signatory: null }
    expect(formalNotice({ ...facts, creditor: bare }, france.noticeLaw)).toEqual({
      lacks: ['creditor-address', 'signatory'],
    })
  })

  test('a rate that nobody knows does not stop a notice to a consumer, who owes no interest yet', () => {
    const unknown = { unknownRate: 'BCE 2030-S1' } as unknown as NoticeFacts['claim']
    const notice = formalNotice(
      { ...facts, claim: unknown, debtor: { ...debtor, kind: 'consumer' } },
      france.noticeLaw,
    )
    expect(notice).not.toHaveProperty('lacks')
  })
})

function whole(given: NoticeFacts): FormalNotice {
  const notice = formalNotice(given, france.noticeLaw)
  if ('lacks' in notice) throw new Error(notice.lacks.join())
  return notice
}
