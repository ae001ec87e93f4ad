import { expect, test } from 'vitest'
import { workbook } from '../../../test/workbook.ts'
import { formatDay } from '../../domain/date.ts'
import { readBankWorkbook } from './bank-xlsx.ts'

const BOOKED = { serial: 46_023 }

test('the first sheet that has a bank’s columns, whatever stands above them', async () => {
  const reading = await readBankWorkbook(
    workbook([
      { name: 'Notes', rows: [['À relire'], ['avant vendredi']] },
      {
        name: 'Compte',
        rows: [
          ['Compte courant', 'FR7630006000011234567890189'],
          ['Date', 'Libellé', 'Débit', 'Crédit'],
          [BOOKED, 'VIR RECU DURAND F-1', null, 1234.5],
          [BOOKED, 'PRLV ASSURANCE', 80, null],
        ],
      },
    ]),
  )
  expect(reading).toMatchObject({ format: 'xlsx', complete: true })
  const entries = reading.statements.flatMap(statement => statement.entries)
  expect(
    entries.map(({ bookedOn, amountCents, description }) => [formatDay(bookedOn), amountCents, description]),
  ).toEqual([
    ['2026-01-01', 123_450n, 'VIR RECU DURAND F-1'],
    ['2026-01-01', -80_00n, 'PRLV ASSURANCE'],
  ])
})

test('a workbook of something else, and one that is damaged, give nothing', async () => {
  const invoices = workbook([
    {
      name: 'F',
      rows: [
        ['Client', 'N° facture', 'Montant TTC'],
        ['A', 'F-1', 10],
      ],
    },
  ])
  for (const bytes of [invoices, invoices.slice(0, 400)])
    expect(await readBankWorkbook(bytes)).toMatchObject({
      complete: false,
      statements: [],
      problems: [{ severity: 'error' }],
    })
})
