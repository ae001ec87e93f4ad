import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cents, formatAmount } from '../../domain/money.ts'
import type { SheetColumn } from '../sheet.ts'
import { type CsvStyle, csvHeader, csvRow } from './csv-writer.ts'

const FRENCH: CsvStyle = { separator: ';', decimalMark: ',', isoDates: false }
const ENGLISH: CsvStyle = { separator: ',', decimalMark: '.', isoDates: true }
const COLUMNS: SheetColumn[] = [
  { title: 'Débiteur', kind: 'text' },
  { title: 'Solde', kind: 'amount' },
  { title: 'Échéance', kind: 'date' },
  { title: 'Retard', kind: 'count' },
]

test.each([
  ['French', FRENCH, 'Débiteur;Solde;Échéance;Retard\r\n', 'Durand SARL;-12,50;13/02/2026;31\r\n'],
  ['English', ENGLISH, 'Débiteur,Solde,Échéance,Retard\r\n', 'Durand SARL,-12.50,2026-02-13,31\r\n'],
  [
    'tabs, French amounts',
    { ...FRENCH, separator: '\t' as const },
    'Débiteur\tSolde\tÉchéance\tRetard\r\n',
    'Durand SARL\t-12,50\t13/02/2026\t31\r\n',
  ],
  [
    'commas and a decimal comma',
    { ...FRENCH, separator: ',' as const },
    'Débiteur,Solde,Échéance,Retard\r\n',
    'Durand SARL,"-12,50",13/02/2026,31\r\n',
  ],
])('%s', (_name, style, header, row) => {
  expect(csvHeader(COLUMNS, style)).toBe(header)
  expect(csvRow(['Durand SARL', -1250n, '2026-02-13', 31], COLUMNS, style)).toBe(row)
})

test('what is absent is empty, and a separator, a quote or a line break stands between quotes', () => {
  expect(csvRow([null, null, null, null], COLUMNS, FRENCH)).toBe(';;;\r\n')
  expect(csvRow(['a;b "c"\nd', 0n, null, null], COLUMNS, FRENCH)).toBe('"a;b ""c""\nd";0,00;;\r\n')
})

test.each([
  '=1+1',
  '+33102030405',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '  =1+1',
  '＝1+1',
  '=HYPERLINK("http://a.example";"voir")',
])('%j is shown, never run', text => {
  const [cell = ''] = parse(csvRow([text, 0n, null, null], COLUMNS, FRENCH), {
    delimiter: ';',
  })[0] as string[]
  expect(cell).toBe(`'${text}`)
})

test('a negative amount stays a number; the same in a text is guarded', () => {
  const [row] = parse(csvRow(['-12,50', -1250n, null, null], COLUMNS, FRENCH), {
    delimiter: ';',
  }) as string[][]
  expect(row).toEqual(["'-12,50", '-12,50', '', ''])
})

test('whatever the text and the amount, they come back from any reader, and no text begins as a formula does', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc
      .array(
        fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ';', ',', '"', "'", ' ', 'a', '1', '\u0000'),
        {
          maxLength: 12,
        },
      )
      .map(letters => letters.join('')),
  )
  fc.assert(
    fc.property(
      text,
      fc.bigInt(-(10n ** 15n), 10n ** 15n),
      fc.constantFrom(FRENCH, ENGLISH),
      (name, amount, style) => {
        const line = csvRow([name, amount, null, null], COLUMNS, style)
        const rows = parse(line, { delimiter: style.separator, record_delimiter: '\r\n' }) as string[][]
        expect(rows.length).toBe(1)
        const [cell = '', number = ''] = rows[0] ?? []
        expect(cell).not.toMatch(/^\s*[=+\-@]|^[\t\r\n]/)
        expect(number.replace(',', '.')).toBe(formatAmount(cents(amount)))
        const shown = name.replace(/[^\P{C}\t\n\r\u200c\u200d]/gu, ' ')
        expect([shown, `'${shown}`]).toContain(cell)
      },
    ),
    { seed: 49 },
  )
})
