import { type Random, randomFrom } from '../../src/bench/random.ts'
import { addDays, type Day, day, formatDay } from '../../src/domain/date.ts'
import type { Contact } from '../../src/domain/debtor.ts'
import type { StoredCase } from '../../src/store/case/cases.ts'
import type { Database } from '../../src/store/database.ts'
import { type Company, factOf, foundCompanies, importNew, loadAll } from './company.ts'
import { randomInvoice } from './events.ts'
import type { Killer } from './killer.ts'
import type { Life } from './life.ts'
import { type ToldStory, tellStory } from './told-story.ts'

export type Plan = { seed: number; debtors: number; days: number }
export type Totals = {
  days: number
  invoices: number
  facts: number
  decisions: number
  sent: number
  deaths: number
  storiesCompared: number
  storiesUntold: number
}

export const FIRST_DAY = day('2026-01-05')

/** What went wrong, with the seed that brings it back and the case as a story. */
export class SimulationFailure extends Error {
  override name = 'SimulationFailure'
}

export type World = {
  plan: Plan
  random: Random
  killer: Killer
  companies: Company[]
  contacts: Map<Life, readonly Contact[]>
  today: Day
  calm: boolean
  totals: Totals
}

/** Companies with their debtors and what these owed before the first morning. */
export async function begin(database: Database, killer: Killer, plan: Plan): Promise<World> {
  const random = randomFrom(plan.seed)
  const before = addDays(FIRST_DAY, -1)
  const companies = await foundCompanies(database, plan.seed, plan.debtors, before)
  const totals: Totals = {
    days: plan.days,
    invoices: 0,
    facts: 0,
    decisions: 0,
    sent: 0,
    deaths: 0,
    storiesCompared: 0,
    storiesUntold: 0,
  }
  const world: World = {
    plan,
    random,
    killer,
    companies,
    contacts: new Map(),
    today: before,
    calm: false,
    totals,
  }
  for (let index = 0; index < plan.debtors; index++) {
    const company = companies[index % companies.length] as Company
    company.lives.push(newLife(index + 1, random))
  }
  for (const company of companies) {
    const invoices = company.lives.flatMap(life =>
      Array.from({ length: random.between(1, 3) }, () => randomInvoice(life, random, before, 120)),
    )
    if (invoices.length === 0) continue
    await importNew(company, invoices)
    for (const invoice of invoices) invoice.life.header.push(factOf(invoice))
    world.totals.invoices += invoices.length
    const cases = await loadAll(company)
    for (const life of company.lives) world.contacts.set(life, caseOf(cases, life).caseFile.contacts)
  }
  return world
}

function newLife(number: number, random: Random): Life {
  const code = `D${number}`
  return {
    code,
    kind: random.pick(['business', 'business', 'business', 'consumer', 'public-body']),
    email: random.chance(0.85) ? `compta@${code.toLowerCase()}.example` : '',
    phone: random.chance(0.85) ? '0102030405' : '',
    header: [],
    happened: [],
    invoices: 0,
    untold: null,
  }
}

export function caseOf(cases: ReadonlyMap<string, StoredCase>, { code }: Life): StoredCase {
  const stored = cases.get(code)
  if (!stored) throw new Error(`no case of ${code}`)
  return stored
}

/** The case as a story so far. */
export function toldStory(world: World, { settings }: Company, life: Life, scenarioId: string): ToldStory {
  const contacts = world.contacts.get(life) ?? []
  return tellStory(life, settings, contacts, scenarioId, FIRST_DAY, world.today)
}

export function fail(
  world: World,
  company: Company,
  life: Life,
  { caseFile }: StoredCase,
  wrong: readonly string[],
): never {
  const { text } = toldStory(world, company, life, caseFile.scenarioId)
  const untold = life.untold === null ? '' : `\n# Not exact: ${life.untold}.`
  throw new SimulationFailure(
    `${where(world)}, debtor ${life.code}:\n${wrong.join('\n')}\n\n# Seed ${world.plan.seed}.${untold}\n${text}`,
  )
}

export function where({ plan, today }: World): string {
  return `seed ${plan.seed}, ${plan.debtors} debtors, ${plan.days} days, on ${formatDay(today)}`
}
