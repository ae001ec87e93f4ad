import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { run, theCase } from '../../../test/lives.ts'
import { france } from '../../countries/fr/country.ts'
import { isWorkingDay } from '../calendar.ts'
import { addDays, addMonths, type Day, day, formatDay, weekday } from '../date.ts'
import type { Fact } from '../facts/fact.ts'
import { record } from '../facts/record.ts'
import { DEFAULT_SETTINGS } from '../organisation/settings.ts'
import { parseFact } from '../story/fact-text.ts'
import { type Case, emptyCase, openItems } from './case.ts'
import { declarationOf } from './insolvency.ts'
import type { Hold } from './recorded-hold.ts'

const FRANCE = france.law({ region: null })
const ALSACE = france.law({ region: 'alsace-moselle' })

describe('the deadline to declare', () => {
  test.each([
    ['2026-03-12', '2026-05-12', 'the same day two months later'],
    ['2025-12-31', '2026-03-02', 'the last day of February is a Saturday'],
    ['2023-12-31', '2024-02-29', 'a leap year'],
    ['2026-03-14', '2026-05-15', 'Ascension'],
    ['2026-03-08', '2026-05-11', 'the 8th of May is a Friday and a holiday'],
    ['2026-05-14', '2026-07-15', 'the 14th of July'],
    ['2026-02-05', '2026-04-07', 'Easter Sunday, then Monday'],
  ])('published on %s, it is %s: %s', (published, deadline) => {
    expect(formatDay(declaration(published).deadline)).toBe(deadline)
  })

  it('is four months for a creditor outside metropolitan France', () => {
    const settings = { ...DEFAULT_SETTINGS, creditorOutsideMetropolitanFrance: true }
    const { months, deadline } = declarationOf(judgment('2026-03-12'), settings, FRANCE)
    expect([months, formatDay(deadline)]).toEqual([4, '2026-07-13'])
  })

  it('is counted on the national calendar in Alsace-Moselle, and relief on none', () => {
    const { deadline, reliefUntil } = declarationOf(judgment('2026-02-03'), DEFAULT_SETTINGS, ALSACE)
    expect([formatDay(deadline), formatDay(reliefUntil)]).toEqual(['2026-04-03', '2026-08-03'])
    expect(weekday(declaration('2026-03-12').reliefUntil)).toBe(6)
  })

  it('is a working day, never before the months are over, and at most four days after', () => {
    fc.assert(
      fc.property(fc.integer({ min: 18_000, max: 30_000 }), number => {
        const published = number as Day
        const { deadline } = declaration(formatDay(published))
        const end = addMonths(published, 2)
        expect(isWorkingDay(FRANCE, deadline)).toBe(true)
        expect(deadline).toBeGreaterThanOrEqual(end)
        expect(deadline).toBeLessThanOrEqual(addDays(end, 4))
      }),
    )
  })
})

describe('what a case refuses', () => {
  test.each([
    ['declared 2026-03-10', 'no-insolvency'],
    ['insolvency-closed 2026-03-10', 'no-insolvency'],
    ['insolvency 2026-03-11', 'date-in-the-future'],
    ['insolvency 2026-03-01 published 2026-03-11', 'date-in-the-future'],
    ['insolvency 2026-03-05 published 2026-03-04', 'date-in-the-past'],
    ['over-indebtedness 2026-03-11', 'date-in-the-future'],
    ['performed F-1 2026-03-11', 'date-in-the-future'],
    ['performed F-2 2026-03-01', 'unknown-item'],
  ])('%s: %s', (text, code) => {
    expect(record(aCase(), fact(text), day('2026-03-10'), { steps: [] } as never)).toMatchObject({
      refused: code,
    })
  })

  it('a declaration or a closing before the judgment', () => {
    const opened = recorded(aCase(), 'insolvency 2026-03-05')
    for (const text of ['declared 2026-03-04', 'insolvency-closed 2026-03-04'])
      expect(record(opened, fact(text), day('2026-03-10'), { steps: [] } as never)).toMatchObject({
        refused: 'date-in-the-past',
      })
  })
})

