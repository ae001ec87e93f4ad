/** From a file of invoices to the entries of the books, on a database. */
import { expect, test } from 'vitest'
import { forEachServer, freshDatabase } from '../../../test/database.ts'
import { accepted, importCsv, onDay, type TestDesk, testDesk } from '../../../test/desk.ts'
import { recordFact } from '../../../test/record-fact.ts'
import { day } from '../../domain/date.ts'
import { readFec } from '../../formats/invoices/fec/fec.ts'
import { importInvoices } from '../imports/import-invoices.ts'
import { changeSetting } from '../setup/change-setting.ts'
import { drawBadDebtNotice } from './draw-bad-debt-notice.ts'
import { exportBadDebts } from './export-bad-debts.ts'
import { listBadDebts } from './list-bad-debts.ts'

const CSV = `Code client;Client;N° facture;Date;Échéance;Montant HT;Montant TVA;Montant TTC
DURAND;Durand SARL;F-1;15/01/2026;14/02/2026;1000,00;200,00;1200,00
ROUX;Roux & Fils;R-1;15/01/2026;14/02/2026;;;600,00`

forEachServer(major => {
  const fresh = freshDatabase(major)

  test('a claim noted, given up and paid after all is listed, stated and exported', async () => {
    const desk = await testDesk(fresh.database, '2026-03-02')
    expect(await listBadDebts(onDay(desk, '2026-12-31'))).toEqual({ date: '2026-12-31', debtors: [] })
    await importCsv(desk, CSV)
    await note(
      desk,
      'DURAND',
      '2026-03-03 doubtful F-1',
      '2026-03-04 pay 400.00 F-1',
      '2026-03-10 impair F-1 50',
    )
    expect(await listed(desk, '2026-03-10')).toMatchObject([
      { code: 'DURAND', doubtfulCents: 800_00n, impairedCents: 333_34n, taxRecoverableCents: 0n },
    ])
    expect(await notice(desk, 'DURAND')).toMatchObject({ refused: 'nothing-irrecoverable' })
    await note(desk, 'DURAND', '2026-04-01 irrecoverable F-1 "parti sans adresse"')
    expect(await listed(desk, '2026-04-01')).toMatchObject([
      {
        taxRecoverableCents: 133_33n,
        taxRecoveredCents: 0n,
        items: [
          { item: 'F-1', ground: { kind: 'irrecoverable', on: '2026-04-01', reason: 'parti sans adresse' } },
        ],
      },
    ])
    const before = await notice(desk, 'DURAND')
    await note(desk, 'DURAND', '2026-04-02 write-off F-1')
    expect(await notice(desk, 'DURAND')).toEqual(before)
    expect(before).toMatchObject({ totals: { netCents: 666_67n, taxCents: 133_33n } })
    await note(desk, 'DURAND', '2026-05-05 pay 300.00 F-1')
    expect(await listed(desk, '2026-12-31')).toMatchObject([
      { doubtfulCents: 0n, impairedCents: 0n, lostCents: 500_00n, taxRecoveredCents: 83_33n },
    ])
    const exported = await exportOf(desk, {})
    expect(exported.entries.map(({ number, date }) => `${number} ${date}`)).toEqual([
      'CD1-1 2026-03-03',
      'CD1-2 2026-03-10',
      'CD1-3 2026-04-02',
      'CD1-4 2026-04-02',
      'CD1-5 2026-05-05',
    ])
    expect(exported.totals).toEqual({ debitCents: 2966_68n, creditCents: 2966_68n })
    const [reclassified] = readFec(new TextDecoder().decode(exported.bytes), issuedOn => issuedOn).documents
    expect(reclassified).toMatchObject({ number: 'F-1', amountCents: 1200_00n, debtor: { code: 'DURAND' } })
  })

  test('a part of the year holds its own entries, under the same numbers, on the accounts that were set', async () => {
    const desk = await testDesk(fresh.database, '2026-03-02')
    await importCsv(desk, CSV)
    await note(desk, 'DURAND', '2026-03-03 doubtful F-1', '2026-04-02 write-off F-1')
    expect(await changeSetting(desk, { name: 'account-loss', value: '654100' })).toMatchObject({
      settings: { 'account-loss': '654100' },
    })
    expect(await changeSetting(desk, { name: 'account-loss', value: '9' })).toMatchObject({
      refused: 'bad-setting',
    })
    const april = await exportOf(desk, { from: day('2026-04-01'), until: day('2026-04-30') })
    expect(april.suggestedName).toBe('SIRENFEC20260430.txt')
    expect(april.entries).toMatchObject([
      {
        number: 'CD1-2',
        lines: [
          { account: '654100', debitCents: 1200_00n },
          { account: '416', auxiliary: 'DURAND' },
        ],
      },
    ])
    const backwards = { from: day('2026-05-01'), until: day('2026-04-30') }
    expect(await exportBadDebts(desk, { ...ALL, ...backwards })).toMatchObject({
      refused: 'until-before-from',
    })
  })

  test('VAT that the source lacks is asked for, then comes with the next file or a person’s word, which stays', async () => {
    const desk = await testDesk(fresh.database, '2026-03-02')
    await importCsv(desk, CSV)
    expect(await recorded(desk, 'ROUX', '2026-03-03 irrecoverable R-1 "parti"')).toMatchObject({
      refused: 'tax-unknown',
    })
    expect((await importCsv(desk, CSV.replace(';;;600,00', ';500,00;100,00;600,00'))).totals).toEqual({
      created: 0,
      updated: 1,
      unchanged: 1,
      cleared: 0,
    })
    await note(desk, 'ROUX', '2026-03-03 irrecoverable R-1 "parti"')
    expect(await notice(desk, 'ROUX')).toMatchObject({ totals: { netCents: 500_00n, taxCents: 100_00n } })
    await note(desk, 'ROUX', '2026-03-04 tax R-1 31.28')
    expect((await importCsv(desk, CSV.replace(';;;600,00', ';500,00;100,00;600,00'))).totals.updated).toBe(0)
    expect(await notice(desk, 'ROUX')).toMatchObject({ totals: { netCents: 568_72n, taxCents: 31_28n } })
  })

  test('of several creditors one is to be named; a case in dollars is left out and said', async () => {
    const desk = await testDesk(fresh.database, '2026-03-02')
    await importCsv(desk, CSV)
    expect(await exportBadDebts(desk, { ...ALL, creditor: 'SUD' })).toMatchObject({
      refused: 'unknown-creditor',
    })
    const dollars =
      'Client;Facture;Date;Échéance;TTC;Devise;HT\nPine;P-1;15/01/2026;14/02/2026;100,00;USD;80,00'
    await importInvoices(desk, {
      files: [{ name: 'f.csv', bytes: new TextEncoder().encode(dollars) }],
      terms: '30d',
      mode: 'delta',
      creditor: 'SUD',
      dryRun: false,
    })
    await note(desk, 'P-1', '2026-03-03 irrecoverable P-1 "parti"', '2026-03-04 write-off P-1')
    expect(await exportBadDebts(desk, ALL)).toMatchObject({ refused: 'creditor-needed' })
    const south = await exportOf(desk, { creditor: 'SUD' })
    expect(south).toMatchObject({ entries: [] })
    expect(south.leftOut).toEqual([expect.stringMatching(/^SUD\//)])
    expect(await notice(desk, 'P-1')).toMatchObject({ refused: 'not-in-euros' })
  })
})

const ALL = {
  from: null,
  until: day('2026-12-31'),
  creditor: null,
  siren: null,
  encoding: 'utf-8' as const,
  today: day('2026-12-31'),
}

async function recorded(desk: TestDesk, debtor: string, fact: string) {
  const [date = '', ...words] = fact.split(' ')
  return recordFact(onDay(desk, date), { text: words.join(' '), debtor })
}

async function note(desk: TestDesk, debtor: string, ...facts: string[]) {
  for (const fact of facts) {
    accepted(await recorded(desk, debtor, fact))
  }
}

async function listed(desk: TestDesk, date: string) {
  return (await listBadDebts(onDay(desk, date))).debtors
}

function notice(desk: TestDesk, debtor: string) {
  return drawBadDebtNotice(onDay(desk, '2026-04-02'), { debtor, medium: 'text' })
}

async function exportOf(desk: TestDesk, some: Partial<Parameters<typeof exportBadDebts>[1]>) {
  const done = accepted(await exportBadDebts(desk, { ...ALL, ...some }))
  return done
}
