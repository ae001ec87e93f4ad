/** Real files, kept outside the repository: run where they are at hand. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { haveSamples, sampleJson, samplesFolder } from '../../../test/samples.ts'
import { neutralDocument } from '../../app/reading/neutral-document.ts'
import { addDays, day } from '../../domain/date.ts'
import { type Cents, formatAmount, sum } from '../../domain/money.ts'
import { readInvoices } from './read.ts'
import type { InvoiceRow, Reading } from './reading.ts'

type FecExpected = {
  customers_411: number
  lines_411: number
  customers_with_open_balance: number
  unlettered_411_balance: string
  top_open_balances: { aux: string; name: string; balance: string }[]
  most_negative_open: { aux: string; name: string; balance: string }[]
}

describe.runIf(haveSamples('fec'))('the FEC samples', () => {
  const expected = sampleJson<Record<string, FecExpected>>('fec/expected.json')
  test.each(Object.entries(expected))('%s', async (name, want) => {
    const reading = await readSample(`fec/${name}`)
    expect(reading).toMatchObject({ format: 'fec', complete: true })
    const balances = openBalances(reading.documents)
    const open = [...balances.values()].filter(({ cents }) => cents !== 0n)
    const ranked = open.map(({ code, name, cents }) => ({ aux: code, name, balance: cents }))
    ranked.sort((a, b) => (a.balance < b.balance ? 1 : -1))
    expect(balances.size).toBe(want.customers_411)
    expect(open.length).toBe(want.customers_with_open_balance)
    expect(formatAmount(sum(open.map(({ cents }) => cents)))).toBe(twoPlaces(want.unlettered_411_balance))
    expect(ranked.slice(0, want.top_open_balances.length)).toEqual(want.top_open_balances.map(inCents))
    expect(
      ranked
        .filter(({ balance }) => balance < 0n)
        .reverse()
        .slice(0, want.most_negative_open.length),
    ).toEqual(want.most_negative_open.map(inCents))
    expect(numbersTakenTwice(reading.documents)).toEqual([])
  })

  function inCents(row: { aux: string; name: string; balance: string }) {
    return { aux: row.aux, name: row.name, balance: BigInt(twoPlaces(row.balance).replace('.', '')) }
  }
})

describe.runIf(haveSamples('ledger-csv'))('the ledger samples', () => {
  test('socleo_sales.csv', async () => {
    const expected = JSON.parse(read('ledger-csv/expected.json').toString())['socleo_sales.csv']
    const { documents, complete, mapping } = await readSample('ledger-csv/socleo_sales.csv')
    expect(complete).toBe(true)
    expect(mapping?.columns.number).toBe('Pi?ce')
    expect(
      documents.map(document => ({
        customer: document.debtor.name,
        piece: document.number,
        date: document.issuedOn,
        ttc: formatAmount(document.amountCents),
      })),
    ).toEqual(
      expected.invoices.map((invoice: { customer: string; piece: string; date: string; ttc: string }) => ({
        customer: invoice.customer,
        piece: invoice.piece,
        date: day(invoice.date),
        ttc: invoice.ttc,
      })),
    )
  })

  test('sales.csv has no total: it is refused whole, and says why', async () => {
    const reading = await readSample('ledger-csv/sales.csv')
    expect(reading).toMatchObject({ complete: false, documents: [], problems: [{ code: 'missing-column' }] })
  })
})

describe.runIf(haveSamples('ar-history'))('the receivables history', () => {
  test('ibm_accounts_receivable.csv', async () => {
    const expected = JSON.parse(read('ar-history/expected.json').toString())['ibm_accounts_receivable.csv']
    const { documents, problems, mapping } = await readSample('ar-history/ibm_accounts_receivable.csv')
    expect(problems.map(problem => problem.code)).toEqual(['month-first-dates'])
    expect(mapping).toMatchObject({ dateOrder: 'mdy', decimal: '.', columns: { settledOn: 'SettledDate' } })
    expect(documents.length).toBe(expected.rows)
    expect(new Set(documents.map(({ debtor }) => debtor.code)).size).toBe(expected.customers)
    expect(formatAmount(sum(documents.map(({ amountCents }) => amountCents)))).toBe(expected.sum_amount)
    expect(documents.every(({ openCents }) => openCents === 0n)).toBe(true)
    expect(Math.min(...documents.map(({ issuedOn }) => issuedOn ?? 0))).toBe(day(expected.first_invoice))
    expect(
      documents.every(({ issuedOn, dues }) => dues[0]?.dueOn === addDays(issuedOn ?? day('1970-01-01'), 30)),
    ).toBe(true)
  })
})

type Party = { name: string; legal_id?: string; vat?: string }
type ElectronicExpected = {
  importable: boolean
  number: string
  issue_date: string
  due_date: string | null
  currency: string
  is_credit_note: boolean
  profile: string
  seller: Party
  buyer: Party
  total_ht: string
  total_tva: string | null
  total_ttc: string
  prepaid: string | null
  amount_due: string | null
  payment_reference?: string
  payee_ibans?: string[]
  payee_accounts?: string[]
  line_count: number
}

const ELECTRONIC = ['cii-xml', 'ubl-xml', 'facturx-pdf'].filter(haveSamples)

describe.runIf(ELECTRONIC.length > 0).each(ELECTRONIC)('the electronic invoices of %s', kind => {
  const expected = Object.entries(sampleJson<Record<string, ElectronicExpected>>(`${kind}/expected.json`))
  test.each(expected)('%s', async (name, want) => {
    const reading = await readSample(`${kind}/${name}`)
    if (!want.importable) {
      expect(reading).toMatchObject({ complete: false, documents: [], problems: [{ severity: 'error' }] })
      return
    }
    const [row, second] = reading.documents
    if (!row) throw new Error(JSON.stringify(reading.problems))
    const { dueItems, lines, ...document } = neutralDocument(row)
    expect(second).toBeUndefined()
    expect({ ...document, lines: lines?.length }).toEqual({
      kind: want.is_credit_note ? 'credit-note' : 'invoice',
      number: want.number,
      issueDate: want.issue_date,
      dueDate: want.due_date,
      currency: want.currency,
      seller: asNeutral(want.seller),
      buyer: { ...asNeutral(want.buyer), code: expect.stringMatching(/./) },
      totalExclTax: unsigned(want.total_ht),
      tax: unsigned(want.total_tva),
      totalInclTax: unsigned(want.total_ttc),
      prepaid: unsigned(want.prepaid),
      amountDue: unsigned(want.amount_due),
      paymentReference: want.payment_reference ?? null,
      iban: withoutSpaces((want.payee_ibans ?? want.payee_accounts)?.[0]),
      profile: want.profile,
      lines: want.line_count,
    })
    const dueInAll = dueItems.reduce((total, due) => total + BigInt(due.amount.replace('.', '')), 0n)
    expect(dueInAll).toBe(want.is_credit_note ? 0n : row.amountCents)
  })

  function asNeutral({ name, legal_id, vat }: Party) {
    return { name, legalId: legal_id ?? null, vat: withoutSpaces(vat) }
  }

  function withoutSpaces(text: string | undefined): string | null {
    return text?.replace(/\s/g, '') ?? null
  }

  function unsigned(text: string | null): string | null {
    return text === null ? null : twoPlaces(text.replace('-', ''))
  }
})

function read(path: string): Buffer {
  return readFileSync(join(samplesFolder, path))
}

function readSample(path: string): Promise<Reading> {
  return readInvoices(read(path), { fileName: path, dueOn: issuedOn => addDays(issuedOn, 30) })
}

function openBalances(documents: InvoiceRow[]) {
  const balances = new Map<string, { code: string; name: string; cents: Cents }>()
  for (const { debtor, kind, openCents } of documents) {
    const balance = balances.get(debtor.code) ?? { ...debtor, cents: 0n as Cents }
    const open = openCents ?? 0n
    balances.set(debtor.code, {
      ...balance,
      cents: (balance.cents + (kind === 'invoice' ? open : -open)) as Cents,
    })
  }
  return balances
}

function numbersTakenTwice(documents: InvoiceRow[]): string[] {
  const seen = new Set<string>()
  return documents
    .map(({ debtor, kind, number }) => `${debtor.code} ${kind} ${number}`)
    .filter(key => seen.has(key) || !seen.add(key))
}

function twoPlaces(text: string): string {
  const [units = '', decimals = ''] = text.split('.')
  return `${units}.${decimals.padEnd(2, '0')}`
}
