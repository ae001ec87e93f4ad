import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anEvening, type Morning, run, theCase, toldAfter } from '../../../test/lives.ts'
import { isContact, PAYMENT_REJECTED, type PassedStep } from '../action.ts'
import { addWorkingDays, isWorkingDay } from '../calendar.ts'
import { type Case, openItems } from '../case/case.ts'
import { disputedCents } from '../case/hold.ts'
import type { OpenItem } from '../case/open-item.ts'
import { addDays, type Day } from '../date.ts'
import { isLegal, isPreventive, type Step } from '../scenario.ts'
import { decide } from './decide.ts'
import type { Decided, Decision } from './decision.ts'

/** `LIVES=10000 DAYS=400 SEED=1` for the long run of docs/proofs.md. */
const LIVES = Number(process.env.LIVES ?? 80)
const RUNS = { seed: Number(process.env.SEED ?? 20260302), numRuns: 80 }

describe('over 120 days of random facts, whatever the scenario', () => {
  it('deciding twice is equal', () => {
    check(({ before, today, decision, law, scenario }) => {
      const again = decide(before, scenario, law, today)
      if (!isDeepStrictEqual(again, decision)) expect(again).toEqual(decision)
    })
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

  it('a message passes only steps of an item whose day has come, none after its own', () => {
    check(({ before, after, today, scenario }) => {
      const early = newlyPassed(before, after).filter(({ itemId, step: id, how, actionId }) => {
        const [item, step] = [itemOf(after, itemId), stepOf(scenario.steps, id)]
        const sent = after.actions.find(action => action.id === actionId)
        if (how !== 'carried-out' || !item || !step || !sent) return how === 'carried-out'
        const hasCome = item.dueOn !== null && addDays(item.dueOn, step.offsetDays) <= today
        const isOwn = scenario.steps.indexOf(step) <= scenario.steps.findIndex(({ id }) => id === sent.step)
        return !isOwn || !(hasCome || (isLegal(step) && step.id === sent.step))
      })
      expect(early).toEqual([])
    })
  })

  it('no step after the due date is passed over in silence', () => {
    check(({ before, after, decision, scenario }) => {
      const fresh = newlyPassed(before, after)
      const told = [...decision.skips, ...decision.lapses]
      const silent = fresh.filter(
        ({ itemId, step, how }) =>
          how !== 'carried-out' && !told.some(line => line.step === step && line.itemIds.includes(itemId)),
      )
      expect(silent).toEqual([])
      const jumped = fresh.filter(({ itemId, step, how }) => {
        const item = itemOf(after, itemId)
        const earlier = scenario.steps.slice(
          0,
          scenario.steps.findIndex(({ id }) => id === step),
        )
        return (
          how === 'carried-out' && earlier.some(one => !isPreventive(one) && !hasPassed(after, item, one))
        )
      })
      expect(jumped).toEqual([])
    })
  })

  it('the step of a message is the next one of at least one of its items', () => {
    check(({ before, after, decision, scenario }) => {
      const told = [...decision.skips, ...decision.lapses]
      for (const decided of decision.actions.filter(({ step }) => step !== PAYMENT_REJECTED)) {
        const earlier = scenario.steps.slice(
          0,
          scenario.steps.findIndex(({ id }) => id === decided.step),
        )
        const cameInOrder = decided.itemIds.some(itemId =>
          earlier.every(
            step =>
              isPreventive(step) ||
              hasPassed(before, itemOf(after, itemId), step) ||
              told.some(line => line.step === step.id && line.itemIds.includes(itemId)),
          ),
        )
        expect(cameInOrder).toBe(true)
      }
    })
  })

  it('people and debtors are bothered on working days only', () => {
    check(({ decision, today, law }) => {
      if (!isWorkingDay(law, today)) expect(decision.actions).toEqual([])
    })
  })

  it('grouped by account, the debtor hears at most once a day of what is to be paid to one account', () => {
    check(({ before, decision }) => {
      if (before.settings.grouping === 'invoice') return
      const contacts = acts(decision).filter(({ channel }) => channel !== 'task')
      const payees = contacts.map(({ itemIds }) => [
        ...new Set(before.items.filter(({ id }) => itemIds.includes(id)).map(({ payeeIban }) => payeeIban)),
      ])
      expect(payees.every(({ length }) => length === 1)).toBe(true)
      expect(new Set(payees.flat()).size).toBe(contacts.length)
      expect(new Set(contacts.map(({ step }) => step)).size).toBeLessThanOrEqual(1)
    })
  })

  it('a contact leaves its gap after the last one, but for the fallback of a failure', () => {
    check(({ before, decision, today, law, scenario }) => {
      const last = before.actions.filter(action => isContact(action) && action.stage !== 'preventive')
      const lastOn = Math.max(...last.map(action => action.endedOn as number))
      for (const act of acts(decision)) {
        const step = stepOf(scenario.steps, act.step)
        const isFallback = before.actions.some(({ status, step }) => status === 'failed' && step === act.step)
        if (!step || isFallback || last.length === 0) continue
        const soonest = addWorkingDays(law, lastOn as Day, step.gapWorkingDays)
        expect(today).toBeGreaterThanOrEqual(soonest)
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

  it('facts of one day about different items tell the same, in whatever order they are recorded', () => {
    fc.assert(
      fc.property(anEvening, ({ life, evening, on, facts: [one, other] }) => {
        const told = toldAfter(life, evening, [one, other], on, 30)
        expect(toldAfter(life, evening, [other, one], on, 30)).toEqual(told)
      }),
      RUNS,
    )
  })

  it('looking only when it is time tells the same as looking every day', () => {
    const count = { lives: 0, everyDay: 0, inTime: 0, lines: 0 }
    fc.assert(
      fc.property(theCase, life => {
        const everyDay = run(life, () => true)
        const inTime = run(
          life,
          (caseFile, today) => caseFile.nextLookOn !== null && caseFile.nextLookOn <= today,
        )
        expect(inTime.told).toEqual(everyDay.told)
        expect(inTime.mornings.length).toBeLessThanOrEqual(everyDay.mornings.length)
        count.lives++
        count.everyDay += everyDay.mornings.length
        count.inTime += inTime.mornings.length
        count.lines += everyDay.told.length
      }),
      { ...RUNS, numRuns: LIVES },
    )
    if (process.env.LIVES) console.info(JSON.stringify({ seed: RUNS.seed, ...count }))
  }, 3_600_000)
})

/** The same lives for every property: each is lived once, unless one fails and is made smaller. */
const lived = new Map<string, Morning[]>()

function check(each: (morning: Morning) => void): void {
  fc.assert(
    fc.property(theCase, life => {
      const key = fc.stringify(life)
      const mornings = lived.get(key) ?? run(life, () => true).mornings
      lived.set(key, mornings)
      mornings.forEach(each)
    }),
    RUNS,
  )
}

function acts(decision: Decision): Decided[] {
  return decision.actions.filter(({ kind }) => kind === 'act')
}

function newlyPassed(before: Case, after: Case): PassedStep[] {
  const known = new Set(before.passed)
  return after.passed.filter(entry => !known.has(entry))
}

function itemOf(caseFile: Case, itemId: number): Case['items'][number] | undefined {
  return caseFile.items.find(({ id }) => id === itemId)
}

function stepOf(steps: readonly Step[], stepId: string): Step | undefined {
  return steps.find(({ id }) => id === stepId)
}

function hasPassed(caseFile: Case, item: Case['items'][number] | undefined, step: Step): boolean {
  return caseFile.passed.some(
    pass => pass.itemId === item?.id && pass.step === step.id && pass.round === item.round,
  )
}

function isWholly(reason: string, open: ReadonlyMap<number, OpenItem>, id: number, caseFile: Case): boolean {
  const item = open.get(id)
  return reason !== 'dispute' || item === undefined || disputedCents(caseFile, item) >= item.balanceCents
}
