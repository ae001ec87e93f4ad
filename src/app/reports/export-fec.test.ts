/** From recorded money to entries that a firm imports, on a database. */
import { expect, test } from 'vitest'
import { forEachServer, freshDatabase } from '../../../test/database.ts'
import { accepted, importCsv, onDay, type TestDesk, testDesk } from '../../../test/desk.ts'
import { recordFact } from '../../../test/record-fact.ts'
import { day } from '../../domain/date.ts'
import { readFec } from '../../formats/invoices/fec/fec.ts'
import { changeSetting } from '../setup/change-setting.ts'
import { exportBadDebts } from './export-bad-debts.ts'
import { exportFec } from './export-fec.ts'

const CSV = `Code client;Client;N° facture;Date;Échéance;Montant HT;Montant TVA;Montant TTC;Solde
DURAND;Durand SARL;F-1;15/01/2026;14/02/2026;1000,00;200,00;1200,00;1200,00
DURAND;Durand SARL;F-2;15/01/2026;14/02/2026;;;600,00;450,00
ROUX;Roux & Fils;R-1;15/01/2026;14/02/2026;500,00;100,00;600,00;600,00`

forEachServer(major => {
  const fresh = freshDatabase(major)

  test('payments that people recorded, their rejections and their lettering; what the books have is left to them', async () => {
    const desk = await lived(await testDesk(fresh.database, '2026-03-02'))
    await changeSetting(desk, { name: 'account-bank', value: '512100' })
    const { entries, knownToBooks, totals, bytes, suggestedName } = await exported(desk, {})
    expect(entries.map(({ number, date, label }) => `${date} ${number} ${label}`)).toEqual([
      '2026-03-03 RG1-5 Règlement Durand SARL',
      '2026-03-10 RG2-2 Règlement Roux & Fils',
      '2026-03-20 RJ2-2-1 Règlement rejeté Roux & Fils',
    ])
    expect(knownToBooks).toBe(4)
    expect(totals).toEqual({ debitCents: 2600_00n, creditCents: 2600_00n })
    expect(suggestedName).toBe('SIRENFEC20261231.txt')
    const rows = rowsOf(bytes)
    expect(rows.map(row => [row[4], row[6], row[10], row[11], row[12], row[13], row[14]].join(' '))).toEqual([
      '512100  Règlement Durand SARL 1400,00 0,00  ',
      '411 DURAND Règlement F-1 Durand SARL 0,00 1200,00 AAA 20260303',
      '411 DURAND Règlement F-2 Durand SARL 0,00 200,00 AAB 20260401',
      '512100  Règlement Roux & Fils 600,00 0,00  ',
      '411 ROUX Règlement R-1 Roux & Fils 0,00 600,00  ',
      '411 ROUX Règlement rejeté R-1 Roux & Fils 600,00 0,00  ',
      '512100  Règlement rejeté Roux & Fils 0,00 600,00  ',
    ])
    const april = await exported(desk, { from: day('2026-03-15'), until: day('2026-04-30') })
    expect(april.entries.map(({ number }) => number)).toEqual(['RJ2-2-1'])
    const bare = rowsOf((await exported(desk, { clearing: false })).bytes)
    expect(bare.every(row => row[13] === '' && row[14] === '')).toBe(true)
  })

  test('the whole ledger: our own reader finds what customers owe, and bad debts are told once', async () => {
    const desk = await lived(await testDesk(fresh.database, '2026-03-02'))
    const { bytes, entries } = await exported(desk, { all: true })
    const reading = readFec(new TextDecoder().decode(bytes), issuedOn => issuedOn)
    expect(reading).toMatchObject({ complete: true, problems: [] })
    const open = reading.documents
      .filter(({ openCents }) => openCents !== 0n)
      .map(({ kind, number, openCents }) => `${kind} ${number} ${openCents}`)
    expect(open.sort()).toEqual(['invoice R-1 60000', 'invoice RJ2-2-1 60000', 'payment RG2-2 60000'])
    const badDebts = accepted(await exportBadDebts(desk, ALL))
    const numbers = entries.map(({ number }) => number)
    expect(numbers.filter(number => number.startsWith('CD'))).toEqual(
      badDebts.entries.map(({ number }) => number),
    )
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(rowsOf(bytes).filter(row => row[4] === '471').length).toBe(1)
  })

  test('an empty company gives an empty file; wrong days and creditors are refused', async () => {
    const desk = await testDesk(fresh.database, '2026-03-02')
    const { bytes, entries } = await exported(desk, {})
    expect([entries.length, rowsOf(bytes).length]).toEqual([0, 0])
    const backwards = { ...ALL, from: day('2027-01-01') }
    expect(await exportFec(desk, backwards)).toMatchObject({ refused: 'until-before-from' })
    expect(await exportFec(desk, { ...ALL, creditor: 'SUD' })).toMatchObject({ refused: 'unknown-creditor' })
  })
})

const ALL = {
  from: null,
  until: day('2026-12-31'),
  creditor: null,
  siren: null,
  encoding: 'utf-8' as const,
  today: day('2026-12-31'),
  all: false,
  clearing: true,
}

async function lived(desk: TestDesk): Promise<TestDesk> {
  await importCsv(desk, CSV)
  for (const [debtor, date, text] of [
    ['DURAND', '2026-03-03', 'pay 1400.00 F-1 F-2'],
    ['ROUX', '2026-03-10', 'pay 600.00 R-1'],
    ['ROUX', '2026-03-20', 'unpay 600.00 R-1'],
    ['DURAND', '2026-04-01', 'write-off F-2'],
  ] as const) {
    accepted(await recordFact(onDay(desk, date), { text, debtor }))
  }
  return desk
}

async function exported(desk: TestDesk, some: Partial<Parameters<typeof exportFec>[1]>) {
  const done = accepted(await exportFec(desk, { ...ALL, ...some }))
  return done
}

function rowsOf(bytes: Uint8Array): string[][] {
  return new TextDecoder()
    .decode(bytes)
    .split('\r\n')
    .slice(1, -1)
    .map(row => row.split('\t'))
}
