import { describe, expect, test } from 'vitest'
import { inFrench } from '../../../test/french-problems.ts'
import {
  deflatedZip,
  type TestCell,
  type TestSheet,
  workbook,
  workbookParts,
} from '../../../test/workbook.ts'
import { addDays, type Day, day } from '../../domain/date.ts'
import { storedZip } from '../containers/zip.ts'
import { xlsxTable } from '../tables/workbook.ts'
import { readContacts, readInvoices } from './read.ts'

const HEADER = ['Code client', 'Client', 'N° facture', 'Date', 'Échéance', 'Montant TTC', 'Solde']
/** 1 January 2026 under the calendar that Excel has had since 1900. */
const NEW_YEAR = 46_023
const row = (number: TestCell, amount: TestCell, balance: TestCell = amount): TestCell[] => [
  'C1',
  'Éts Alpha & fils',
  number,
  { serial: NEW_YEAR },
  { serial: NEW_YEAR + 30.5 },
  amount,
  balance,
]

test('dates are dates, numbers amounts, and formulas their results', async () => {
  const rows = [
    HEADER,
    row('F-1', 1234.5),
    row(2_026_001, { formula: 'F2*2', value: 2469.001 }),
    row('F-3', 0.29499999999999998, { formula: 'F4', value: '0,30 €' }),
    row('F-4', '1 234,56', '1.234,56'),
  ]
  const { documents, problems, format } = await read([{ name: 'Factures', rows }])
  expect({ format, problems }).toEqual({ format: 'xlsx', problems: [] })
  expect(documents.map(({ number, amountCents, openCents }) => [number, amountCents, openCents])).toEqual([
    ['F-1', 123_450n, 123_450n],
    ['2026001', 246_900n, 246_900n],
    ['F-3', 30n, 30n],
    ['F-4', 123_456n, 123_456n],
  ])
  expect(documents[0]).toMatchObject({
    issuedOn: day('2026-01-01'),
    dues: [{ dueOn: day('2026-01-31') }],
    debtor: { code: 'C1', name: 'Éts Alpha & fils' },
  })
})

test('a workbook of the calendar of 1904', async () => {
  const sheet = {
    name: 'F',
    rows: [HEADER, ['C1', 'Alpha', 'F-1', { serial: NEW_YEAR - 1462 }, null, 10, 10]],
  }
  const { documents } = await readBytes(workbook([sheet], true))
  expect(documents).toMatchObject([{ issuedOn: day('2026-01-01') }])
})

test('a merged title above the header, blank rows, a total below', async () => {
  const rows: TestCell[][] = [
    ['Balance âgée au 31/01/2026'],
    [],
    HEADER,
    row('F-1', 100),
    [],
    ['Total', null, null, null, null, { formula: 'SUM(F4:F4)', value: 100 }, 100],
  ]
  const { documents, problems } = await read([{ name: 'F', rows, merged: 'A1:G1' }])
  expect(documents.map(({ line, number }) => [line, number])).toEqual([[4, 'F-1']])
  expect(problems.map(({ line, code }) => [line, code])).toEqual([[6, 'total-line']])
})

test('a cell in error is told by its row, and never taken for a settled balance', async () => {
  const { documents, problems } = await read([
    { name: 'F', rows: [HEADER, row('F-1', 100, { error: '#N/A' }), row('F-2', 50)] },
  ])
  expect(documents.map(({ number }) => number)).toEqual(['F-2'])
  expect(problems).toMatchObject([{ line: 2, code: 'bad-amount', severity: 'error' }])
  expect(inFrench(problems)[0]?.message).toContain('#N/A')
})

test('of several sheets the first with a header is read, and it says which', async () => {
  const { documents, problems } = await read([
    { name: 'Accueil', rows: [['Tableau de bord'], ['Encours', 12]] },
    { name: 'Vide', rows: [] },
    { name: 'Factures', rows: [HEADER, row('F-1', 100)] },
    { name: 'Archives', rows: [HEADER, row('F-2', 100)] },
  ])
  expect(documents.map(({ number }) => number)).toEqual(['F-1'])
  expect(problems).toMatchObject([{ line: null, code: 'other-sheets', severity: 'warning' }])
  expect(inFrench(problems)[0]?.message).toMatch(/« Factures » a été lue.*« Accueil », « Archives »/)
})

