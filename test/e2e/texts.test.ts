/** `quittance message` and `quittance check-text`, as people run them. */
import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CommandLine, commandLine, temporaryFolder } from '../command-line.ts'
import { freshDatabase } from '../database.ts'

const fresh = freshDatabase()
let folder: string
let line: CommandLine
let english: CommandLine

beforeAll(async () => {
  folder = await temporaryFolder()
  const environment = { databaseUrl: fresh.url, data: path.join(folder, 'data'), cwd: folder }
  line = commandLine(environment)
  english = commandLine({ ...environment, language: 'en' })
})
afterAll(() => rm(folder, { recursive: true }))

test('every text that comes with the product is lawful', async () => {
  const checked = await line.json<{ texts: unknown[]; errors: number; warnings: number }>(
    'check-text',
    '--all',
  )
  expect(checked).toMatchObject({ errors: 0, warnings: 0 })
  expect(checked.texts.length).toBeGreaterThan(300)
})

test('a text of one’s own: what the law forbids, with its article and its line; exit 1', async () => {
  const file = path.join(folder, 'relance.txt')
  await writeFile(
    file,
    'Objet : Votre facture impayée\nBonjour {{ debtor.name }},\n\nDes frais de relance de 15 € s’ajoutent.\nUn huissier passera.\n',
  )
  const answer = await line.run('check-text', file, '--debtor', 'consumer', '--json')
  expect(answer.code).toBe(1)
  expect(JSON.parse(answer.out)).toMatchObject({
    errors: 3,
    texts: [
      {
        findings: [
          { rule: 'disclosure', part: 'subject', words: 'impayée' },
          { rule: 'charge', article: 'CPCE L111-8', words: 'frais de relance', line: 3 },
          { rule: 'authority', article: 'C. pén. 433-13 ; conso L121-2', words: 'huissier', line: 4 },
        ],
      },
    ],
  })
  const said = await english.run('check-text', file)
  expect(said.code).toBe(1)
  expect(said.out).toContain('forbidden — CPCE L111-8: "frais de relance" (line 3)')
  expect(said.err).toContain('2 to correct')
})

test('a text that names nothing known cannot be read; no file is wrong use', async () => {
  const file = path.join(folder, 'inconnu.txt')
  await writeFile(file, 'Bonjour {{ debtor.nom }}')
  const answer = await line.run('check-text', file)
  expect(answer.code).toBe(1)
  expect(answer.out).toContain('illisible : no such name: debtor.nom')
  expect(await line.refusal('check-text')).toBe('wrong-use')
  expect(await line.refusal('check-text', path.join(folder, 'absent.txt'))).toBe('unreadable-file')
})

test('a formal notice is shown whole, or says all that it lacks in both languages', async () => {
  const file = path.join(folder, 'factures.csv')
  await writeFile(
    file,
    'N° facture;Date facture;Échéance;Code client;Client;E-mail;Montant TTC\nF-1;15/01/2026;13/02/2026;DURAND;Durand SARL;compta@durand.example;1200,00',
  )
  await line.json('import', 'invoices', file, '--date', '2026-03-20')
  await line.json('record', 'already j32 2026-03-17 F-1', '--debtor', 'DURAND', '--date', '2026-03-20')
  const { actions } = await line.json<{ actions: { id: string; step: string }[] }>(
    'run',
    '--date',
    '2026-03-25',
  )
  const id = actions.find(({ step }) => step === 'j40')?.id ?? ''
  const show = ['message', id, '--date', '2026-03-25'] as const
  expect(await line.refusal(...show)).toBe('notice-lacks')
  expect((await line.run(...show)).err).toContain(
    'il manque l’adresse du créancier (quittance creditor CODE --address)',
  )
  expect((await english.run(...show)).err).toContain(
    "the debtor's address (quittance debtor CODE --address …, or for all quittance import contacts)",
  )

  await line.json(
    'creditor',
    'MOI',
    '--address',
    '12 rue des Lilas, 59000 Lille',
    '--signature',
    'Anne Morel',
  )
  await line.json('creditor', 'MOI', '--iban', 'FR7630006000011234567890189', '--siren', '732829320')
  await line.json('debtor', 'DURAND', '--address', '3 place du Marché, 59800 Lille')
  const { notice, warnings } = await line.json<{ notice: object; warnings: unknown[] }>(...show)
  expect(notice).toMatchObject({
    on: '2026-03-25',
    sums: { principalCents: 120000, interestCents: 1598, indemnityCents: 4000, totalCents: 125598 },
    effects: [{ code: 'in-default', article: 'C. civ. 1344' }, {}, { code: 'limitation-runs' }],
  })
  expect(warnings).toEqual([])
  expect((await line.run(...show)).out).toContain('Objet\u00A0: mise en demeure de payer')
  expect(await line.refusal('creditor', 'MOI', '--siren', '732829321')).toBe('bad-siren')
})
