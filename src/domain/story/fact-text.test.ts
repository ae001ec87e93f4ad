import { describe, expect, test } from 'vitest'
import type { Procedure } from '../case/procedure.ts'
import { day } from '../date.ts'
import type { Fact } from '../facts/fact.ts'
import { cents } from '../money.ts'
import { FACT_KINDS, parseFact } from './fact-text.ts'

describe('a fact is read', () => {
  const read: [string, Fact][] = [
    ['pay 400.00 F-1 F-2', { kind: 'pay', amountCents: cents(40_000), items: ['F-1', 'F-2'] }],
    ['pay 400', { kind: 'pay', amountCents: cents(40_000), items: [] }],
    [
      'promise 10.50 by 2026-03-01',
      { kind: 'promise', amountCents: cents(1050), by: day('2026-03-01'), items: [] },
    ],
    [
      'dispute F-1 12.00 prix trop haut',
      { kind: 'dispute', item: 'F-1', amountCents: cents(1200), reason: 'prix trop haut' },
    ],
    ['credit A-1 12.00 for F-1', { kind: 'credit', number: 'A-1', amountCents: cents(1200), forItem: 'F-1' }],
    [
      'plan 3 x 100.00 from 2026-03-01 monthly',
      { kind: 'plan', count: 3, amountCents: cents(10_000), from: day('2026-03-01'), items: [] },
    ],
    ['insolvency 2026-03-09', insolvency('2026-03-09', null, null)],
    ['insolvency 2026-03-09 published 2026-03-12', insolvency('2026-03-09', '2026-03-12', null)],
    ['insolvency 2026-03-09 kind liquidation', insolvency('2026-03-09', null, 'liquidation')],
    [
      'insolvency 2026-03-09 published 2026-03-12 kind safeguard',
      insolvency('2026-03-09', '2026-03-12', 'safeguard'),
    ],
    ['insolvency-closed 2026-03-09', { kind: 'insolvency-closed', on: day('2026-03-09') }],
    ['declared 2026-03-09', { kind: 'declared', on: day('2026-03-09') }],
    ['over-indebtedness 2026-03-09', { kind: 'over-indebtedness', on: day('2026-03-09') }],
    ['performed F-1 2026-03-09', { kind: 'performed', invoice: 'F-1', on: day('2026-03-09') }],
    ['write-off "F 12"', { kind: 'write-off', item: 'F 12' }],
    ['waive interest 12.00 F-1', { kind: 'waive', of: 'interest', amountCents: cents(1200), item: 'F-1' }],
    ['waive indemnity 40 F-1/2', { kind: 'waive', of: 'indemnity', amountCents: cents(4000), item: 'F-1/2' }],
    [
      'claim-costs 250.00 F-1 "facture 88 du cabinet Roy"',
      { kind: 'claim-costs', amountCents: cents(25_000), item: 'F-1', document: 'facture 88 du cabinet Roy' },
    ],
    ['judgment 2026-03-01', { kind: 'judgment', on: day('2026-03-01') }],
    ['already j7 2026-02-20 F-1', { kind: 'already', step: 'j7', on: day('2026-02-20'), item: 'F-1' }],
  ]
  test.each(read)('%s', (text, fact) => {
    expect(parseFact(text)).toEqual(fact)
  })

  test('an invoice with two due dates', () => {
    expect(
      parseFact('invoice F-1 300.00 issued 2026-01-01 due 2026-02-01 100.00, 2026-03-01 200.00'),
    ).toMatchObject({
      invoice: { dues: [{ amountCents: 10_000n }, { amountCents: 20_000n }] },
    })
  })
})

describe('anything else says how it should look', () => {
  test.each([
    ['pay', 'pay AMOUNT'],
    ['pay -4 F-1', 'pay AMOUNT'],
    ['pay 1.234', 'pay AMOUNT'],
    ['promise 10 on 2026-03-01', 'by D'],
    ['promise 10 by 2026-02-30', 'by D'],
    ['invoice F-1 300.00 issued 2026-01-01 due 2026-02-01 100.00, 2026-03-01 100.00', 'invoice N AMOUNT'],
    ['plan 0 x 10 from 2026-03-01 monthly', 'plan N x AMOUNT'],
    ['waive principal 10 F-1', 'waive interest|indemnity AMOUNT ITEM'],
    ['waive interest 0 F-1', 'waive interest|indemnity AMOUNT ITEM'],
    ['waive indemnity 40.00', 'waive interest|indemnity AMOUNT ITEM'],
    ['claim-costs 250.00 F-1', 'claim-costs AMOUNT ITEM "DOCUMENT"'],
    ['claim-costs 250.00 F-1 " "', 'claim-costs AMOUNT ITEM "DOCUMENT"'],
    ['judgment 2026-02-30', 'judgment D'],
    ['bounce pigeon', 'bounce CHANNEL'],
    ['insolvency 2026-03-09 published', 'insolvency D'],
    ['insolvency 2026-03-09 kind bankruptcy', 'kind safeguard'],
    ['insolvency', 'insolvency D'],
    ['declared', 'declared D'],
    ['performed F-1', 'performed INVOICE D'],
  ])('%s', (text, expected) => {
    expect(parseFact(text)).toEqual({
      problem: 'wrong-form',
      params: { text, form: expect.stringContaining(expected) },
    })
  })
  test.each([
    ['payer 400', 'payer'],
    ['', ''],
  ])('%j is of an unknown kind', (text, word) => {
    expect(parseFact(text)).toEqual({ problem: 'unknown-kind', params: { word, known: FACT_KINDS } })
  })
})

function insolvency(on: string, published: string | null, procedure: Procedure | null): Fact {
  return {
    kind: 'insolvency',
    on: day(on),
    publishedOn: published === null ? null : day(published),
    procedure,
  }
}