test('a sheet of charts is none of those with rows', async () => {
  const parts = workbookParts([
    { name: 'Factures', rows: [HEADER, row('F-1', 100)] },
    { name: 'Graphique', rows: [] },
  ]).flatMap(({ name, bytes }) => {
    const xml = new TextDecoder()
      .decode(bytes)
      .replace(/worksheet(" Target=")worksheets(.sheet2)/, 'chartsheet$1chartsheets$2')
    return name.includes('sheet2') ? [] : [{ name, bytes: new TextEncoder().encode(xml) }]
  })
  const { documents, problems } = await readBytes(storedZip(parts))
  expect(documents.map(({ number }) => number)).toEqual(['F-1'])
  expect(problems).toEqual([])
})

test('amounts have the mark that the mapping names, in cells of text and of numbers', async () => {
  const rows = [HEADER, row('F-1', '1.234'), row('F-2', 1.5)]
  const mapping = { decimal: ',' as const }
  const { documents } = await readInvoices(workbook([{ name: 'F', rows }]), { fileName: 'f', mapping, dueOn })
  expect(documents.map(({ amountCents }) => amountCents)).toEqual([123_400n, 150n])
})

test('contacts too', async () => {
  const rows = [
    ['Code client', 'Nom du contact', 'E-mail'],
    ['C1', 'Alice', 'alice@alpha.example'],
  ]
  const { contacts, format } = await readContacts(workbook([{ name: 'C', rows }]), { fileName: 'c.xlsx' })
  expect(format).toBe('xlsx')
  expect(contacts).toMatchObject([{ line: 2, debtorCode: 'C1', name: 'Alice', email: 'alice@alpha.example' }])
})

test('a table for other readers', async () => {
  const bytes = workbook([
    {
      name: 'F',
      rows: [
        ['Date', 'Montant'],
        [{ serial: NEW_YEAR }, -1.5],
      ],
    },
  ])
  expect(await xlsxTable(bytes)).toEqual([
    ['Date', 'Montant'],
    ['2026-01-01', '-1.50'],
  ])
})

describe('a workbook that can’t be taken', () => {
  const corner = (place: string) =>
    workbookParts([{ name: 'F', rows: [HEADER] }]).map(({ name, bytes }) => ({
      name,
      bytes: name.includes('sheet1')
        ? new TextEncoder().encode(
            new TextDecoder()
              .decode(bytes)
              .replace('</sheetData>', `<row><c r="${place}"><v>1</v></c></row></sheetData>`),
          )
        : bytes,
    }))
  const twice = () =>
    storedZip(
      workbookParts([{ name: 'F', rows: [HEADER, row('F-1', 1)] }]).map(({ name, bytes }) => ({
        name,
        bytes: new TextEncoder().encode(
          new TextDecoder().decode(bytes).replace(/<sheetData>.*<\/sheetData>/, '$&$&'),
        ),
      })),
    )
  const whole = workbook([{ name: 'F', rows: [HEADER, row('F-1', 1)] }])
  const zeros = new Uint8Array(200 * 2 ** 20)
  test.each<[string, () => Uint8Array, string]>([
    ['empty', () => workbook([{ name: 'F', rows: [] }]), 'empty-file'],
    ['without a header', () => workbook([{ name: 'F', rows: [['Bonjour'], [1]] }]), 'no-header'],
    ['with a header alone', () => workbook([{ name: 'F', rows: [HEADER] }]), 'no-rows'],
    ['cut short', () => whole.subarray(0, whole.length / 2), 'broken-workbook'],
    [
      'that is no workbook',
      () => storedZip([{ name: 'xl/a.xml', bytes: new Uint8Array(3) }]),
      'broken-workbook',
    ],
    [
      'that unpacks to 200 MB, and says so',
      () => deflatedZip('xl/worksheets/sheet1.xml', zeros),
      'file-too-large',
    ],
    ['that says 1 kB of them', () => deflatedZip('xl/worksheets/sheet1.xml', zeros, 1024), 'broken-workbook'],
    ['with a cell at the far corner', () => storedZip(corner('XFD1048576')), 'file-too-large'],
    ['with a row that Excel has not', () => storedZip(corner('A999999999')), 'broken-workbook'],
    ['with its rows twice', () => twice(), 'broken-workbook'],
    ['with a column that Excel has not', () => storedZip(corner('AAAAAA2')), 'broken-workbook'],
  ])('%s', async (_name, bytes, code) => {
    const reading = await readBytes(bytes())
    expect(reading).toMatchObject({ format: 'xlsx', complete: false, documents: [] })
    expect(reading.problems.map(problem => problem.code)).toContain(code)
  })
})

function read(sheets: TestSheet[]) {
  return readBytes(workbook(sheets))
}

function readBytes(bytes: Uint8Array) {
  return readInvoices(bytes, { fileName: 'f.xlsx', dueOn })
}

function dueOn(issuedOn: Day): Day {
  return addDays(issuedOn, 30)
}
