import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, civil, day, formatDay } from '../../domain/date.ts'
import { readIban } from '../identifiers.ts'
import { readBankRows, readBankTable } from './bank-csv.ts'
import { isCfonb120 } from './cfonb-120.ts'
import { cfonbAmount, cfonbRecords } from './cfonb-record.ts'
import { isMt940, readMt940 } from './mt940.ts'
import { isOfx } from './ofx.ts'
import { isQif, readQif } from './qif.ts'
import { returnedByLabel } from './returned-labels.ts'
import { ibanOfRib, ribKey } from './rib.ts'

describe('money come back, told by its label', () => {
  test.each([
    ['REJET PRLV SEPA LEROY', null],
    ['Rej. prlv 123 MOTIF : provision insuffisante', 'provision insuffisante'],
    ['RETOUR DE VIREMENT DURAND', null],
    ['RET VIR DURAND', null],
    ['IMPAYÉ CHÈQUE 1234567', null],
    ['IMPAYE', null],
    ['PRELEVEMENT SEPA IMPAYE LEROY', null],
    ['VIR SEPA RETOURNE', null],
    ['CHQ IMPAYE 1234567', null],
    ['LCR IMPAYEE', null],
    ['PRLV REJETE', null],
  ])('%s', (label, reason) => expect(returnedByLabel(label)).toEqual({ reason }))

  test.each([
    'FRAIS REJET PRLV',
    'COMMISSION IMPAYE',
    'REJET PRLV FRAIS',
    'VIR DURAND RETOUR MARCHANDISE',
    'RETOUR MARCHANDISE',
    'VIREMENT DE LEROY IMPAYE DE MARS',
    'RETOUCHES SARL',
    'RETRAIT VIR',
    'VIR IMPAYEURS ANONYMES',
    '',
  ])('not: %s', label => expect(returnedByLabel(label)).toBeNull())
})

describe('the French account number', () => {
  test('its key and its IBAN', () => {
    expect(ribKey('30006', '00001', '12345678901')).toBe('89')
    expect(ibanOfRib('30006', '00001', '12345678901')).toBe('FR7630006000011234567890189')
    expect(ibanOfRib('20041', '01005', '0500013M026')).toBe('FR1420041010050500013M02606')
  })

  test('none where a part is not one', () => {
    expect(ibanOfRib('3000', '00001', '12345678901')).toBeNull()
    expect(ibanOfRib('30006', '0000A', '12345678901')).toBeNull()
    expect(ibanOfRib('30006', '00001', '1234567890')).toBeNull()
  })

  test('every RIB gives a valid IBAN', () => {
    const digits = (length: number) =>
      fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })
    const account = fc.string({ unit: fc.constantFrom(...'0123456789ABCXYZ'), minLength: 11, maxLength: 11 })
    fc.assert(
      fc.property(digits(5), digits(5), account, (bank, branch, number) => {
        expect(readIban(ibanOfRib(bank, branch, number) ?? '')).toHaveProperty('value')
      }),
    )
  })
})

describe('CFONB amounts', () => {
  const amountOf = (amount: string, decimals = '2') => {
    const text = `0430006    00001EUR${decimals} 1234567890105270226  270226${'LIBELLE'.padEnd(31)}  0000000  ${amount.padStart(14, '0')}`
    const [record] = cfonbRecords(text, [])
    return record === undefined ? undefined : cfonbAmount(record)
  }

  test('the last digit tells the sign', () => {
    expect(amountOf('1{')).toBe(10n)
    expect(amountOf('1I')).toBe(19n)
    expect(amountOf('1}')).toBe(-10n)
    expect(amountOf('1R')).toBe(-19n)
    expect(amountOf('15')).toBe(15n)
    expect(amountOf('1S')).toBeNull()
  })

  test('decimals are those that the record says', () => {
    expect(amountOf('12E', '0')).toBe(12500n)
    expect(amountOf('12E', '3')).toBe(13n)
    expect(amountOf('12N', '3')).toBe(-13n)
    expect(amountOf('12E', ' ')).toBeNull()
  })
})