it('a judgment told twice stays one, and takes what was not known', () => {
  const once = recorded(aCase(), 'insolvency 2026-03-05')
  const twice = recorded(once, 'insolvency 2026-03-05 published 2026-03-09 kind liquidation')
  expect(recorded(twice, 'insolvency 2026-03-05').holds).toEqual(twice.holds)
  expect(twice.holds).toMatchObject([
    { from: day('2026-03-05'), publishedOn: day('2026-03-09'), procedure: 'liquidation', declaredOn: null },
  ])
})

/** A second reading of the law, from the recorded judgments alone. */
describe('over random lives', () => {
  it('nothing is asked of a claim born before a judgment in force, nor of a consumer’s born before the decision', () => {
    check(({ before, decision }) => {
      const stops = before.holds.filter(
        ({ reason, endedOn, until, itemIds }) =>
          endedOn === null && until === null && itemIds === null && /insolvency|over-indebt/.test(reason),
      )
      const stopped = openItems(before).filter(({ issuedOn, performedOn }) =>
        stops.some(({ from }) => (performedOn ?? issuedOn) < from),
      )
      const asked = decision.actions.flatMap(({ itemIds }) => itemIds)
      expect(stopped.filter(({ id }) => asked.includes(id))).toEqual([])
    })
  })

  it('each judgment with claims to declare has one task, of the right urgency, every morning', () => {
    let seen = 0
    check(({ before, decision, today }) => {
      const wanted = before.holds
        .filter(
          ({ reason, endedOn, declaredOn }) =>
            reason === 'insolvency' && endedOn === null && declaredOn === null,
        )
        .flatMap(hold => {
          const items = openItems(before).filter(
            ({ issuedOn, performedOn }) => issuedOn < today && (performedOn ?? issuedOn) < hold.from,
          )
          const { deadline } = declarationOf(hold, before.settings, FRANCE)
          const left = deadline - today
          const code = left < 0 ? 'declaration-missed' : left <= 15 ? 'declaration-due-soon' : 'declare-claim'
          return items.length > 0 ? [{ code, items: items.map(({ id }) => id).sort() }] : []
        })
      const told = decision.tasks
        .filter(({ code }) => /^decla(re-claim|ration-)/.test(code))
        .map(({ code, itemIds }) => ({ code, items: [...itemIds].sort() }))
      expect(told).toEqual(wanted)
      seen += told.length
    })
    expect(seen).toBeGreaterThan(100)
  })
})

function check(expectation: (morning: ReturnType<typeof run>['mornings'][number]) => void): void {
  const judged = theCase.map(life => ({
    ...life,
    moves: [{ after: 5, kind: 'insolvency' as const, n: 0, m: 1 }, ...life.moves],
  }))
  fc.assert(
    fc.property(judged, life => {
      const always = run(life, () => true).mornings
      const inTime = run(
        life,
        (caseFile, today) => caseFile.nextLookOn !== null && caseFile.nextLookOn <= today,
      )
      for (const morning of [...always, ...inTime.mornings]) expectation(morning)
    }),
    { numRuns: 40, seed: 20260309 },
  )
}

function declaration(published: string) {
  return declarationOf(judgment(published), DEFAULT_SETTINGS, FRANCE)
}

function judgment(published: string): Pick<Hold, 'from' | 'publishedOn'> {
  return { from: addDays(day(published), -7), publishedOn: day(published) }
}

function aCase(): Case {
  const empty = emptyCase({
    id: 'c/d',
    creditor: 'c',
    debtor: { code: 'd', name: 'Durand', kind: 'business' },
    contacts: [],
    currency: 'EUR',
    scenarioId: 'amiable-b2b',
    settings: DEFAULT_SETTINGS,
  })
  return recorded(empty, 'invoice F-1 100.00 issued 2026-02-01 due 2026-03-01')
}

function recorded(caseFile: Case, text: string): Case {
  const next = record(caseFile, fact(text), day('2026-03-10'), { steps: [] } as never)
  if ('refused' in next) throw new Error(next.refused)
  return next
}

function fact(text: string): Fact {
  const read = parseFact(text)
  if ('problem' in read) throw new Error(read.problem)
  return read
}
