/** What leaves for other programs, through the program itself. */
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CommandLine, commandLine, removeFolder, temporaryFolder } from '../command-line.ts'

const IBAN = 'FR7630006000011234567890189'

let folder: string
let line: CommandLine

beforeAll(async () => {
  folder = await temporaryFolder()
  line = commandLine({ data: path.join(folder, 'data'), cwd: folder })
  await writeFile(
    path.join(folder, 'f.csv'),
    'Code client;Client;N° facture;Date;Échéance;Montant HT;TVA;Montant TTC\nDURAND;"=Durand; ""Fils""";F-1;15/01/2026;14/02/2026;1000,00;200,00;1200,00\n',
  )
})
afterAll(() => removeFolder(folder, path.join(folder, 'data')))

test('with nothing recorded, lists have their titles and entries none', async () => {
  const csv = await line.run('export', 'csv', 'invoices')
  expect(csv).toMatchObject({ code: 0, out: expect.stringMatching(/^Dossier;Débiteur;Facture;[^\n]*\n?$/) })
  expect(await line.json('export', 'fec')).toMatchObject({ entries: [], knownToBooks: 0 })
})

describe('with an invoice, a payment and its rejection', () => {
  beforeAll(async () => {
    await line.json('import', 'invoices', 'f.csv', '--date', '2026-03-02')
    for (const [date, fact] of [
      ['2026-03-03', 'pay 1200.00 F-1'],
      ['2026-03-10', 'unpay 200.00 F-1'],
    ] as const)
      await line.json('record', fact, '--debtor', 'DURAND', '--date', date)
  })
  const on = ['--date', '2026-03-12']

  test('export fec: a journal of money received, in both languages', async () => {
    const written = await line.run('export', 'fec', ...on, '--siren', '404833048', '--output', 'e.txt')
    expect(written).toMatchObject({
      code: 0,
      out: expect.stringContaining(
        '2 écritures dans e.txt ; nom réglementaire : 404833048FEC20260312.txt ; 1 écriture laissée, que les comptes ont déjà (--all les donne)',
      ),
    })
    const rows = (await readFile(path.join(folder, 'e.txt'), 'utf8')).split('\r\n').slice(1, -1)
    expect(rows.map(row => row.split('\t').slice(0, 5).join(' '))).toEqual([
      'BQ Banque RG1-2 20260303 512',
      'BQ Banque RG1-2 20260303 411',
      'BQ Banque RJ1-2-1 20260310 411',
      'BQ Banque RJ1-2-1 20260310 512',
    ])
    const english = await line.run('export', 'fec', ...on, '--output', 'e.txt', '--lang', 'en', '--all')
    expect(english.out).toContain('3 entries in e.txt; name by regulation: SIRENFEC20260312.txt')
    const read = await line.json<{ files: { format: string; problems: object[] }[] }>('read', 'e.txt')
    expect(read.files).toMatchObject([{ format: 'fec', problems: [] }])
  })

  test('export csv: for a French spreadsheet, for an English one, and as JSON', async () => {
    const written = await line.run('export', 'csv', 'balances', ...on, '--output', 'b.csv')
    expect(written).toMatchObject({ code: 0, out: expect.stringContaining('1 ligne dans b.csv') })
    const bytes = await readFile(path.join(folder, 'b.csv'))
    expect(bytes.subarray(0, 3)).toEqual(Buffer.of(0xef, 0xbb, 0xbf))
    const [titles, row] = parse(bytes, { delimiter: ';', bom: true }) as string[][]
    expect(titles).toEqual(['Créancier', 'Code', 'Débiteur', 'Devise', 'Ouvert', 'Échu'])
    expect(row).toEqual(['MOI', 'DURAND', `'=Durand; "Fils"`, 'EUR', '200,00', '200,00'])
    const english = await line.run('export', 'csv', 'invoices', ...on, '--lang', 'en', '--open')
    const [, item] = parse(english.out) as string[][]
    expect(item?.slice(2, 10)).toEqual([
      'F-1',
      'F-1',
      '2026-01-15',
      '2026-02-14',
      'EUR',
      '1200.00',
      '200.00',
      '26',
    ])
    const json = await line.json<{ rows: object[] }>('export', 'csv', 'invoices', ...on)
    expect(json.rows).toMatchObject([{ item: 'F-1', balanceCents: 20000, nextStep: 'j1', stage: null }])
    const claims = await line.run('export', 'claims', ...on, '--separator', 'tab', '--iso-dates')
    expect(claims.out.split('\n')[0]).toMatch(/^Dossier\tDébiteur\tDevise\tPrincipal\t/)
    const journal = await line.json<{ rows: { hash: string }[] }>('export', 'journal', ...on)
    expect(journal.rows.length).toBe(3)
  })

  test('export xlsx: a workbook, to a file alone', async () => {
    expect(await line.json('export', 'xlsx', 'actions', ...on, '--output', 'a.xlsx')).toEqual({
      list: 'actions',
      output: 'a.xlsx',
      rows: 0,
    })
    await line.json('export', 'claims', ...on, '--output', 'c.xlsx')
    for (const name of ['a.xlsx', 'c.xlsx'])
      expect((await readFile(path.join(folder, name))).toString('latin1', 0, 2)).toBe('PK')
    expect(await line.refusal('export', 'xlsx', 'actions')).toBe('output-needed')
  })

  test('qr: a code for a terminal, its content, a drawing; refused without an account to pay on', async () => {
    expect(await line.refusal('qr', 'F-1', ...on)).toBe('iban-missing')
    await line.json('creditor', 'MOI', '--name', 'Atelier Nord', '--iban', IBAN)
    const payload = `BCD\n002\n1\nSCT\n\nAtelier Nord\n${IBAN}\nEUR200.00\n\n\nF-1`
    expect((await line.run('qr', 'F-1', ...on, '--payload')).out.trimEnd()).toBe(payload)
    expect(await line.json('qr', 'DURAND', ...on)).toMatchObject({
      output: null,
      amountCents: 20000,
      payload,
    })
    const shown = await line.run('qr', 'F-1', ...on, '--lang', 'en')
    expect(shown.out).toMatch(/[█▀▄]{8}[\s\S]*€200\.00 to Atelier Nord, reference F-1/)
    const drawn = await line.run('qr', 'F-1', ...on, '--output', 'f.svg')
    expect(drawn).toMatchObject({ code: 0, out: expect.stringContaining('QR code dans f.svg : 200,00') })
    expect(await readFile(path.join(folder, 'f.svg'), 'utf8')).toMatch(/^<svg[\s\S]*<\/svg>\n$/)
    expect(await line.refusal('qr', 'PERSONNE', ...on)).toBe('unknown-debtor')
  })

  test('export pain008: nothing due, then a plan as a message for the bank, in both languages', async () => {
    await line.json('creditor', 'MOI', '--name', 'Atelier Nord', '--iban', IBAN)
    await writeFile(
      path.join(folder, 'm.csv'),
      `debtor;iban;bic;mandate reference;signature date;sequence\nDURAND;${IBAN};;RUM-1;01/03/2026;FRST\n`,
    )
    const asked = ['export', 'pain008', '--ics', 'FR72ZZZ123456', '--mandates', 'm.csv', ...on]
    const none = await line.run(...asked, '--output', 'p.xml')
    expect(none).toMatchObject({
      code: 0,
      out: expect.stringContaining('Aucune échéance de plan à prélever'),
    })
    await line.json('record', 'plan 2 x 100.00 from 2026-03-20 monthly F-1', '--debtor', 'DURAND', ...on)
    const written = await line.run(...asked, '--output', 'p.xml')
    expect(written.out).toMatch(
      /^1 prélèvement, 100,00.€, dans p\.xml\n20\/03\/2026 +=Durand; "Fils" +100,00.€ +RUM-1 FRST/,
    )
    expect(await readFile(path.join(folder, 'p.xml'), 'utf8')).toContain('<Nm>Durand Fils</Nm>')
    const english = await line.run(
      ...asked,
      '--lang',
      'en',
      '--pain',
      '02',
      '--plan',
      'DURAND',
      '--output',
      'p.xml',
    )
    expect(english.out).toContain('1 debit, €100.00, in p.xml')
    const printed = await line.run(...asked)
    expect(printed.out).toMatch(/^<\?xml[\s\S]*<\/Document>\n$/)
    expect(await line.json(...asked)).toMatchObject({ totals: { count: 1, amountCents: 10000 }, leftOut: [] })
    expect(await line.refusal(...asked.slice(0, 2), '--ics', 'FR73ZZZ123456', '--mandates', 'm.csv')).toBe(
      'bad-ics',
    )
    expect(await line.refusal(...asked.slice(0, 4), '--mandates', 'absent.csv')).toBe('unreadable-file')
    expect(await line.refusal('export', 'pain008', '--ics', 'FR72ZZZ123456')).toBe('wrong-use')
    expect(await line.refusal(...asked, '--lead-days', '0')).toBe('wrong-use')
  })

  test('what is wrong is said, and nothing is written', async () => {
    expect(await line.refusal('export', 'csv', 'nothing')).toBe('wrong-use')
    expect(await line.refusal('export', 'csv', 'balances', '--output', path.join('no', 'b.csv'))).toBe(
      'unwritable-file',
    )
    expect(await line.refusal('export', 'fec', '--from', '2026-05-01', '--until', '2026-04-01')).toBe(
      'until-before-from',
    )
  })
})
