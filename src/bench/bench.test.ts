/** Small sizes: what is at stake is that both sides write the same rows, and the shape of the answer, not the speed. */

import { expect, test } from 'vitest'
import { serverUrl } from '../../test/database.ts'
import type { BenchOptions } from '../cli/program/bench.ts'
import { runCommandLine } from '../cli/program/quittance.ts'
import type { Shell } from '../cli/shell.ts'
import { france } from '../countries/fr/country.ts'
import { runBench } from './bench.ts'
import { openThrowAway } from './throw-away.ts'

const SMALL: BenchOptions = { name: null, debtors: 12, invoicesPerDebtor: 3, runs: 1, fec: null }

test('a benchmark answers with its limit, and leaves no database behind', async () => {
  const before = await databases()
  const [steady] = await runBench(serverUrl(), { ...SMALL, name: 'steady' }, () => {})
  expect(steady).toMatchObject({ name: 'steady', unit: 's', detail: { invoices: 36, limitInvoices: 3 } })
  for (const figure of [steady?.ours, steady?.limit, steady?.ratio]) expect(figure).toBeGreaterThan(0)
  expect(await databases()).toEqual(before)
})

test('the day of several batches writes the very rows of the SQL', async () => {
  const options = { ...SMALL, name: 'day', debtors: 1100, invoicesPerDebtor: 1 } as const
  const [first, lapses] = await runBench(serverUrl(), options, () => {})
  expect(first?.detail.rowsInserted).toEqual({ action: 1100, message: 1100, journal: 1100 })
  expect(lapses?.detail.rowsInserted).toEqual({
    action: 1100,
    passed_step: 1100,
    message: 1100,
    journal: 2200,
  })
})

test('claims sum up as the bare loop does, or the benchmark fails', async () => {
  const results = await runBench(null, { ...SMALL, name: 'claims', debtors: 50 }, () => {})
  expect(results.map(({ name, detail }) => [name, detail.claims, detail.segments])).toEqual([
    ['claims', 150, 750],
    ['interest', 150, 750],
  ])
})

test('payments invented with their truth are matched with precision, and most of those that a person could match', async () => {
  const [result] = await runBench(null, { ...SMALL, name: 'matching', debtors: 1600 }, () => {})
  expect(result).toMatchObject({ name: 'matching', unit: 'règlements/s' })
  const detail = result?.detail as { payments: number; precision: number; recall: number; situations: object }
  expect(detail.payments).toBeGreaterThanOrEqual(700)
  expect(detail.precision).toBeGreaterThanOrEqual(0.99)
  expect(detail.recall).toBeGreaterThanOrEqual(0.95)
  expect(Object.keys(detail.situations)).toContain('credit-note')
})

test('files are read to as many documents as they have, beside their bare rows', async () => {
  const results = await runBench(null, { ...SMALL, name: 'import', debtors: 500 }, () => {})
  expect(results.map(({ name, unit, detail }) => [name, unit, detail.rows, detail.documents])).toEqual([
    ['import-csv', 'lignes/s', 1500, 1500],
    ['import-fec', 'lignes/s', 1500, 500],
  ])
})

test('messages are handed over, all of them by both sides', async () => {
  const [result] = await runBench(null, { ...SMALL, name: 'email', debtors: 20 }, () => {})
  expect(result).toMatchObject({
    name: 'email',
    unit: 'messages/s',
    detail: { messages: 20, connections: 5 },
  })
  for (const figure of [result?.ours, result?.limit, result?.ratio]) expect(figure).toBeGreaterThan(0)
})

test('letters are printed by as many threads as the bare page', async () => {
  const compiled = new URL('../../dist/bench/bench.js', import.meta.url).href
  const { runBench: run }: typeof import('./bench.ts') = await import(compiled)
  const [result] = await run(null, { ...SMALL, name: 'letters', debtors: 6 }, () => {})
  expect(result).toMatchObject({ name: 'letters', unit: 'lettres/s', detail: { letters: 6, threads: 2 } })
  expect(result?.detail.kilobytes).toBeGreaterThan(20)
})

test('the command answers as the contract says', async () => {
  const said: string[] = []
  const shell = {
    out: (text: string) => said.push(text),
    err: () => {},
    language: 'fr',
    country: france,
  } as unknown as Shell
  const refuse = () => Promise.reject(new Error('served'))
  const words = ['bench', 'decide', '--debtors', '20', '--runs', '1', '--json']
  const code = await runCommandLine(words, shell, refuse, (options, progress) =>
    runBench(null, options, progress),
  )
  expect(code).toBe(0)
  const { results } = JSON.parse(said.join('\n'))
  expect(results).toHaveLength(1)
  expect(Object.keys(results[0])).toEqual(['name', 'ours', 'limit', 'ratio', 'unit', 'detail'])
  expect(results[0]).toMatchObject({ name: 'decide', unit: 'décisions/s' })
})

async function databases(): Promise<unknown[]> {
  await using throwAway = await openThrowAway(serverUrl())
  return await throwAway.ask(
    serverUrl(),
    `select datname from pg_database where datname like 'quittance_bench%'`,
  )
}
