import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day } from '../../domain/date.ts'
import { cents, parseAmount, sum } from '../../domain/money.ts'
import { readFec } from '../invoices/fec/fec.ts'
import { decodeText } from '../text-encoding.ts'
import { encodeFec, FEC_COLUMNS, type FecEntry, fecName, writeFec } from './fec-writer.ts'

const ENTRY: FecEntry = {
  journal: { code: 'OD', label: 'Opérations diverses' },
  number: 'CD1-1',
  on: day('2026-03-03'),
  piece: { ref: 'F-1', on: day('2026-01-15') },
  label: 'Créance douteuse F-1 Cœur & Fils',
  validatedOn: day('2026-12-31'),
  lines: [
    {
      account: { number: '416', label: 'Clients douteux ou litigieux' },
      auxiliary: { number: 'C1', label: 'Cœur & Fils' },
      amountCents: cents(1200_00),
    },
    {
      account: { number: '411', label: 'Clients' },
      auxiliary: { number: 'C1', label: 'Cœur & Fils' },
      amountCents: cents(-1200_00),
    },
  ],
}

test('a file: the header of the decree, tabs, commas, dates without a mark', () => {
  expect(writeFec([ENTRY]).split('\r\n')).toEqual([
    'JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise',
    'OD\tOpérations diverses\tCD1-1\t20260303\t416\tClients douteux ou litigieux\tC1\tCœur & Fils\tF-1\t20260115\tCréance douteuse F-1 Cœur & Fils\t1200,00\t0,00\t\t\t20261231\t\t',
    'OD\tOpérations diverses\tCD1-1\t20260303\t411\tClients\tC1\tCœur & Fils\tF-1\t20260115\tCréance douteuse F-1 Cœur & Fils\t0,00\t1200,00\t\t\t20261231\t\t',
    '',
  ])
  expect(writeFec([])).toBe(`${FEC_COLUMNS.join('\t')}\r\n`)
})

test('an entry that does not balance is never written', () => {
  expect(() => writeFec([{ ...ENTRY, lines: ENTRY.lines.slice(1) }])).toThrow(/CD1-1 .* -1200\.00/)
})

test('named by its company and its last day', () => {
  expect(fecName('404833048', day('2026-12-31'))).toBe('404833048FEC20261231.txt')
  expect(fecName(null, day('2026-06-30'))).toBe('SIRENFEC20260630.txt')
})

test('in ISO 8859-15 the euro and the œ have their place, and what has none its nearest', () => {
  const bytes = encodeFec('Œuf œ € Šž é ’ – ¤ Ł ő 漢', 'iso-8859-15')
  expect(new TextDecoder('iso-8859-15').decode(bytes)).toBe("Œuf œ € Šž é ' - ? ? o ?")
  expect(encodeFec('é', 'utf-8')).toEqual(Uint8Array.of(0xc3, 0xa9))
})

test('whatever the labels hold, our own reader finds entries in balance and the same amounts', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constantFrom('a\tb', 'a|b;c', '"quoted"', 'line\r\nbreak', '\u2028\u0000\u202e', '411', ''),
  )
  const entries = fc.array(
    fc.record({
      amount: fc.bigInt({ min: 1n, max: 10n ** 13n }),
      loss: fc.nat(100),
      label: text,
      name: text,
      on: fc.nat(3000),
    }),
    { minLength: 1, maxLength: 8 },
  )
  fc.assert(
    fc.property(entries, fc.constantFrom('utf-8' as const, 'iso-8859-15' as const), (wanted, encoding) => {
      const written = wanted.map((one, index) => entryOf(one, index))
      const decoded = decodeText(encodeFec(writeFec(written), encoding))
      if ('code' in decoded) throw new Error(decoded.code)
      const rows = decoded.text
        .split('\r\n')
        .slice(0, -1)
        .map(row => row.split('\t'))
      expect(rows[0]).toEqual([...FEC_COLUMNS])
      expect(rows.every(row => row.length === 18)).toBe(true)
      for (const { number, lines } of written) {
        const own = rows.filter(row => row[2] === number)
        expect(own.length).toBe(lines.length)
        expect(sum(own.map(row => amountOf(row[11])))).toBe(sum(own.map(row => amountOf(row[12]))))
      }
      const reading = readFec(decoded.text, issuedOn => addDays(issuedOn, 30))
      expect(reading.complete).toBe(true)
      expect(reading.problems.filter(({ code }) => code !== 'fec-no-auxiliary')).toEqual([])
      expect(reading.documents.map(({ amountCents }) => amountCents)).toEqual(
        wanted.map(({ amount }) => amount),
      )
    }),
    { seed: 47 },
  )
})

function entryOf(
  {
    amount,
    loss,
    label,
    name,
    on,
  }: { amount: bigint; loss: number; label: string; name: string; on: number },
  index: number,
): FecEntry {
  const tax = (amount * BigInt(loss)) / 600n
  const line = (number: string, amountCents: bigint) => ({
    account: { number, label },
    auxiliary: number === '411' ? { number: `C${index}`, label: name } : null,
    amountCents: cents(amountCents),
  })
  return {
    ...ENTRY,
    number: `CD${index}`,
    on: addDays(day('2020-01-01'), on),
    piece: { ref: `F-${index}`, on: addDays(day('2020-01-01'), on) },
    label,
    lines: [line('654', amount - tax), line('44571', tax), line('411', -amount)],
  }
}

function amountOf(text: string | undefined) {
  const amount = parseAmount((text ?? '').replace(',', '.'))
  if (amount === null) throw new Error(`no amount: ${text}`)
  return amount
}
