/** Bad debts through the program itself: what a person types, what comes out, what is refused. */
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CommandLine, commandLine, removeFolder, temporaryFolder } from '../command-line.ts'

let folder: string
let line: CommandLine

beforeAll(async () => {
  folder = await temporaryFolder()
  line = commandLine({ data: path.join(folder, 'data'), cwd: folder })
  await writeFile(
    path.join(folder, 'f.csv'),
    'Code client;Client;N° facture;Date;Échéance;Montant HT;TVA;Montant TTC\nDURAND;Cœur & Fils;F-1;15/01/2026;14/02/2026;1000,00;200,00;1200,00\n',
  )
})
afterAll(() => removeFolder(folder, path.join(folder, 'data')))

test('from the import to the file of entries', async () => {
  const none = await line.run('bad-debts')
  expect(none).toMatchObject({ code: 0, out: expect.stringContaining('Aucune créance douteuse') })
  await line.json('import', 'invoices', 'f.csv', '--date', '2026-03-02')
  const read = await line.json<{ files: { documents: object[] }[] }>('read', 'f.csv')
  expect(read.files[0]?.documents[0]).toMatchObject({ totalExclTax: '1000.00', tax: '200.00' })
  expect(await line.refusal('bad-debts', 'notice', 'DURAND')).toBe('nothing-irrecoverable')
  for (const [date, fact] of [
    ['2026-03-03', 'doubtful F-1'],
    ['2026-03-04', 'pay 400.00 F-1'],
    ['2026-04-01', 'irrecoverable F-1 "parti sans adresse"'],
    ['2026-04-02', 'write-off F-1'],
  ] as const)
    await line.json('record', fact, '--debtor', 'DURAND', '--date', date)

  const listed = await line.json<{ debtors: object[] }>('bad-debts', '--date', '2026-04-02')
  expect(listed.debtors).toMatchObject([{ code: 'DURAND', lostCents: 80000, taxRecoveredCents: 13333 }])
  const english = await line.run('bad-debts', '--date', '2026-04-02', '--lang', 'en')
  expect(english.out).toContain('€133.33')

  const noticed = await line.run(
    'bad-debts',
    'notice',
    'DURAND',
    '--output',
    'etat.html',
    '--date',
    '2026-04-02',
  )
  expect(noticed).toMatchObject({ code: 0, out: expect.stringContaining('1 facture.') })
  const statement = await readFile(path.join(folder, 'etat.html'), 'utf8')
  expect(statement).toContain('666,67 € (prix net) et pour la somme de 133,33 € (TVA correspondante)')

  const until = ['--until', '2026-12-31', '--date', '2026-12-31']
  const printed = await line.run('export', 'bad-debts', ...until)
  const rows = printed.out.split(/\r?\n/).filter(row => row !== '')
  expect(rows.map(row => row.split('\t').length)).toEqual([18, 18, 18, 18, 18, 18])
  const file = ['--output', 'e.txt', '--siren', '404 833 048', '--encoding', 'iso-8859-15']
  const exported = await line.json('export', 'bad-debts', ...until, ...file)
  expect(exported).toMatchObject({
    output: 'e.txt',
    suggestedName: '404833048FEC20261231.txt',
    totals: { debitCents: 200000, creditCents: 200000 },
    leftOut: [],
  })
  expect(exported).not.toHaveProperty('bytes')
  const bytes = await readFile(path.join(folder, 'e.txt'))
  expect(new TextDecoder('iso-8859-15').decode(bytes).split('\r\n').slice(0, -1)).toEqual(rows)
})

test('what is wrong is said, and nothing is written', async () => {
  expect(await line.refusal('export', 'bad-debts', '--siren', '404833049')).toBe('wrong-use')
  expect(await line.refusal('export', 'bad-debts', '--output', path.join(folder, 'no', 'e.txt'))).toBe(
    'unwritable-file',
  )
  expect(await line.refusal('export', 'bad-debts', '--from', '2026-05-01', '--until', '2026-04-01')).toBe(
    'until-before-from',
  )
  expect(await line.refusal('export', 'bad-debts', '--creditor', 'NORD')).toBe('unknown-creditor')
  expect(await line.refusal('bad-debts', 'notice', 'PERSONNE')).toBe('unknown-debtor')
  expect(await line.refusal('bad-debts', 'notices')).toBe('wrong-use')
})
