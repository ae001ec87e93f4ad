/** Files damaged by chance, from a seed: every reader answers, and what it answers holds together. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeText } from '../text-encoding.ts'
import { readBankRows, readBankTable } from './bank-csv.ts'
import { isCfonb120, readCfonb120 } from './cfonb-120.ts'
import { isMt940, readMt940 } from './mt940.ts'
import { isOfx, readOfx } from './ofx.ts'
import { isQif, readQif } from './qif.ts'
import type { StatementReading } from './statement.ts'

const fixtures = fileURLToPath(new URL('../../../test/fixtures', import.meta.url))
const FOLDERS = ['mt940', 'cfonb-120', 'ofx', 'qif', 'bank-csv']
const READERS = [readMt940, readCfonb120, readOfx, readQif, readBankTable]
const texts = FOLDERS.flatMap(folder =>
  readdirSync(join(fixtures, folder))
    .filter(file => !file.endsWith('.json'))
    .map(file => decodeText(readFileSync(join(fixtures, folder, file))))
    .map(decoded => ('code' in decoded ? '' : decoded.text)),
)
/** Cut, repeat, overwrite or insert at a place. */
const damage = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 0, max: 200 }),
  kind: fc.constantFrom('cut', 'repeat', 'overwrite', 'end'),
  junk: fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      ':61:',
      ':62F:',
      '\n:86:',
      '^\n',
      '!Type:Bank\n',
      '<STMTTRN>',
      '</STMTRS>',
      '<![CDATA[',
      '";"',
      '{',
      '99999999',
    ),
  ),
})

describe('damaged files', () => {
  test('no reader throws, and an entry always has a day, an amount and a currency', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(damage, { minLength: 1, maxLength: 4 }),
        (text, damages) => {
          const damaged = damages.reduce((whole, one) => damagedBy(whole, one), text)
          for (const recognise of [isMt940, isCfonb120, isOfx, isQif]) recognise(damaged)
          for (const reader of READERS) holdsTogether(reader(damaged))
        },
      ),
      { seed: 20_261_125, numRuns: 250 },
    )
  })

  test('nor on any text, nor on any sheet', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
        for (const reader of READERS) holdsTogether(reader(text))
      }),
      { seed: 7, numRuns: 300 },
    )
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('Date', 'Montant', 'Libellé', '01/03/2026', '10,00', 'Débit'),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }), rows => {
        holdsTogether(readBankRows(rows))
      }),
      { seed: 11, numRuns: 300 },
    )
  })

  test.each([
    [
      'MT940',
      `:20:A\n:25:B\n:60F:C260101EUR1,\n:61:260101C1,NMSC\n:86:${'x'.repeat(2_000_000)}\n:62F:C260101EUR1,\n`,
      readMt940,
    ],
    [
      'OFX',
      `<OFX><STMTRS><CURDEF>EUR<STMTTRN><DTPOSTED>20260101<TRNAMT>1<MEMO>${'<![CDATA['.repeat(200_000)}</STMTTRN></STMTRS></OFX>`,
      readOfx,
    ],
    ['QIF', `!Type:Bank\nD01/01/2026\nT1\nM${' x'.repeat(1_000_000)}\n^\n`, readQif],
    [
      'CSV',
      `Date;Libellé;Montant\n01/01/2026;${'x'.repeat(2_000_000)};1,00\n02/01/2026;y;1,00\n`,
      readBankTable,
    ],
    ['CFONB', `0130006    00001EUR2 12345678901  270226${'0'.repeat(3_000_000)}`, readCfonb120],
  ])('a huge field of %s', (_, text, reader) => {
    const reading = reader(text)
    holdsTogether(reading)
    expect(
      reading.statements
        .flatMap(({ entries }) => entries)
        .every(({ description }) => description.length <= 4000),
    ).toBe(true)
  })
})

function holdsTogether({ statements, problems, complete }: StatementReading): void {
  if (!complete) {
    expect(statements).toEqual([])
    expect(problems.some(({ severity }) => severity === 'error')).toBe(true)
  }
  for (const entry of statements.flatMap(({ entries }) => entries)) {
    expect(Number.isInteger(entry.bookedOn) && typeof entry.amountCents === 'bigint').toBe(true)
    expect(entry.currency).not.toBe('')
    expect(entry.line).toBeGreaterThan(0)
  }
}

function damagedBy(
  text: string,
  { at, length, kind, junk }: typeof damage extends fc.Arbitrary<infer D> ? D : never,
): string {
  const from = Math.floor(at * text.length)
  switch (kind) {
    case 'cut':
      return text.slice(0, from) + text.slice(from + length)
    case 'repeat':
      return text.slice(0, from) + text.slice(from, from + length).repeat(3) + text.slice(from + length)
    case 'overwrite':
      return text.slice(0, from) + junk + text.slice(from + junk.length)
    case 'end':
      return text.slice(0, from)
  }
}
