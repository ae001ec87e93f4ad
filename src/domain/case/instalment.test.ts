import { expect, test } from 'vitest'
import { france } from '../../countries/fr/country.ts'
import { day, formatDay } from '../date.ts'
import { record } from '../facts/record.ts'
import { formatAmount } from '../money.ts'
import { DEFAULT_SETTINGS } from '../organisation/settings.ts'
import type { Scenario } from '../scenario.ts'
import { parseFact } from '../story/fact-text.ts'
import { type Case, emptyCase } from './case.ts'
import { dueInstalments } from './instalment.ts'

const PLAN = '2026-03-01 plan 3 x 400.00 from 2026-04-01 monthly F-1'

test('instalments due by a day, whole', () => {
  expect(due([PLAN], '2026-05-01')).toEqual(['1 2026-04-01 400.00', '2 2026-05-01 400.00'])
  expect(due([PLAN], '2026-03-31')).toEqual([])
})

test('what came in since pays the oldest first, in part too', () => {
  expect(due([PLAN, '2026-04-01 pay 500.00 F-1'], '2026-06-01')).toEqual([
    '2 2026-05-01 300.00',
    '3 2026-06-01 400.00',
  ])
})

test('what was paid before the plan is no instalment', () => {
  const facts = ['2026-02-20 pay 100.00 F-1', '2026-03-01 plan 2 x 550.00 from 2026-04-01 monthly F-1']
  expect(due(facts, '2026-06-01')).toEqual(['1 2026-04-01 550.00', '2 2026-05-01 550.00'])
})

test('never more than what is still owed', () => {
  expect(due([PLAN, '2026-03-10 credit A-1 700.00 for F-1'], '2026-06-01')).toEqual([
    '1 2026-04-01 400.00',
    '2 2026-05-01 100.00',
  ])
})

test.each([
  ['dispute', '2026-03-15 dispute F-1 100.00 quality'],
  ['insolvency', '2026-03-15 insolvency 2026-03-14'],
  ['direct-debit', '2026-03-15 direct-debit F-1 on 2026-04-01'],
  ['pause', '2026-03-15 pause'],
  ['factored', '2026-03-15 assigned Factor FR7630006000011234567890189 F-1'],
])('%s: nothing is debited', (reason, fact) => {
  expect(due([PLAN, fact], '2026-06-01')).toEqual([reason])
})

function due(facts: string[], until: string): string[] {
  const empty = emptyCase({
    id: 'NORD/DURAND',
    creditor: 'Atelier Nord',
    debtor: { code: 'DURAND', name: 'Durand SARL', kind: 'business' },
    contacts: [],
    currency: 'EUR',
    scenarioId: 'amiable-b2b',
    settings: DEFAULT_SETTINGS,
  })
  const scenario = france.scenarios.get('amiable-b2b') as Scenario
  const all = ['2026-01-15 invoice F-1 1200.00 issued 2026-01-15 due 2026-02-13', ...facts]
  const caseFile = all.reduce((current: Case, text) => {
    const [on = '', ...words] = text.split(' ')
    const fact = parseFact(words.join(' '))
    if ('problem' in fact) throw new Error(fact.problem)
    const next = record(current, fact, day(on), scenario)
    if ('refused' in next) throw new Error(next.refused)
    return next
  }, empty)
  return dueInstalments(caseFile, day(until), day('2026-03-20'), france.law({ region: null })).map(each =>
    'reason' in each
      ? each.reason
      : `${each.rank} ${formatDay(each.dueOn)} ${formatAmount(each.amountCents)}`,
  )
}
