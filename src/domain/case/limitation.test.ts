import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { france } from '../../countries/fr/country.ts'
import { amiableB2b } from '../../countries/fr/scenarios.ts'
import { addDays, addMonths, type Day, day, formatDay } from '../date.ts'
import type { DebtorKind } from '../debtor.ts'
import type { Fact } from '../facts/fact.ts'
import { record } from '../facts/record.ts'
import { DEFAULT_SETTINGS, type Settings } from '../organisation/settings.ts'
import { parseFact } from '../story/fact-text.ts'
import { type Case, emptyCase, openItems } from './case.ts'
import { isTimeBarred, limitationAlert, limitationDays, limitationOf } from './limitation.ts'
import type { OpenItem } from './open-item.ts'

const LAW = france.law({ region: null })
const INVOICE = 'invoice F-1 1200.00 issued 2021-02-13 due 2021-03-15'

describe('the last day, by kind of debtor and by what happened', () => {
  test.each<[string, DebtorKind, Partial<Settings>, string[], string | null, string | null]>([
    ['five years between businesses', 'business', {}, [], '2026-03-15', '2026-02-13'],
    ['two years for a consumer', 'consumer', {}, [], '2023-03-15', '2023-02-13'],
    ['whatever a contract says to a consumer', 'consumer', { limitation: 8 }, [], '2023-03-15', '2023-02-13'],
    ['four calendar years for the State', 'public-body', {}, [], '2025-12-31', '2025-12-31'],
    ['one year in transport', 'business', { limitation: 'transport' }, [], '2022-03-15', '2022-02-13'],
    ['one year for a telephone', 'consumer', { limitation: 'telecom' }, [], '2022-03-15', '2022-02-13'],
    ['as long as the contract says', 'business', { limitation: 2 }, [], '2023-03-15', '2023-02-13'],
    [
      'a whole new time from the acknowledgement (LAW example)',
      'business',
      {},
      ['2024-06-10 acknowledgement F-1'],
      '2029-06-10',
      '2029-06-10',
    ],
    ['too late to interrupt', 'business', {}, ['2026-03-16 acknowledgement F-1'], '2026-03-15', '2026-02-13'],
    ['on the last day, in time', 'business', {}, ['2026-03-15 legal-action F-1'], '2031-03-15', '2031-03-15'],
    [
      'an action before the due date takes nothing away',
      'business',
      {},
      ['2021-03-01 legal-action F-1'],
      '2026-03-15',
      '2026-03-15',
    ],
    ['a part payment', 'business', {}, ['2022-05-31 pay 10.00 F-1'], '2027-05-31', '2027-05-31'],
    [
      'a payment that came back',
      'business',
      {},
      ['2022-05-31 pay 10.00 F-1', '2022-06-03 unpay 10.00 F-1'],
      '2026-03-15',
      '2026-02-13',
    ],
    [
      'a plan',
      'business',
      {},
      ['2022-05-31 plan 3 x 100.00 from 2022-06-30 monthly F-1'],
      '2027-05-31',
      '2027-05-31',
    ],
    [
      'a promise is not enough',
      'business',
      {},
      ['2022-05-31 promise 10.00 by 2022-06-30 F-1'],
      '2026-03-15',
      '2026-02-13',
    ],
    [
      'the credit insurer is no court',
      'business',
      {},
      ['2022-05-31 declared-to-insurer F-1'],
      '2026-03-15',
      '2026-02-13',
    ],
    [
      'a part paid before it was due',
      'business',
      {},
      ['2021-03-01 pay 10.00 F-1'],
      '2026-03-15',
      '2026-02-13',
    ],
    [
      'a mediation of 31 days, long before the end',
      'business',
      {},
      ['2022-05-01 suspend mediation F-1 until 2022-06-01'],
      '2026-04-15',
      '2026-03-16',
    ],
    [
      'six months left after a mediation at the end',
      'business',
      {},
      ['2026-02-01 suspend mediation F-1 until 2026-03-01'],
      '2026-09-01',
      '2026-09-01',
    ],
    ['a mediation under way', 'business', {}, ['2026-02-01 suspend mediation'], null, null],
    [
      'twenty years from its birth and no more, but by a court',
      'business',
      { limitation: 10 },
      ['2030-01-10 acknowledgement F-1', '2039-06-01 acknowledgement F-1'],
      '2041-02-13',
      '2041-02-13',
    ],
    [
      'by a court',
      'business',
      { limitation: 10 },
      ['2030-01-10 acknowledgement F-1', '2039-06-01 legal-action F-1'],
      '2049-06-01',
      '2049-06-01',
    ],
    [
      'a judgment lives ten years',
      'consumer',
      {},
      ['2022-09-01 judgment 2022-09-01'],
      '2032-09-01',
      '2032-09-01',
    ],
    [
      'another invoice is another claim',
      'business',
      {},
      ['2024-06-10 acknowledgement F-2'],
      '2026-03-15',
      '2026-02-13',
    ],
  ])('%s', (_name, kind, settings, facts, lastDay, carefulLastDay) => {
    const caseFile = caseOf(kind, settings, facts)
    const limitation = limitationOf(caseFile, itemOf(caseFile), LAW)
    const text = (value: Day | null | undefined) => value && formatDay(value)
    expect([text(limitation?.lastDay), text(limitation?.carefulLastDay)]).toEqual([lastDay, carefulLastDay])
  })

  it('is unknown without a due date', () => {
    const caseFile = caseOf('business', {}, [])
    expect(limitationOf(caseFile, { ...itemOf(caseFile), dueOn: null }, LAW)).toBeNull()
  })

  it('the State is interrupted by a formal notice, nobody else is', () => {
    const noticed = (kind: DebtorKind) =>
      limitationOf(...withItem(caseOf(kind, {}, ['2023-05-10 already j40 2023-05-10 F-1'])), LAW)?.startedBy
    expect([noticed('public-body'), noticed('business'), noticed('consumer')]).toEqual([
      'formal-notice',
      'due-date',
      'due-date',
    ])
  })
})

