/** Real accounts, kept outside the repository, run where they are at hand: from the file to the decided day, through the program itself. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CommandLine, commandLine, removeFolder, temporaryFolder } from '../command-line.ts'
import { haveSamples, samplesFolder } from '../samples.ts'

type Balance = { aux: string; name: string; balance: string }
type Expected = {
  customers_with_open_balance: number
  unlettered_411_balance: string
  top_open_balances: Balance[]
  most_negative_open: Balance[]
}
type Debtor = { code: string; name: string; openCents: number; overdueCents: number }
type Run = { cases: number; actions: { case: string; step: string }[]; holds: unknown[]; errors: unknown[] }

const samples = path.join(samplesFolder, 'fec')
const expected: Record<string, Expected> = haveSamples('fec')
  ? JSON.parse(readFileSync(path.join(samples, 'expected.json'), 'utf8'))
  : {}

test('the samples that are at hand say what to expect', () => {
  expect(Object.keys(expected).length > 0).toBe(haveSamples('fec'))
})

describe.each(Object.entries(expected))('%s', (name, want) => {
  let folder: string
  let line: CommandLine
  let debtors: Debtor[]

  beforeAll(async () => {
    folder = await temporaryFolder()
    line = commandLine({ data: folder })
    await line.json('import', 'invoices', path.join(samples, name), ...DAY)
    debtors = (await line.json<{ debtors: Debtor[] }>('balances', ...DAY)).debtors
  })
  afterAll(() => removeFolder(folder))

  test('the open balances are those of the accounts', () => {
    expect(debtors.length).toBe(want.customers_with_open_balance)
    expect(debtors.reduce((sum, debtor) => sum + debtor.openCents, 0)).toBe(
      inCents(want.unlettered_411_balance),
    )
    expect(debtors.slice(0, want.top_open_balances.length).map(asBalance)).toEqual(
      want.top_open_balances.map(withCents),
    )
    const negative = debtors.filter(debtor => debtor.openCents < 0).reverse()
    expect(negative.slice(0, want.most_negative_open.length).map(asBalance)).toEqual(
      want.most_negative_open.map(withCents),
    )
  })

  test('the same file again changes nothing', async () => {
    const again = await line.json('import', 'invoices', path.join(samples, name), ...DAY)
    expect(again).toMatchObject({ totals: { created: 0, updated: 0, cleared: 0 } })
    expect(await line.json('balances', ...DAY)).toEqual({ debtors })
  })

  test('the day decides on each case with something open, once', async () => {
    const run = await line.json<Run>('run', ...DAY)
    expect(run.errors).toEqual([])
    expect(run.cases).toBeGreaterThanOrEqual(want.customers_with_open_balance)
    const acted = run.actions.map(action => action.case)
    expect(new Set(acted).size).toBe(acted.length)
    const inCredit = debtors.filter(debtor => debtor.openCents < 0).map(debtor => `MOI/${debtor.code}`)
    expect(acted.filter(id => inCredit.includes(id))).toEqual([])
    const second = await line.json<Run>('run', ...DAY)
    expect(second).toMatchObject({ cases: 0, actions: [], holds: [], tasks: [], errors: [] })
  })
})

/** A working day after all of these accounts. */
const DAY = ['--date', '2026-11-23']

function asBalance({ code, name, openCents }: Debtor) {
  return { aux: code, name, cents: openCents }
}

function withCents({ aux, name, balance }: Balance) {
  return { aux, name, cents: inCents(balance) }
}

/** `18076.8` is 18,076.80. */
function inCents(amount: string): number {
  const [units = '', decimals = ''] = amount.split('.')
  return Number(`${units}${decimals.padEnd(2, '0')}`)
}
