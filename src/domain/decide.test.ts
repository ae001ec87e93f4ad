import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Morning, run, theCase } from '../../test/lives.ts'
import { amiableB2b } from '../countries/fr/scenarios.ts'
import { isContact, PAYMENT_REJECTED } from './action.ts'
import { addWorkingDays, isWorkingDay } from './calendar.ts'
import { type Case, type OpenItem, openItems } from './case.ts'
import { type Day, formatDay } from './date.ts'
import { decide } from './decide.ts'
import type { Decided, Decision } from './decision.ts'
import { disputedCents } from './hold.ts'

const RUNS = { seed: 20260302, numRuns: 80 }

describe('over 120 days of random facts', () => {
  it('deciding twice is equal', () => {
    check(({ before, today, decision, calendar }) => {
      expect(decide(before, amiableB2b, calendar, today)).toEqual(decision)
    }, 25)
  })

  it('a wholly held item is in no act, and what is asked has a balance', () => {
    check(({ before, decision }) => {
      const open = new Map(openItems(before).map(item => [item.id, item]))
      const held = new Set(
        decision.holds.flatMap(hold => hold.itemIds.filter(id => isWholly(hold.reason, open, id, before))),
      )
      for (const { itemIds } of acts(decision)) {
        expect(itemIds.filter(id => held.has(id) || !open.has(id))).toEqual([])
        expect(itemIds.length).toBeGreaterThan(0)
      }
    })
  })

  it('no step is asked again for an item that passed it in this round, or that has it to be done', () => {
    check(({ before, decision }) => {
      const under = before.actions.filter(({ status }) => status === 'open' || status === 'uncertain')
      for (const act of acts(decision).filter(({ step }) => step !== PAYMENT_REJECTED)) {
        const again = before.items.filter(
          item =>
            act.itemIds.includes(item.id) &&
            (before.passed.some(p => p.itemId === item.id && p.step === act.step && p.round === item.round) ||
              under.some(other => other.step === act.step && other.itemIds.includes(item.id))),
        )
        expect(again.map(({ name }) => `${name} ${act.step}`)).toEqual([])
      }
    })
  })

  it('people and debtors are bothered on working days only', () => {
    check(({ decision, today, calendar }) => {
      if (!isWorkingDay(calendar, today)) expect(decision.actions).toEqual([])
    })
  })

  it('grouped by account, the debtor hears at most once a day', () => {
    check(({ before, decision }) => {
      if (before.settings.grouping === 'invoice') return
      expect(acts(decision).filter(({ channel }) => channel !== 'task').length).toBeLessThanOrEqual(1)
    })
  })

  it('a contact leaves its gap after the last one, but for the fallback of a failure', () => {
    check(({ before, decision, today, calendar }) => {
      const last = before.actions.filter(action => isContact(action) && action.stage !== 'preventive')
      const lastOn = Math.max(...last.map(action => action.endedOn as number))
      for (const act of acts(decision)) {
        const step = amiableB2b.steps.find(({ id }) => id === act.step)
        const isFallback = before.actions.some(({ status, step }) => status === 'failed' && step === act.step)
        if (!step || isFallback || last.length === 0) continue
        const soonest = addWorkingDays(calendar, lastOn as Day, step.gapWorkingDays)
        expect(formatDay(today) >= formatDay(soonest)).toBe(true)
      }
    })
  })

  it('what a proposal lists is in no other message', () => {
    check(({ before, decision }) => {
      for (const act of acts(decision)) {
        const others = before.actions.filter(
          action =>
            (action.status === 'proposed' || action.status === 'agreed') && action.id !== act.actionId,
        )
        const stands = others.filter(
          ({ id }) => !decision.withdrawals.some(w => w.actionId === id && w.ends !== null),
        )
        const blocked = stands.flatMap(action => action.itemIds)
        if (act.step !== PAYMENT_REJECTED) expect(act.itemIds.filter(id => blocked.includes(id))).toEqual([])
      }
    })
  })

  it('only a person sets off a formal notice, a litigation or a letter', () => {
    check(({ before, decision }) => {
      for (const act of acts(decision).filter(({ mode }) => mode === 'approval' || mode === 'to-confirm')) {
        expect(before.actions.find(({ id }) => id === act.actionId)?.status).toBe('agreed')
      }
    })
  })

  it('looking only when it is time tells the same as looking every day', () => {
    fc.assert(
      fc.property(theCase, life => {
        const everyDay = run(life, () => true)
        const inTime = run(
          life,
          (dossier, today) => dossier.nextLookOn !== null && dossier.nextLookOn <= today,
        )
        expect(inTime.told).toEqual(everyDay.told)
        expect(inTime.mornings.length).toBeLessThanOrEqual(everyDay.mornings.length)
      }),
      RUNS,
    )
  })
})

function check(each: (morning: Morning) => void, numRuns = RUNS.numRuns): void {
  fc.assert(
    fc.property(theCase, life => run(life, () => true).mornings.forEach(each)),
    { ...RUNS, numRuns },
  )
}

function acts(decision: Decision): Decided[] {
  return decision.actions.filter(({ kind }) => kind === 'act')
}

function isWholly(reason: string, open: ReadonlyMap<number, OpenItem>, id: number, dossier: Case): boolean {
  const item = open.get(id)
  return reason !== 'dispute' || item === undefined || disputedCents(dossier, item) >= item.balanceCents
}
