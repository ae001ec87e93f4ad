/** What a story can't say, since it gives every due date: items without one, and items whose date was assumed. */
import { expect, test } from 'vitest'
import { france } from '../../countries/fr/country.ts'
import { amiableB2b } from '../../countries/fr/scenarios.ts'
import { type Case, emptyCase } from '../case/case.ts'
import { type Day, day } from '../date.ts'
import { type BookDocument, takeBooks } from '../facts/books.ts'
import type { Fact } from '../facts/fact.ts'
import { record } from '../facts/record.ts'
import { cents } from '../money.ts'
import { DEFAULT_SETTINGS } from '../organisation/settings.ts'
import { decide } from './decide.ts'

const law = france.law({ region: null })
const issuedOn = day('2026-01-05')
const monday = day('2026-03-09')

test('an item without a due date is held, and a person is asked for it', () => {
  const { actions, holds, tasks } = decide(bookedWith(null, false), amiableB2b, law, monday)
  expect(actions).toEqual([])
  expect(holds).toEqual([{ reason: 'no-due-date', itemIds: [1], until: null }])
  expect(tasks).toMatchObject([{ code: 'due-date-missing', itemIds: [1] }])
})

test('an assumed due date is good enough for level 1; beyond it a person confirms it', () => {
  const dueOn = day('2026-02-04')
  const assumed = bookedWith(dueOn, true)
  expect(decide(assumed, amiableB2b, law, monday).actions).toMatchObject([{ step: 'j1' }])

  const reminded = recorded(assumed, { kind: 'already', step: 'j7', on: day('2026-02-23'), item: 'F-1' })
  const { actions, holds, tasks } = decide(reminded, amiableB2b, law, monday)
  expect(actions).toEqual([])
  expect(holds).toEqual([{ reason: 'unconfirmed-due-date', itemIds: [1], until: null }])
  expect(tasks).toMatchObject([{ code: 'confirm-due-date', itemIds: [1] }])

  const confirmed = recorded(reminded, { kind: 'due', item: 'F-1', on: dueOn })
  expect(decide(confirmed, amiableB2b, law, monday)).toMatchObject({ actions: [{ step: 'j11' }], holds: [] })
})

test('an assumed due date never replaces a stated one', () => {
  const stated = bookedWith(day('2026-02-04'), false)
  const { caseFile } = takeBooks(stated, [invoice(day('2026-03-04'), true)], monday)
  expect(caseFile.items).toMatchObject([{ dueOn: day('2026-02-04'), dueAssumed: false }])
})

function bookedWith(dueOn: Day | null, assumed: boolean): Case {
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
  return takeBooks(empty, [invoice(dueOn, assumed)], issuedOn).caseFile
}

function invoice(dueOn: Day | null, assumed: boolean): BookDocument {
  const amountCents = cents(1000_00)
  return {
    kind: 'invoice',
    number: 'F-1',
    issuedOn,
    dues: [{ dueOn, amountCents, assumed }],
    amountCents,
    openCents: null,
    taxCents: null,
    creditNoteFor: null,
  }
}

function recorded(caseFile: Case, fact: Fact): Case {
  const next = record(caseFile, fact, monday, amiableB2b)
  if ('refused' in next) throw new Error(next.refused)
  return next
}
