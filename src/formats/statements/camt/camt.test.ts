import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { day } from '../../../domain/date.ts'
import { cents } from '../../../domain/money.ts'
import { readCamt } from './camt.ts'
import { type CamtItem, camtItems, streamCamt } from './camt-stream.ts'
import { readIsoAmount, readIsoDate } from './camt-values.ts'

const batches = readFileSync(new URL('../../../../test/fixtures/camt/batches.xml', import.meta.url), 'utf8')

function statement(entry: string, version = '08'): string {
  return `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><BkToCstmrStmt><Stmt>
    <Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id><Ccy>EUR</Ccy></Acct>${entry}</Stmt></BkToCstmrStmt></Document>`
}

function entry(inside = '', amount = '10.00'): string {
  return `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-03-02</Dt></BookgDt>${inside}</Ntry>`
}

const codes = (text: string) => readCamt(text).problems.map(({ code }) => code)

test.each(['02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'])('version %s', version => {
  expect(readCamt(statement(entry(), version))).toMatchObject({
    complete: true,
    problems: [],
    statements: [{ entries: [{ amountCents: 1000n, bookedOn: day('2026-03-02') }] }],
  })
})

test('a currency of another shape is none at all: the account’s then counts, or the entry is left', () => {
  const odd = (text: string) => text.replace('<Ccy>EUR</Ccy>', '<Ccy>&gt;EUR</Ccy>')
  expect(readCamt(odd(statement(entry()))).statements).toMatchObject([
    { currency: null, entries: [{ currency: 'EUR' }] },
  ])
  expect(codes(odd(statement(entry().replace('Ccy="EUR"', 'Ccy="E"'))))).toContain('no-currency')
})

describe('amounts', () => {
  test.each([
    ['0', 0],
    ['1500', 150_000],
    ['12.5', 1250],
    ['12.', 1200],
    ['.05', 5],
    ['+1.00', 100],
    ['0.10000', 10],
    ['9999999999999999.99', 999_999_999_999_999_999n],
  ])('%s', (text, expected) => expect(readIsoAmount(text)).toBe(cents(expected)))

  test.each([
    ['1,00', 'comma'],
    ['1 000.00', 'unreadable'],
    ['-1.00', 'negative'],
    ['1.001', 'decimals'],
    ['', 'empty'],
    ['.', 'unreadable'],
    ['NaN', 'unreadable'],
    ['1e2', 'unreadable'],
    ['12345678901234567', 'unreadable'],
  ])('%s is refused: %s', (text, fault) => expect(readIsoAmount(text)).toBe(fault))
})

test.each([
  ['2026-03-02', '2026-03-02'],
  ['2026-03-02T23:59:59+01:00', '2026-03-02'],
  ['2026-03-02T00:30:00Z', '2026-03-02'],
  ['2026-03-02+01:00', '2026-03-02'],
  ['2024-02-29', '2024-02-29'],
])('the day of %s', (text, expected) => expect(readIsoDate(text)).toBe(day(expected)))

test.each(['2026-02-30', '2025-02-29', '02/03/2026', '2026-3-2', '', '20260302'])('no date in « %s »', text =>
  expect(readIsoDate(text)).toBeNull(),
)

describe('a stream', () => {
  const whole = [...camtItems([batches])]

  test('gives the same wherever the pieces are cut', () => {
    for (const length of [1, 7, 64, 1000]) expect([...camtItems(pieces(batches, length))]).toEqual(whole)
  })

  test('gives the same from pieces that come in time', async () => {
    const items: CamtItem[] = []
    for await (const item of streamCamt(inTime(pieces(batches, 500)))) items.push(item)
    expect(items).toEqual(whole)
  })

  test('opens a statement, gives its entries, closes it with its balances', () => {
    expect(whole.map(({ kind }) => kind)).toEqual([
      'opened',
      ...Array(4).fill('entry'),
      'problem',
      ...Array(8).fill('entry'),
      'closed',
    ])
    expect(whole.at(-1)).toMatchObject({ head: { openingCents: 100_000n, closingCents: 164_000n } })
  })

  test('hands an entry over before the file has ended', () => {
    const half = batches.slice(0, batches.indexOf('</Ntry>') + 7)
    const items = camtItems(thenFails(half))
    expect(items.next().value).toMatchObject({ kind: 'opened' })
    expect(items.next().value).toMatchObject({ kind: 'entry', entry: { endToEndId: 'E2E-1' } })
  })
})

