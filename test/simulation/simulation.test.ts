/**
 * A short life in every test run; a longer one by `npm run simulate -- --seed S --debtors N --days D`. The same seed lives
 * the same days: identifiers come from the seed too, since they decide in which order cases and messages are taken.
 */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { randomFrom } from '../../src/bench/random.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { freshDatabase } from '../database.ts'
import { killer } from './killer.ts'
import { liveThrough } from './simulation.ts'

const { SIMULATION_SEED, SIMULATION_DEBTORS, SIMULATION_DAYS } = process.env
const plan = {
  seed: Number(SIMULATION_SEED ?? 7),
  debtors: Number(SIMULATION_DEBTORS ?? 20),
  days: Number(SIMULATION_DAYS ?? 80),
}

const seeded = vi.hoisted(() => ({ uuid: (): string => '' }))
vi.mock('node:crypto', async original => ({
  ...(await original<typeof import('node:crypto')>()),
  randomUUID: () => seeded.uuid(),
}))

const fresh = freshDatabase()
const mortal = killer()
let database: Database

beforeAll(async () => {
  const random = randomFrom(plan.seed)
  const hex = (digits: number) =>
    Array.from({ length: digits }, () => random.between(0, 15).toString(16)).join('')
  seeded.uuid = () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`
  // Only the program dies here, never the server: nothing is won by waiting for the disk.
  await fresh.admin(`alter database ${new URL(fresh.url).pathname.slice(1)} set synchronous_commit to off`)
  database = await openDatabase(fresh.url, { onStatement: mortal.onStatement })
})
afterAll(() => database?.[Symbol.asyncDispose]())

test(
  `${plan.debtors} debtors, ${plan.days} days, seed ${plan.seed}`,
  async () => {
    const say =
      SIMULATION_SEED === undefined ? undefined : (line: string) => process.stdout.write(`${line}\n`)
    const totals = await liveThrough(database, mortal, plan, say)
    expect(totals.storiesCompared).toBeGreaterThan(0)
    expect(totals.sent).toBeGreaterThan(0)
  },
  4 * 3600_000,
)
