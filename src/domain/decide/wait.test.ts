import fc from 'fast-check'
import { expect, it } from 'vitest'
import { run, theCase } from '../../../test/lives.ts'
import { france } from '../../countries/fr/country.ts'
import { amiableB2b } from '../../countries/fr/scenarios.ts'
import { type Case, emptyCase } from '../case/case.ts'
import { isHeld } from '../case/hold.ts'
import { day, formatDay } from '../date.ts'
import { record } from '../facts/record.ts'
import { DEFAULT_SETTINGS } from '../organisation/settings.ts'
import { parseFact } from '../story/fact-text.ts'
import { adopt, carriedOut } from './adopt.ts'
import { decide, knownItems } from './decide.ts'
import { explainWaits } from './wait.ts'

const calendar = france.law({ region: null })

it('before its first step, an item waits for that step and its day', () => {
  expect(waits(durand('invoice F-1 1200.00 issued 2026-01-15 due 2026-03-31'), '2026-02-02')).toEqual([
    { code: 'waits-for-step', params: { item: 'F-1', step: 'p15', on: '2026-03-16' } },
  ])
})

it('on a day off, the step that has come waits for the next working day', () => {
  const caseFile = durand('invoice F-1 1200.00 issued 2026-01-15 due 2026-02-13')
  expect(waits(caseFile, '2026-02-14')).toEqual([
    { code: 'waits-for-step', params: { item: 'F-1', step: 'j1', on: '2026-02-16' } },
  ])
  const late = after(durand('invoice F-1 1200.00 issued 2026-01-15 due 2026-01-30'), '2026-02-02')
  expect(waits(late, '2026-02-08')).toEqual([
    { code: 'not-a-contact-day', params: { item: 'F-1' } },
    { code: 'waits-for-step', params: { item: 'F-1', step: 'j4', on: '2026-02-09' } },
  ])
})

it('an item whose message has not left waits for it', () => {
  const caseFile = durand('invoice F-1 1200.00 issued 2026-01-15 due 2026-02-13')
  const adopted = adopt(
    caseFile,
    decide(caseFile, amiableB2b, calendar, day('2026-02-16')),
    day('2026-02-16'),
  )
  expect(waits(adopted, '2026-02-16')).toEqual([
    { code: 'waits-for-message', params: { item: 'F-1', step: 'j1', action: 2 } },
  ])
})

it('an item that a call is open about waits for a person', () => {
  const caseFile = after(durand('invoice F-1 1200.00 issued 2026-01-15 due 2026-02-13'), '2026-02-16')
  const called = after(caseFile, '2026-02-17')
  expect(waits(called, '2026-02-18')).toMatchObject([
    { code: 'waits-for-person', params: { item: 'F-1', step: 'j4' } },
  ])
})

it('a courtesy mail gives way to the contact of the day', () => {
  const caseFile = durand(
    'invoice F-1 1200.00 issued 2026-01-15 due 2026-02-13',
    'invoice F-2 300.00 issued 2026-01-15 due 2026-03-04',
    'skip j1 F-1',
  )
  expect(waits(caseFile, '2026-02-17')).toEqual([
    { code: 'contacted-today', params: { item: 'F-2', step: 'p15' } },
    { code: 'waits-for-step', params: { item: 'F-2', step: 'p15', on: '2026-02-18' } },
  ])
})

it('an item whose debtor nobody can reach waits for an address', () => {
  const caseFile = durand('invoice F-1 1200.00 issued 2026-01-15 due 2026-02-13')
  const lost = { ...caseFile, contacts: [] }
  expect(waits(lost, '2026-02-16')).toEqual([
    { code: 'waits-for-task', params: { item: 'F-1', step: 'j1', task: 'fix-contact' } },
  ])
})

it('an item issued today is looked at from tomorrow', () => {
  const caseFile = durand('invoice F-1 1200.00 issued 2026-02-16 due 2026-04-15')
  expect(waits(caseFile, '2026-02-16')).toEqual([
    { code: 'waits-for-step', params: { item: 'F-1', step: 'p15', on: '2026-03-31' } },
  ])
})