describe('bounds', () => {
  test('depth', () => {
    const deep = '<A>'.repeat(100) + '</A>'.repeat(100)
    expect(readCamt(statement(entry(deep)))).toMatchObject({
      complete: false,
      problems: [{ code: 'too-deep' }],
    })
  })

  test('a field', () => {
    const field = (length: number) => entry(`<AddtlNtryInf>${'x'.repeat(length)}</AddtlNtryInf>`)
    expect(codes(statement(field(10_000)))).toEqual([])
    expect(codes(statement(field(10_001)))).toEqual(['too-much-text'])
  })

  test('the fields of one entry together', () => {
    const fields = `<AddtlNtryInf>${'x'.repeat(9000)}</AddtlNtryInf>`.repeat(30)
    expect(codes(statement(entry(fields)))).toEqual(['too-much-text'])
    expect(codes(statement(entry('<X/>'.repeat(30_000))))).toEqual(['too-much-text'])
  })

  test('a batch is as long as it likes, and its description is not', () => {
    const details = `<TxDtls><RmtInf><Ustrd>${'y'.repeat(140)}</Ustrd></RmtInf></TxDtls>`
    const texts = Array.from({ length: 2000 }, (_, rank) => details.replace('y', String(rank)))
    const reading = readCamt(statement(entry(`<NtryDtls>${texts.join('')}</NtryDtls>`)))
    expect(reading.problems).toMatchObject([{ code: 'batch-not-split' }])
    expect(reading.statements[0]?.entries[0]?.description).toHaveLength(10_001)
  })

  test('a batch may have more parts than a call takes arguments', () => {
    const details = '<TxDtls><Amt Ccy="EUR">0.01</Amt></TxDtls>'.repeat(150_000)
    const reading = readCamt(statement(entry(`<NtryDtls>${details}</NtryDtls>`, '1500.00')))
    expect(reading.statements[0]?.entries).toHaveLength(150_000)
  })

  test('what is not read may be long', () => {
    expect(codes(statement(`<AddtlStmtInf>${'z'.repeat(50_000)}</AddtlStmtInf>${entry()}`))).toEqual([])
  })
})

test('balances of another currency are not compared', () => {
  const balance = (code: string, currency: string) =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="${currency}">5.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>`
  expect(codes(statement(balance('OPBD', 'EUR') + balance('CLBD', 'USD') + entry()))).toEqual([
    'other-currency-balance',
  ])
  const inBoth = balance('OPBD', 'USD') + balance('OPBD', 'EUR') + balance('CLBD', 'EUR')
  expect(codes(statement(inBoth + entry('', '0.00')))).toEqual([])
})

test('lookalikes of a part elsewhere in an entry are not taken for it', () => {
  const stranger = `<SplmtryData><Acct><Id><IBAN>DE00</IBAN></Id></Acct><Bal/><Ntry/>${statement(entry())}</SplmtryData>`
  const reading = readCamt(statement(entry(stranger)))
  expect(reading).toMatchObject({ problems: [], statements: [{ account: 'FR7630006000011234567890189' }] })
  expect(reading.statements[0]?.entries).toHaveLength(1)
})

function* pieces(text: string, length: number): Generator<string> {
  for (let start = 0; start < text.length; start += length) yield text.slice(start, start + length)
}

async function* inTime(texts: Iterable<string>): AsyncGenerator<string> {
  for (const text of texts) yield text
}

function* thenFails(text: string): Generator<string> {
  yield text
  throw new Error('read further than needed')
}
