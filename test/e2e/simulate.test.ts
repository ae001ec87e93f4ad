/** `quittance simulate` foresees what the days then bring, and writes nothing. */
import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CommandLine, commandLine, temporaryFolder } from '../command-line.ts'
import { freshDatabase } from '../database.ts'

type Simulated = {
  days: { date: string; actions: { case: string; step: string; status: string; items: string[] }[] }[]
  totals: { actions: number; proposals: number; channels: Record<string, number> }
}

const fresh = freshDatabase()
let folder: string
let line: CommandLine

beforeAll(async () => {
  folder = await temporaryFolder()
  line = commandLine({ databaseUrl: fresh.url, data: path.join(folder, 'data'), cwd: folder })
  const file = path.join(folder, 'factures.csv')
  await writeFile(
    file,
    [
      'N° facture;Date facture;Échéance;Code client;Client;E-mail;Téléphone;Montant TTC',
      'F-1;15/01/2026;13/02/2026;DURAND;Durand SARL;compta@durand.example;0102030405;1200,00',
      'F-2;16/01/2026;20/02/2026;MARTIN;Martin SARL;compta@martin.example;0102030406;400,00',
    ].join('\n'),
  )
  await line.json('import', 'invoices', file, '--date', '2026-02-13')
  await line.json('setting', 'first-message', 'automatic')
  await line.json('sending', 'on')
})
afterAll(() => rm(folder, { recursive: true }))

test('what is foreseen is what then happens, day by day', async () => {
  const { days, totals } = await simulated('--from', '2026-02-16', '--until', '2026-02-20')
  expect(linesOf(days)).toEqual([
    '2026-02-16 MOI/DURAND j1 F-1',
    '2026-02-16 MOI/MARTIN p15 F-2',
    '2026-02-17 MOI/DURAND j4 F-1',
    '2026-02-20 MOI/DURAND j7 F-1',
  ])
  expect(totals).toMatchObject({ actions: 4, proposals: 0, channels: { email: 3, call: 1 } })
  expect((await line.json<{ actions: unknown[] }>('actions')).actions).toEqual([])

  const lived: Simulated['days'] = []
  for (let day = 16; day <= 20; day++) {
    const date = ['--date', `2026-02-${day}`]
    const { actions } = await line.json<{ actions: (Simulated['days'][0]['actions'][0] & { id: string })[] }>(
      'run',
      ...date,
    )
    lived.push({ date: `2026-02-${day}`, actions })
    await line.json('deliver', ...date)
    for (const { id, status } of actions)
      if (status === 'open') await line.json('action', id, 'done', ...date)
  }
  expect(linesOf(lived)).toEqual(linesOf(days))
})

test('proposals wait, or are agreed to at once', async () => {
  const waiting = await simulated('--from', '2026-02-21', '--until', '2026-06-30')
  expect(waiting.totals.proposals).toBeGreaterThan(0)
  expect(waiting.totals.channels['registered-letter']).toBe(waiting.totals.proposals)
  const agreed = await simulated('--from', '2026-02-21', '--until', '2026-06-30', '--agree')
  expect(agreed.totals.proposals).toBe(0)
  const steps = linesOf(agreed.days).flatMap(text =>
    text.includes('DURAND') ? (text.split(' ')[2] ?? []) : [],
  )
  expect(steps).toEqual(['j11', 'j16', 'j30', 'j32', 'j40', 'j60'])
})

test('a later first day shows less of the same', async () => {
  const all = await simulated('--date', '2026-02-21', '--until', '2026-06-30', '--agree')
  const from = '2026-04-01'
  const later = await simulated('--date', '2026-02-21', '--from', from, '--until', '2026-06-30', '--agree')
  expect(later.days).toEqual(all.days.filter(({ date }) => date >= from))
})

test('another scenario can be tried', async () => {
  const { totals } = await simulated('--from', '2026-02-21', '--until', '2026-06-30', '--scenario', 'gentle')
  expect(totals.actions).toBeGreaterThan(0)
})

test('refused: no end, an end before the beginning, more than three years, the past, an unknown scenario', async () => {
  const refusal = (...words: string[]) => line.refusal('simulate', '--date', '2026-03-02', ...words)
  expect(await refusal()).toBe('wrong-use')
  expect(await refusal('--until', '2026-03-01')).toBe('until-before-from')
  expect(await refusal('--until', '2029-03-05')).toBe('simulation-too-long')
  expect(await refusal('--from', '2026-02-01', '--until', '2026-04-01')).toBe('date-before-last-run')
  expect(await refusal('--until', '2026-04-01', '--scenario', 'none')).toBe('unknown-scenario')
})

test('in French for people', async () => {
  const { code, out } = await line.run('simulate', '--from', '2026-02-21', '--until', '2026-03-31')
  expect(code).toBe(0)
  expect(out).toContain('Du 21/02/2026 au 31/03/2026')
  expect(out).toMatch(/Durand SARL — lettre recommandée, niveau 2 \(j16\), à valider — 1[\s\u00a0]200,00/)
  expect(out).toMatch(/^Totaux : \d+ actions, dont \d+ à valider \(« --agree » montre la suite\)$/m)
})

async function simulated(...words: string[]): Promise<Simulated> {
  return line.json<Simulated>('simulate', ...words)
}

function linesOf(days: Simulated['days']): string[] {
  return days
    .flatMap(({ date, actions }) =>
      actions.map(action => `${date} ${action.case} ${action.step} ${action.items.join(' ')}`),
    )
    .sort()
}
