/** What imports do to balances, on real PostgreSQL. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { forEachServer, freshDatabase } from '../../../test/database.ts'
import { HEADER, importCsv, line, type TestDesk, testDesk } from '../../../test/desk.ts'
import { recordFact } from '../../../test/record-fact.ts'
import { workbook } from '../../../test/workbook.ts'
import { runDay } from '../day/run-day.ts'
import { listBalances } from '../reports/list-balances.ts'
import type { SourceFile } from '../source-file.ts'
import { importInvoices } from './import-invoices.ts'

forEachServer(major => {
  const fresh = freshDatabase(major)
  const start = () => testDesk(fresh.database, '2026-02-16')
  const csv = (...lines: string[]) => [HEADER, ...lines].join('\n')
  const F1 = line('DURAND', 'F-1', '2026-02-13', '1 200,00')
  const F2 = line('DURAND', 'F-2', '2026-03-13', '300,00')

  test('the same file twice changes nothing', async () => {
    const desk = await start()
    expect((await importCsv(desk, csv(F1, F2))).totals).toEqual({
      created: 2,
      updated: 0,
      unchanged: 0,
      cleared: 0,
    })
    const before = await contents(desk)
    expect((await importCsv(desk, csv(F1, F2))).totals).toEqual({
      created: 0,
      updated: 0,
      unchanged: 2,
      cleared: 0,
    })
    expect(await contents(desk)).toEqual(before)
  })

  test('stock: what the file no longer lists is settled; delta leaves it', async () => {
    const desk = await start()
    await importCsv(desk, csv(F1, F2))
    expect((await importCsv(desk, csv(F2), 'delta')).totals.cleared).toBe(0)
    expect((await importCsv(desk, csv(F2), 'stock')).totals).toEqual({
      created: 0,
      updated: 0,
      unchanged: 1,
      cleared: 1,
    })
    expect(await open(desk)).toEqual({ DURAND: 30_000 })
  })

  test('a stock of more debtors than are taken at once: what is listed stays, whole debtors and single invoices go', async () => {
    const desk = await start()
    const debtors = Array.from({ length: 1200 }, (_, index) => `D${index}`)
    const first = debtors.map(code => line(code, `${code}-1`, '2026-03-13', '100,00'))
    const second = debtors.map(code => line(code, `${code}-2`, '2026-03-13', '10,00'))
    expect((await importCsv(desk, csv(...first, ...second))).totals.created).toBe(2400)
    const done = await importCsv(desk, csv(...first.slice(0, 1100)), 'stock')
    expect(done.totals).toEqual({ created: 0, updated: 0, unchanged: 1100, cleared: 1200 + 100 })
    const left = Object.values(await open(desk))
    expect(left.reduce((total, cents) => total + cents, 0)).toBe(1100 * 10_000)
  })

  test('a workbook is imported as its CSV would be', async () => {
    const desk = await start()
    const rows = [HEADER, F1, F2].map(row => row.split(';'))
    const files = [{ name: 'factures.xlsx', bytes: workbook([{ name: 'Factures', rows }]) }]
    const asked = { files, terms: '30d', mode: 'delta', dryRun: false, actor: 'essai' } as const
    const done = await importInvoices(desk, asked)
    expect(done).toMatchObject({ totals: { created: 2 }, files: [{ format: 'xlsx', problems: [] }] })
    expect((await importCsv(desk, csv(F1, F2))).totals.unchanged).toBe(2)
  })

  test('stock with a faulty line settles nothing, and says so', async () => {
    const desk = await start()
    await importCsv(desk, csv(F1, F2))
    const done = await importCsv(desk, csv(F2, line('PETIT', 'F-3', '2026-03-13', 'abc')), 'stock')
    expect(done.totals.cleared).toBe(0)
    expect(done.files[0]?.problems.map(problem => problem.code)).toContain('stock-not-cleared')
  })

  test('a balance follows the books down and up, but never undoes what a person recorded', async () => {
    const desk = await start()
    const paid = (left: string) => csv(line('DURAND', 'F-1', '2026-02-13', '1 200,00', left))
    await importCsv(desk, paid('1 200,00'))
    await importCsv(desk, paid('800,00'))
    expect(await open(desk)).toEqual({ DURAND: 80_000 })
    await importCsv(desk, paid('1 000,00'))
    expect(await open(desk)).toEqual({ DURAND: 100_000 })
    await recordFact(desk, { text: 'pay 600.00 F-1', debtor: 'DURAND' })
    expect(await open(desk)).toEqual({ DURAND: 40_000 })
    await importCsv(desk, paid('1 000,00'))
    expect(await open(desk)).toEqual({ DURAND: 60_000 })
  })

  test('a due date beyond the legal maximum is told of a business, not of a consumer, and the invoice is taken', async () => {
    const desk = await start()
    const late = line('DURAND', 'F-1', '2026-06-30', '1 200,00')
    const done = await importCsv(desk, csv(late))
    expect(done).toMatchObject({
      totals: { created: 1 },
      files: [{ problems: [{ line: 2, code: 'over-legal-maximum', severity: 'warning' }] }],
    })
    await fresh.admin(`update debtor set kind = 'consumer' where organisation_id = $1`, [desk.organisationId])
    expect((await importCsv(desk, csv(late))).files[0]?.problems).toEqual([])
  })

  test('a dry run writes nothing', async () => {
    const desk = await start()
    const before = await contents(desk)
    const bytes = new TextEncoder().encode(csv(F1))
    const done = await importInvoices(desk, {
      files: [{ name: 'f.csv', bytes }],
      terms: '30d',
      mode: 'delta',
      dryRun: true,
    })
    expect(done).toMatchObject({ totals: { created: 1 } })
    expect(await contents(desk)).toEqual(before)
  })

  test('of several files, one that cannot be taken whole stops them all', async () => {
    const desk = await start()
    const files = [
      { name: 'bon.csv', bytes: new TextEncoder().encode(csv(F1)) },
      { name: 'mauvais.csv', bytes: new Uint8Array([0, 1, 2, 3, 0, 255]) },
    ]
    const done = await importInvoices(desk, {
      files,
      terms: '30d',
      mode: 'delta',
      dryRun: false,
    })
    expect(done).toMatchObject({
      refused: expect.any(String),
      params: { file: 'mauvais.csv' },
    })
    expect(await open(desk)).toEqual({})
  })

  test('an unallocated credit note is netted, and one at least as large stops the chase', async () => {
    const desk = await start()
    const header = `${HEADER};Type`
    const credit = 'DURAND;DURAND SARL;A-1;02/01/2026;;1 500,00;1 500,00;;;Avoir'
    await importCsv(desk, [header, `${F1};Facture`, credit].join('\n'))
    expect(await open(desk)).toEqual({ DURAND: -30_000 })
    const report = await runDay(desk, { dryRun: false })
    expect(report).toMatchObject({ actions: [], holds: [{ reason: 'credit-balance', items: ['F-1'] }] })
  })

  test('an electronic invoice says what was prepaid once: imported again, it does not undo what was paid since', async () => {
    const desk = await start()
    const files = [electronic('cii/en16931-prepaid.xml')]
    expect(await importFiles(desk, files)).toMatchObject({ totals: { created: 1 } })
    expect(await open(desk)).toEqual({ '200000008': 90_000 })
    await recordFact(desk, {
      text: 'pay 100.00 F-2026-001',
      debtor: '200000008',
    })
    expect(await importFiles(desk, files)).toMatchObject({ totals: { created: 0, updated: 0, unchanged: 1 } })
    expect(await open(desk)).toEqual({ '200000008': 80_000 })
  })

  test('its credit note is set against the invoice that it names', async () => {
    const desk = await start()
    const invoice = electronic('ubl/peppol-prepaid.xml', text => text.replace('F-2026-010', 'F-2025-090'))
    await importFiles(desk, [electronic('cii/credit-note-380-below-zero.xml'), invoice])
    const { debtors } = await listBalances(desk)
    expect(debtors).toMatchObject([{ code: '200000008', openCents: -20_000, items: [] }])
  })

  test('electronic invoices list nothing but themselves: stock is refused, and nothing is settled', async () => {
    const desk = await start()
    await importCsv(desk, csv(F1))
    const done = await importFiles(desk, [electronic('cii/latin-1.xml')], 'stock')
    expect(done).toMatchObject({
      refused: 'not-a-stock',
      params: { file: expect.stringContaining('latin-1.xml') },
    })
    expect(await open(desk)).toEqual({ DURAND: 120_000 })
  })

  test('one with a false date stops the files beside it, and says where', async () => {
    const desk = await start()
    const files = [electronic('cii/latin-1.xml'), electronic('ubl/refused-30-february.xml')]
    expect(await importFiles(desk, files)).toMatchObject({
      refused: 'bad-date',
      params: { file: 'ubl/refused-30-february.xml', problem: { line: 6, params: { text: '2026-02-30' } } },
    })
    expect(await open(desk)).toEqual({})
  })

  function importFiles(desk: TestDesk, files: SourceFile[], mode: 'delta' | 'stock' = 'delta') {
    return importInvoices(desk, { files, terms: '30d', mode, dryRun: false })
  }

  function electronic(name: string, change?: (text: string) => string): SourceFile {
    const bytes = readFileSync(fileURLToPath(new URL(`../../../test/fixtures/${name}`, import.meta.url)))
    return { name, bytes: change ? new TextEncoder().encode(change(bytes.toString())) : bytes }
  }

  async function open(desk: TestDesk): Promise<Record<string, number>> {
    const { debtors } = await listBalances(desk)
    return Object.fromEntries(debtors.map(debtor => [debtor.code, debtor.openCents]))
  }

  async function contents(desk: TestDesk): Promise<unknown[]> {
    const tables = [
      'debtor',
      'contact',
      'dunning_case',
      'due_item',
      'payment',
      'allocation',
      'credit_note',
      'journal',
    ]
    const rows: unknown[] = []
    for (const table of tables) {
      rows.push(
        await fresh.admin(`select * from ${table} where organisation_id = $1 order by 1, 2, 3`, [
          desk.organisationId,
        ]),
      )
    }
    return rows
  }
})
