import { expect, test } from 'vitest'
import { france } from '../../countries/fr/country.ts'
import type { Case } from '../case/case.ts'
import { addDays, type Day, day, formatDay } from '../date.ts'
import { record } from '../facts/record.ts'
import { parseFact } from '../story/fact-text.ts'
import { parseStory } from '../story/story.ts'
import { daysAhead, liveDay } from './advance.ts'
import { decide } from './decide.ts'

const calendar = france.law({ region: null })
const scenario = france.scenarios.get('amiable-b2b') ?? fail('no scenario')
const evening = day('2026-03-01')
const monday = day('2026-03-02')

const start = caseWith(
  'invoice F-1 1000.00 issued 2026-01-05 due 2026-02-04',
  'invoice F-2 500.00 issued 2026-02-01 due 2026-03-17',
)

test('acts are carried out on their day, and a proposal waits for somebody', () => {
  expect(foreseen(start, false)).toEqual([
    '2026-03-02 j1 F-1',
    '2026-03-05 j4 F-1',
    '2026-03-09 j7 F-1',
    '2026-03-12 p15 F-2',
    '2026-03-13 j11 F-1',
    '2026-03-18 j16 F-1 F-2',
  ])
})

test('agreed to at once, it goes on the next contact day', () => {
  expect(foreseen(start, true).slice(-2)).toEqual(['2026-03-13 j11 F-1', '2026-03-19 j16 F-1 F-2'])
})

test('what waits from before is carried out on the first contact day', () => {
  const { after } = liveDay(start, scenario, calendar, monday, () => false)
  expect(foreseen(after, false)[0]).toBe('2026-03-02 j1 F-1')
})

test('a second run of the day does not contact the debtor again, whatever has happened since', () => {
  const disputed = happened(start, 'dispute F-1 1000.00 price', evening)
  const { decision, after } = liveDay(disputed, scenario, calendar, monday, () => true)
  expect(decision.actions.map(({ step }) => step)).toEqual(['p15'])
  const settled = happened(after, 'settle F-1', monday)
  expect(decide(settled, scenario, calendar, monday).actions).toEqual([])
  expect(decide(settled, scenario, calendar, addDays(monday, 1)).actions.map(({ step }) => step)).toEqual([
    'j1',
  ])
})

function foreseen(caseFile: Case, agree: boolean): string[] {
  const days = daysAhead(caseFile, scenario, calendar, { from: monday, until: day('2026-03-19'), agree })
  const names = new Map(caseFile.items.map(item => [item.id, item.name]))
  return [...days].flatMap(({ on, actions }) =>
    actions.map(({ step, itemIds }) => [formatDay(on), step, ...itemIds.map(id => names.get(id))].join(' ')),
  )
}

function caseWith(...invoices: string[]): Case {
  const story = parseStory(
    [
      'debtor "Durand SARL" business',
      'contact accounts-payable email compta@durand.example phone 0102030405',
      'from 2026-03-02',
      'until 2026-03-31',
    ].join('\n'),
  )
  if ('problems' in story) throw new Error(JSON.stringify(story.problems))
  return invoices.reduce((caseFile, text) => happened(caseFile, text, evening), story.start)
}

function happened(caseFile: Case, text: string, on: Day): Case {
  const fact = parseFact(text)
  if ('problem' in fact) throw new Error(fact.problem)
  const next = record(caseFile, fact, on, scenario)
  if ('refused' in next) throw new Error(next.refused)
  return next
}

function fail(message: string): never {
  throw new Error(message)
}