const anEvent = fc.record({
  after: fc.integer({ min: 0, max: 4000 }),
  what: fc.constantFrom(
    'acknowledgement F-1',
    'legal-action F-1',
    'pay 10.00 F-1',
    'plan 2 x 10.00 from 2030-01-31 monthly F-1',
    'suspend mediation F-1 until',
  ),
})

describe('whatever happens', () => {
  const start = day('2021-04-01')
  const factsOf = (events: readonly { after: number; what: string }[]) =>
    events.map(({ after, what }) => {
      const on = addDays(start, after)
      return `${formatDay(on)} ${what}${what.endsWith('until') ? ` ${formatDay(addDays(on, 30))}` : ''}`
    })

  it('nothing shortens the time, and the order of facts changes nothing', () => {
    fc.assert(
      fc.property(fc.array(anEvent, { maxLength: 6 }), events => {
        const caseFile = caseOf('business', {}, factsOf(events))
        const reversed = caseOf('business', {}, factsOf([...events].reverse()))
        const limitation = limitationOf(caseFile, itemOf(caseFile), LAW)
        expect(limitationOf(reversed, itemOf(reversed), LAW)?.lastDay).toBe(limitation?.lastDay)
        expect(limitation?.lastDay).toBeGreaterThanOrEqual(day('2026-03-15'))
        expect(limitation?.carefulLastDay).toBeLessThanOrEqual(limitation?.lastDay as Day)
      }),
      { seed: 1, numRuns: 200 },
    )
  })

  it('what is said of an item changes only on the days foretold', () => {
    fc.assert(
      fc.property(fc.array(anEvent, { maxLength: 3 }), fc.integer({ min: 0, max: 3000 }), (events, after) => {
        const caseFile = caseOf('business', {}, factsOf(events))
        const item = itemOf(caseFile)
        const today = addDays(start, after)
        const said = (on: Day) => [
          isTimeBarred(caseFile, item, LAW, on),
          limitationAlert(caseFile, item, LAW, on),
        ]
        const next = Math.min(...limitationDays(caseFile, item, LAW, today).filter(on => on > today))
        const eve = Math.min(next - 1, addMonths(today, 120)) as Day
        expect(said(eve)).toEqual(said(today))
      }),
      { seed: 2, numRuns: 300 },
    )
  })
})

function caseOf(kind: DebtorKind, settings: Partial<Settings>, facts: readonly string[]): Case {
  const empty = emptyCase({
    id: 'c/d',
    creditor: 'c',
    debtor: { code: 'd', name: 'Durand', kind },
    contacts: [],
    currency: 'EUR',
    scenarioId: 'amiable-b2b',
    settings: { ...DEFAULT_SETTINGS, ...settings },
  })
  const invoices = [INVOICE, INVOICE.replace('F-1', 'F-2')].map(text => `2021-02-13 ${text}`)
  return [...invoices, ...facts].reduce((caseFile, line) => {
    const next = record(caseFile, parseFact(line.slice(11)) as Fact, day(line.slice(0, 10)), amiableB2b)
    if ('refused' in next) throw new Error(`${line}: ${next.refused}`)
    return next
  }, empty)
}

function itemOf(caseFile: Case): OpenItem {
  return openItems(caseFile)[0] as OpenItem
}

function withItem(caseFile: Case): [Case, OpenItem] {
  return [caseFile, itemOf(caseFile)]
}
