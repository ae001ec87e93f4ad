/**
 * Companies and their debtors live day after day on a real database: runs, deliveries, facts and people by chance, the
 * program killed between two statements. What must be true is checked every day; what is not is told as a story.
 */

import { deliver } from '../../src/app/delivery/deliver.ts'
import { addDays, type Day, formatDay } from '../../src/domain/date.ts'
import type { StoredCase } from '../../src/store/case/cases.ts'
import type { Database } from '../../src/store/database.ts'
import { recordFact } from '../record-fact.ts'
import { audit, checkMorning, checkSecondRun } from './check.ts'
import { type Company, factOf, importNew, loadAll, run } from './company.ts'
import { noteDelivery } from './deliveries.ts'
import { randomEvent, randomInvoice } from './events.ts'
import { actsOf } from './invariants.ts'
import type { Killer } from './killer.ts'
import { workThrough } from './people.ts'
import { begin, caseOf, FIRST_DAY, fail, type Plan, type Totals, type World } from './world.ts'

const CALM_DAYS = 12
const AUDIT_EVERY_DAYS = 30

export async function liveThrough(
  database: Database,
  killer: Killer,
  plan: Plan,
  progress: (line: string) => void = () => {},
): Promise<Totals> {
  const world = await begin(database, killer, plan)
  let downUntil = -Infinity
  const end = addDays(FIRST_DAY, plan.days)
  for (let today = FIRST_DAY; today < end; today = addDays(today, 1)) {
    world.today = today
    world.calm = today >= end - CALM_DAYS
    const isDown = today <= downUntil
    for (const company of world.companies) {
      Object.assign(company, { today, calm: world.calm })
      if (!isDown) await workingHours(world, company)
      await everydayLife(world, company)
      if (!isDown && company.restless && world.random.chance(0.3)) await eveningRun(world, company)
    }
    if (!world.calm && !isDown && world.random.chance(0.02)) {
      downUntil = addDays(today, world.random.between(1, 5))
      for (const life of world.companies.flatMap(({ lives }) => lives))
        life.happened.push({ on: today, text: `down until ${formatDay(downUntil as Day)}` })
    }
    const passed = today - FIRST_DAY + 1
    if (passed % AUDIT_EVERY_DAYS === 0 || today === end - 1) {
      for (const company of world.companies) await audit(world, company, today === end - 1)
      world.totals.sent = world.companies.reduce((total, { sent }) => total + sent.length, 0)
      progress(`day ${passed} of ${plan.days}: ${JSON.stringify(world.totals)}`)
    }
  }
  return world.totals
}

/** The run, checked; the delivery; people at their work list. */
async function workingHours(world: World, company: Company): Promise<void> {
  const { random, calm } = world
  const died = calm ? 0 : 0.06
  await survive(world, died, () => run(company))
  const cases = await loadAll(company)
  await checkMorning(world, company, cases)
  if (random.chance(0.25)) await checkSecondRun(world, company)
  // Nothing to send is soon delivered; sometimes is enough.
  const mustDeliver = hasMessages(cases) || random.chance(0.1)
  if (mustDeliver) await survive(world, died, () => deliver(company.desk, { max: null }))
  const delivered = mustDeliver ? await loadAll(company) : cases
  for (const life of company.lives) {
    const [before, after] = [caseOf(cases, life), caseOf(delivered, life)]
    const wrong = noteDelivery(life, before.caseFile, after.caseFile, company.today)
    if (wrong !== null) fail(world, company, life, after, [wrong])
    await workThrough(company, life, after, random)
  }
}

function hasMessages(cases: ReadonlyMap<string, StoredCase>): boolean {
  return [...cases.values()].some(({ caseFile }) =>
    caseFile.actions.some(({ status }) => status === 'planned'),
  )
}

/** Somebody runs the day once more, knowing what has happened since the morning. */
async function eveningRun(world: World, company: Company): Promise<void> {
  const before = await loadAll(company)
  const known = new Map(
    company.lives.map(life => [
      life,
      new Set(actsOf(caseOf(before, life).caseFile, world.today).map(({ id }) => id)),
    ]),
  )
  await survive(world, world.calm ? 0 : 0.06, () => run(company))
  await checkMorning(world, company, await loadAll(company), known)
}

/** Facts and new invoices. */
async function everydayLife(world: World, company: Company): Promise<void> {
  const { random, calm } = world
  if (calm) return
  const eventful = company.lives.filter(() => random.chance(0.06))
  const cases: Map<string, StoredCase> = eventful.length > 0 ? await loadAll(company) : new Map()
  for (const life of eventful) {
    const text = randomEvent(caseOf(cases, life).caseFile, random, company.today)
    if (text === null) continue
    const done = await survive(world, 0.02, () => recordFact(company.desk, { text, debtor: life.code }))
    if ('refused' in done) continue
    life.happened.push({ on: company.today, text })
    world.totals.facts++
  }
  const invoices = company.lives
    .filter(() => random.chance(0.025))
    .map(life => randomInvoice(life, random, company.today, 3))
  if (invoices.length === 0) return
  await survive(world, 0.05, () => importNew(company, invoices))
  for (const invoice of invoices) invoice.life.happened.push({ on: company.today, text: factOf(invoice) })
  world.totals.invoices += invoices.length
}

async function survive<T>(world: World, probability: number, work: () => Promise<T>): Promise<T> {
  const done = await world.killer.survive(world.random, probability, work)
  world.totals.deaths = world.killer.deaths
  return done
}
