/** Real bank files, kept outside the repository: run where they are at hand. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inFrench } from '../../../test/french-problems.ts'
import { haveSamples, samplesFolder } from '../../../test/samples.ts'
import { type Day, formatDay } from '../../domain/date.ts'
import { type Cents, formatAmount, sum } from '../../domain/money.ts'
import { decodeText } from '../text-encoding.ts'
import { readBankTable } from './bank-csv.ts'
import { isCfonb120, isCfonb240, readCfonb120 } from './cfonb-120.ts'
import { isMt940, readMt940 } from './mt940.ts'
import { isOfx, readOfx } from './ofx.ts'
import { isQif, readQif } from './qif.ts'
import type { Statement } from './statement.ts'

type Balances = {
  currency: string
  opening_balance: string
  closing_balance: string | null
  opening_date: string
  closing_date?: string
  entries: number
  sum_credits: string
  sum_debits: string
  balances_consistent?: boolean
}

describe.runIf(haveSamples('mt940'))('MT940', () => {
  test.each(expectations<{ statements: (Balances & { account: string })[] }>('mt940'))('%s', (name, want) => {
    const text = textOf(`mt940/${name}`)
    const reading = readMt940(text)
    expect(isMt940(text)).toBe(true)
    expect(reading.complete).toBe(true)
    expect(reading.statements.map(({ account }) => account)).toEqual(
      want.statements.map(({ account }) => account),
    )
    expect(reading.statements.map(balances)).toEqual(want.statements.map(wanted))
    const inconsistent = want.statements.filter(({ balances_consistent }) => balances_consistent === false)
    expect(reading.problems.filter(({ code }) => code === 'balances-differ').length).toBe(inconsistent.length)
  })
})

type Operation = { date: string; value_date: string; label: string; amount: string; reference: string | null }

describe.runIf(haveSamples('cfonb120'))('CFONB 120', () => {
  type Want = Balances & { iban_computed_from_RIB: string; operations: Operation[] }
  type File = { statements: Want[]; notes: string[] }
  test.each(expectations<File>('cfonb120'))('%s', (name, { statements, notes }) => {
    const text = textOf(`cfonb120/${name}`)
    const reading = readCfonb120(text)
    expect(isCfonb120(text)).toBe(true)
    expect(reading.complete).toBe(statements.length > 0)
    expect(reading.statements.map(({ account }) => account)).toEqual(
      statements.map(({ iban_computed_from_RIB }) => iban_computed_from_RIB),
    )
    const dated = statements.map(want => ({ ...want, opening_date: dateOrNull(want.opening_date) }))
    expect(reading.statements.map(balances)).toEqual(dated.map(wanted))
    expect(reading.statements.map(({ entries }) => entries.map(operation))).toEqual(
      statements.map(({ operations }) =>
        operations.map(({ date, value_date, amount, reference }) => ({
          date,
          value_date,
          amount,
          reference,
        })),
      ),
    )
    for (const [index, { entries }] of reading.statements.entries()) {
      const labels = statements[index]?.operations.map(({ label }) => label) ?? []
      expect(
        entries.every(({ description }, at) =>
          description.startsWith((labels[at] ?? '').replace(/\s+/g, ' ')),
        ),
      ).toBe(true)
    }
    const strays = reading.problems.filter(({ code }) => code === 'stray-record').map(({ line }) => line)
    expect(strays).toEqual(notes.map(note => Number(/\d+/.exec(note)?.[0])))
  })

  test('a date that does not exist and a 07 of another bank are said', () => {
    const { problems } = readCfonb120(textOf('cfonb120/pennylane-invalid_date.txt'))
    expect(problems.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '1 unreadable-balance',
      '6 other-account',
      '9 stray-record',
      'null balances-differ',
    ])
  })
})

describe.runIf(haveSamples('cfonb240'))('CFONB 240', () => {
  test('is refused by its name', () => {
    const text = textOf('cfonb240/silarhi-cfonb240.txt')
    expect([isCfonb240(text), isCfonb120(text)]).toEqual([true, false])
    expect(readCfonb120(text)).toMatchObject({ format: 'cfonb240', complete: false, statements: [] })
    expect(inFrench(readCfonb120(text).problems)[0]?.message).toContain('CFONB 240')
  })
})

describe.runIf(haveSamples('ofx'))('OFX', () => {
  type Want = {
    account_id: string
    currency: string
    start: string | null
    end: string | null
    entries: number
    sum_credits: string
    sum_debits: string
    ledger_balance: string
    first_fitid: string | null
    first_name: string | null
  }
  test.each(expectations<{ statements: Want[] }>('ofx'))('%s', (name, { statements }) => {
    const text = textOf(`ofx/${name}`)
    const reading = readOfx(text)
    expect([isOfx(text), reading.complete]).toEqual([statements.length > 0, statements.length > 0])
    if (statements.length === 0) expect(reading.problems[0]?.severity).toBe('error')
    expect(reading.statements).toHaveLength(statements.length)
    for (const [index, { start, end, ...want }] of statements.entries()) {
      const statement = reading.statements[index] as Statement
      expect(want).toMatchObject(summary(statement))
      expect(date(statement.from)).toBe(isoOf(start))
      if (end !== null) expect(date(statement.to)).toBe(isoOf(end))
    }
  })

  function isoOf(text: string | null): string | null {
    return text === null ? null : `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`
  }

  function summary(statement: Statement) {
    const [first] = statement.entries
    return {
      account_id: statement.account,
      currency: statement.currency,
      entries: statement.entries.length,
      ...sides(statement),
      ledger_balance: statement.closingCents === null ? null : formatAmount(statement.closingCents),
      first_fitid: first?.bankReference ?? null,
      first_name: first?.counterparty.name ?? null,
    }
  }
})

describe.runIf(haveSamples('qif'))('QIF', () => {
  type Want = {
    entries: number
    sum: string
    transactions: { date: string; amount: string; payee: string }[]
  }
  test.each(expectations<Want>('qif'))('%s', (name, want) => {
    const text = textOf(`qif/${name}`)
    const { statements, problems, complete } = readQif(text)
    const entries = statements.flatMap(statement => statement.entries)
    expect([isQif(text), complete, entries.length]).toEqual([true, true, want.entries])
    expect(formatAmount(sum(entries.map(({ amountCents }) => amountCents)))).toBe(want.sum)
    expect(
      entries.map(({ bookedOn, amountCents, counterparty }) => ({
        date: formatDay(bookedOn),
        amount: formatAmount(amountCents),
        payee: counterparty.name,
      })),
    ).toEqual(want.transactions)
    expect(problems.map(({ code }) => code)).toEqual(['month-first-dates'])
  })
})

describe.runIf(haveSamples('bank-csv'))('CSV', () => {
  const want = () => JSON.parse(readFileSync(join(samplesFolder, 'bank-csv/expected.json'), 'utf8'))
  const amounts = (name: string) =>
    readBankTable(textOf(`bank-csv/${name}`)).statements.flatMap(({ entries }) => entries)

  test('oca-balance.csv', () => {
    const [statement] = readBankTable(textOf('bank-csv/oca-balance.csv')).statements
    const { amounts, dates, last_balance } = want()['oca-balance.csv']
    expect(statement?.entries.map(({ amountCents }) => formatAmount(amountCents))).toEqual(amounts)
    expect(statement?.entries.map(({ bookedOn }) => formatDay(bookedOn))).toEqual(dates)
    expect(formatAmount(statement?.closingCents ?? (0n as Cents))).toBe(last_balance)
  })

  test('oca-debit_credit.csv: the side is kept where the sign says the contrary, and it is said', () => {
    const reading = readBankTable(textOf('bank-csv/oca-debit_credit.csv'))
    const entries = reading.statements.flatMap(statement => statement.entries)
    expect(entries.map(({ amountCents }) => formatAmount(amountCents))).toEqual(['-33.50', '1533.50'])
    expect(reading.problems).toMatchObject([
      { code: 'month-first-dates' },
      { code: 'sign-and-side-differ', line: 3 },
    ])
  })

  test('oca-sample_statement_en.csv: two currencies', () => {
    expect(
      amounts('oca-sample_statement_en.csv').map(
        entry => `${formatAmount(entry.amountCents)} ${entry.currency}`,
      ),
    ).toEqual(want()['oca-sample_statement_en.csv'].amounts)
  })
})

function textOf(path: string): string {
  const decoded = decodeText(readFileSync(join(samplesFolder, path)))
  if ('code' in decoded) throw new Error(decoded.code)
  return decoded.text
}

function expectations<Want>(kind: string): [string, Want][] {
  if (!haveSamples(kind)) return []
  return Object.entries(JSON.parse(readFileSync(join(samplesFolder, kind, 'expected.json'), 'utf8')))
}

function balances(statement: Statement) {
  return {
    currency: statement.currency,
    opening: amount(statement.openingCents),
    closing: amount(statement.closingCents),
    from: date(statement.from),
    to: date(statement.to),
    entries: statement.entries.length,
    ...sides(statement),
  }
}

function wanted(want: Omit<Balances, 'opening_date'> & { opening_date: string | null }) {
  return {
    currency: want.currency,
    opening: want.opening_balance,
    closing: want.closing_balance,
    from: want.opening_date,
    to: want.closing_date ?? null,
    entries: want.entries,
    sum_credits: want.sum_credits,
    sum_debits: want.sum_debits,
  }
}

function sides({ entries }: Statement) {
  const amounts = entries.map(({ amountCents }) => amountCents)
  const debits = sum(amounts.filter(cents => cents < 0n))
  return {
    sum_credits: formatAmount(sum(amounts.filter(cents => cents > 0n))),
    sum_debits: formatAmount(-debits as Cents),
  }
}

function operation(entry: Statement['entries'][number]) {
  return {
    date: date(entry.bookedOn),
    value_date: date(entry.valueOn),
    amount: formatAmount(entry.amountCents),
    reference: entry.reference,
  }
}

function dateOrNull(text: string): string | null {
  return /^\d{4}-\d\d-\d\d$/.test(text) ? text : null
}

function amount(cents: Cents | null): string | null {
  return cents === null ? null : formatAmount(cents)
}

function date(on: Day | null): string | null {
  return on === null ? null : formatDay(on)
}