describe('MT940', () => {
  test('the entry date takes the year nearest to the value date', () => {
    const near = fc.integer({ min: -150, max: 150 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), near, (offset, distance) => {
        const valueOn = addDays(day('2000-01-01'), offset)
        const bookedOn = addDays(valueOn, distance)
        const { month, day: date } = civil(bookedOn)
        fc.pre(!(month === 2 && date === 29))
        const short = formatDay(valueOn).replaceAll('-', '').slice(2)
        const entry = `:61:${short}${formatDay(bookedOn).slice(5).replace('-', '')}C1,00NMSC`
        const reading = readMt940(`:20:A\n:25:B\n:60F:C000101EUR0,\n${entry}\n:62F:C000101EUR1,\n`)
        expect(reading.statements[0]?.entries[0]).toMatchObject({ valueOn, bookedOn })
      }),
    )
  })

  test('any line end will do', () => {
    const lines = [
      ':20:A',
      ':25:B',
      ':60F:C260101EUR0,',
      ':61:260101C1,NMSC',
      ':86:VIR',
      ' DURAND',
      ':62F:C260101EUR1,',
      '-',
    ]
    const [unix, dos, old] = ['\n', '\r\n', '\r'].map(end => readMt940(lines.join(end)))
    expect(unix?.statements[0]?.entries[0]?.description).toBe('VIR DURAND')
    expect([dos, old]).toEqual([unix, unix])
  })
})

describe('the rows of a sheet', () => {
  const rows = [
    ['Relevé du compte'],
    ['Date', 'Libellé', 'Montant'],
    ['2026-03-02', 'VIR DURAND', '1250.5'],
    ['02/03/2026', 'PRLV', '-20'],
  ]

  test('are read as those of a CSV', () => {
    const sheet = readBankRows(rows)
    const csv = readBankTable(rows.map(row => row.join(';')).join('\n'))
    expect(sheet).toEqual({ ...csv, format: 'xlsx' })
    expect(sheet.statements[0]?.entries.map(({ line, amountCents }) => [line, amountCents])).toEqual([
      [3, 125_050n],
      [4, -2000n],
    ])
  })

  test('with the columns and the marks that a person says', () => {
    const mapping = { columns: { amount: 'Colonne 3', label: null }, dateOrder: 'mdy', decimal: '.' } as const
    const reading = readBankRows(
      [
        ['Date', 'Libellé', 'Colonne 3'],
        ['02/03/2026', 'x', '1,000'],
      ],
      mapping,
    )
    expect(reading.statements[0]?.entries[0]).toMatchObject({
      bookedOn: day('2026-02-03'),
      amountCents: 100_000n,
      description: '',
    })
    const lost = readBankRows(rows, { columns: { amount: 'Prix' } })
    expect(lost).toMatchObject({ complete: false, problems: [{ code: 'mapping-column-missing' }] })
  })

  test('an amount that can be read two ways is asked, not guessed', () => {
    expect(
      readBankRows([
        ['Date', 'Montant'],
        ['02/03/2026', '1,234'],
      ]),
    ).toMatchObject({
      complete: false,
      problems: [{ code: 'bad-amount', line: 2 }, { code: 'no-valid-row' }],
    })
  })
})

test('QIF: one date above 12 decides for all', () => {
  const text = '!Type:Bank\nD02/03/26\nT1,00\n^\nD13/03/26\nT1,00\n^\n'
  const { statements, problems } = readQif(text)
  expect(statements[0]?.entries.map(({ bookedOn }) => formatDay(bookedOn))).toEqual([
    '2026-03-02',
    '2026-03-13',
  ])
  expect(problems).toEqual([])
})

test('each recogniser knows its own format only', () => {
  const texts = [
    ':20:A\n:25:B\n:60F:C260101EUR0,\n',
    '0130006    00001EUR2 12345678901  270226',
    'OFXHEADER:100\n<OFX>',
    '!Type:Bank\n',
    'Date;Libellé;Montant\n',
    '<?xml version="1.0"?><Document/>',
    'JournalCode|JournalLib\n',
    '',
  ]
  const known = texts.map(text => [isMt940, isCfonb120, isOfx, isQif].map(recognise => recognise(text)))
  expect(known.map(row => row.indexOf(true))).toEqual([0, 1, 2, 3, -1, -1, -1, -1])
  expect(known.flat().filter(Boolean)).toHaveLength(4)
})
