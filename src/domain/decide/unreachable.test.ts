/** A channel's minimum without a fallback, which no scenario of France has: a legal step waits, another one is skipped. */
import { expect, test } from 'vitest'
import { france } from '../../countries/fr/country.ts'
import { amiableB2b } from '../../countries/fr/scenarios.ts'
import { type Case, emptyCase } from '../case/case.ts'
import { day } from '../date.ts'
import type { Fact } from '../facts/fact.ts'
import { record } from '../facts/record.ts'
import { cents } from '../money.ts'
import { DEFAULT_SETTINGS } from '../organisation/settings.ts'
import type { Scenario } from '../scenario.ts'
import { decide } from './decide.ts'

const law = france.law({ region: null })
const monday = day('2026-04-20')

test('a formal notice about too small a sum is not skipped: a person decides', () => {
  const { actions, skips, tasks } = decide(reminded('j32'), dear('j40'), law, monday)
  expect({ actions, skips }).toEqual({ actions: [], skips: [] })
  expect(tasks).toMatchObject([{ code: 'below-minimum', step: 'j40', itemIds: [1] }])
})

test('a reminder about too small a sum is skipped where it has no fallback, and that is told', () => {
  const { skips, tasks, actions } = decide(reminded('j11'), dear('j16'), law, monday)
  expect(skips).toEqual([{ step: 'j16', itemIds: [1], code: 'below-minimum' }])
  expect(tasks).toEqual([])
  expect(actions).toMatchObject([{ step: 'j30' }])
})

/** The scenario with one step that is worth its price from 150 € only. */
function dear(id: string): Scenario {
  const steps = amiableB2b.steps.map(step =>
    step.id === id ? { ...step, fallbacks: [], channelMinimumCents: cents(150_00) } : step,
  )
  return { ...amiableB2b, steps }
}

function reminded(step: string): Case {
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
  const dues = [{ dueOn: day('2026-03-10'), amountCents: cents(100_00) }]
  const issuedOn = day('2026-02-10')
  const facts: Fact[] = [
    { kind: 'invoice', invoice: { number: 'F-1', issuedOn, dues } },
    { kind: 'already', step, on: day('2026-04-01'), item: 'F-1' },
  ]
  return facts.reduce<Case>((caseFile, fact) => {
    const next = record(caseFile, fact, day('2026-04-01'), amiableB2b)
    if ('refused' in next) throw new Error(next.refused)
    return next
  }, empty)
}
