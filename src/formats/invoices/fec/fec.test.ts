import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, day, formatDay } from '../../../domain/date.ts'
import { readInvoices } from '../read.ts'

type Line = { customer: number; ref: number; cents: number; on: Day; clearing: string; sale: boolean }
type Dialect = {
  separator: string
  endOfLine: string
  encoding: 'utf-8' | 'bom' | 'iso-8859-15'
  decimal: string
  sides: 'debit-credit' | 'D' | '+1'
  minus: 'first' | 'last'
  extra: boolean
}

const ledger = fc.array(
  fc.record<Line>({
    customer: fc.nat(3),
    ref: fc.nat(4),
    cents: fc.integer({ min: -5000, max: 5000 }),
    on: fc.nat(700).map(days => addDays(day('2025-01-01'), days)),
    clearing: fc.constantFrom('', '', 'A', 'b', 'c'),
    sale: fc.boolean(),
  }),
  { minLength: 1, maxLength: 30 },
)
const dialects = fc.record<Dialect>({
  separator: fc.constantFrom('\t', '|', ';'),
  endOfLine: fc.constantFrom('\n', '\r\n', '\r'),
  encoding: fc.constantFrom('utf-8', 'bom', 'iso-8859-15'),
  decimal: fc.constantFrom(',', '.'),
  sides: fc.constantFrom('debit-credit', 'D', '+1'),
  minus: fc.constantFrom('first', 'last'),
  extra: fc.boolean(),
})
const plain: Dialect = {
  separator: '\t',
  endOfLine: '\n',
  encoding: 'utf-8',
  decimal: ',',
  sides: 'debit-credit',
  minus: 'first',
  extra: false,
}

test('the same ledger in every dialect gives the same documents', async () => {
  await fc.assert(
    fc.asyncProperty(ledger, dialects, async (lines, dialect) => {
      expect(await documentsOf(lines, dialect)).toEqual(await documentsOf(lines, plain))
    }),
    { seed: 411, numRuns: 300 },
  )
})

test('what stays open is what isn’t settled: unlettered lines and the rest of partial letterings', async () => {
  await fc.assert(
    fc.asyncProperty(ledger, async lines => {
      const open = lines
        .filter(line => line.clearing !== 'A')
        .reduce((total, line) => total + BigInt(line.cents), 0n)
      const net = (await documentsOf(lines, plain)).reduce(
        (total, { kind, openCents }) => total + (kind === 'invoice' ? (openCents ?? 0n) : -(openCents ?? 0n)),
        0n,
      )
      expect(net).toBe(open)
    }),
    { seed: 411 },
  )
})

test('a number belongs to one item, and stays when items are settled', async () => {
  await fc.assert(
    fc.asyncProperty(ledger, async lines => {
      const numbers = (await documentsOf(lines, plain)).map(
        ({ debtor, kind, number }) => `${debtor.code} ${kind} ${number}`,
      )
      expect(new Set(numbers).size).toBe(numbers.length)
      const settled = await documentsOf(
        lines.map(line => ({ ...line, clearing: 'A' })),
        plain,
      )
      expect(settled.map(({ debtor, kind, number }) => `${debtor.code} ${kind} ${number}`)).toEqual(numbers)
    }),
    { seed: 411 },
  )
})

async function documentsOf(lines: Line[], dialect: Dialect) {
  const bytes = encode(print(lines, dialect), dialect.encoding)
  const reading = await readInvoices(bytes, { fileName: 'fec.txt', dueOn: issuedOn => addDays(issuedOn, 30) })
  expect(reading.format).toBe('fec')
  expect(reading.complete).toBe(lines.some(line => line.cents !== 0))
  return reading.documents
}

/** Each line with its counterpart, on a sales account or in the bank. */
function print(lines: Line[], dialect: Dialect): string {
  const amounts = dialect.sides === 'debit-credit' ? ['Debit', 'Credit'] : ['Montant', 'Sens']
  const header = [
    'JournalCode JournalLib EcritureNum EcritureDate CompteNum CompteLib CompAuxNum CompAuxLib PieceRef PieceDate EcritureLib',
    ...amounts,
    'EcritureLet DateLet ValidDate Montantdevise Idevise',
    ...(dialect.extra ? ['DateRglt ModeRglt NatOp'] : []),
  ]
  const rows = lines.flatMap((line, index) => {
    const customer = ['41100000', 'Clients', `C${line.customer}`, `Société cœur ${line.customer}`]
    const other = [line.sale ? '70600000' : '51200000', 'Contrepartie', '', '']
    return [
      row(line, index, customer, line.cents, line.clearing, dialect),
      row(line, index, other, -line.cents, '', dialect),
    ]
  })
  return [header.flatMap(names => names.split(' ')), ...rows]
    .map(cells => cells.join(dialect.separator) + dialect.endOfLine)
    .join('')
}

function row(
  line: Line,
  index: number,
  account: string[],
  cents: number,
  clearing: string,
  dialect: Dialect,
) {
  const date = formatDay(line.on).replaceAll('-', '')
  const amounts = sides(cents, index, dialect)
  const tail = [clearing, '', date, '', '', ...(dialect.extra ? ['', '', ''] : [])]
  return [
    'J',
    'Journal',
    `E${index}`,
    date,
    ...account,
    `P${line.ref}`,
    date,
    'Écriture',
    ...amounts,
    ...tail,
  ]
}

/** Every third line is written the other way round, with a minus sign. */
function sides(cents: number, index: number, dialect: Dialect): string[] {
  const turned = index % 3 === 0
  const debit = cents >= 0 !== turned
  const text = (Math.abs(cents) / 100).toFixed(2).replace('.', dialect.decimal)
  const signed = !turned ? text : dialect.minus === 'first' ? `-${text}` : `${text}-`
  if (dialect.sides === 'debit-credit') return debit ? [signed, '0'] : ['', signed]
  const side = dialect.sides === 'D' ? ['D', 'C'] : ['+1', '-1']
  return [signed, (debit ? side[0] : side[1]) ?? '']
}

function encode(text: string, encoding: Dialect['encoding']): Uint8Array {
  if (encoding !== 'iso-8859-15') return new TextEncoder().encode(encoding === 'bom' ? `\uFEFF${text}` : text)
  return Uint8Array.from(text, letter => (letter === 'œ' ? 0xbd : letter.charCodeAt(0)))
}