it('a held item, and one that is asked for, wait for nothing', () => {
  const held = durand('invoice F-1 1200.00 issued 2026-01-15 due 2026-02-13', 'dispute F-1 1200.00 prix')
  expect(waits(held, '2026-02-16')).toEqual([])
  expect(waits(durand('invoice F-1 1200.00 issued 2026-01-15 due 2026-02-13'), '2026-02-16')).toEqual([])
})

it('an overdue balance under the minimum is the reason', () => {
  const caseFile = durand('invoice F-1 12.00 issued 2026-01-15 due 2026-02-13')
  const small: Case = { ...caseFile, settings: { ...caseFile.settings, minimumCents: 5000n as never } }
  expect(waits(small, '2026-02-16')).toEqual([{ code: 'case-below-minimum', params: { item: 'F-1' } }])
})

it('once every step is passed, the scenario is finished', () => {
  const caseFile = durand('invoice F-1 1200.00 issued 2026-01-15 due 2026-02-13')
  const passed = amiableB2b.steps.map(({ id }) => ({
    itemId: caseFile.items[0]?.id ?? 0,
    step: id,
    payee: null,
    payeeIban: null,
    round: 1,
    how: 'skipped' as const,
    passedOn: day('2026-02-16'),
    actionId: null,
  }))
  expect(waits({ ...caseFile, passed }, '2026-02-20')).toEqual([
    { code: 'scenario-finished', params: { item: 'F-1' } },
  ])
})

it('over random lives, each free item that nothing is asked for has a reason, and a look comes no later', () => {
  fc.assert(
    fc.property(theCase, life => {
      for (const { before, decision, today, law, scenario } of run(life, () => true).mornings) {
        const reasons = explainWaits(before, decision, scenario, law, today)
        const evening = adopt(before, decision, today)
        const asked = new Set(decision.actions.filter(a => a.isNew).flatMap(a => [...a.itemIds]))
        const silent = knownItems(evening, today).filter(
          item =>
            !asked.has(item.id) &&
            !isHeld(evening, item, decision.holds) &&
            !reasons.some(({ params }) => params.item === item.name),
        )
        expect(silent.map(({ name }) => `${formatDay(today)} ${name}`)).toEqual([])
        for (const { code, params } of reasons) {
          if (code !== 'waits-for-step') continue
          expect(String(params.on) > formatDay(today)).toBe(true)
          expect(decision.nextLookOn && formatDay(decision.nextLookOn) <= String(params.on)).toBe(true)
        }
      }
    }),
    { seed: 20260302, numRuns: 40 },
  )
})

function durand(...facts: string[]): Case {
  const empty = emptyCase({
    id: 'NORD/DURAND',
    creditor: 'Atelier Nord',
    debtor: { code: 'DURAND', name: 'Durand SARL', kind: 'business' },
    contacts: [
      {
        role: 'accounts-payable',
        name: null,
        email: 'compta@durand.example',
        emailInvalid: false,
        phone: '0102030405',
        phoneInvalid: false,
        language: 'fr',
      },
    ],
    currency: 'EUR',
    scenarioId: 'amiable-b2b',
    settings: DEFAULT_SETTINGS,
  })
  return facts.reduce((caseFile, text) => {
    const fact = parseFact(text)
    if ('problem' in fact) throw new Error(fact.problem)
    const next = record(caseFile, fact, day('2026-02-01'), amiableB2b)
    if ('refused' in next) throw new Error(next.refused)
    return next
  }, empty)
}

/** The case after a day on which what the program does by itself was done. */
function after(caseFile: Case, on: string): Case {
  const today = day(on)
  const adopted = adopt(caseFile, decide(caseFile, amiableB2b, calendar, today), today)
  return adopted.actions
    .filter(({ status }) => status === 'planned')
    .reduce((current, { id }) => carriedOut(current, id, today, amiableB2b), adopted)
}

function waits(caseFile: Case, on: string) {
  const today = day(on)
  return explainWaits(caseFile, decide(caseFile, amiableB2b, calendar, today), amiableB2b, calendar, today)
}
