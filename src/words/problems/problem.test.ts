import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readInvoices } from '../../formats/invoices/read.ts'
import { error, warning } from '../../formats/problem.ts'
import { readTracking } from '../../formats/registers/tracking.ts'
import { readBankTable } from '../../formats/statements/bank-csv.ts'
import { LANGUAGES } from '../language.ts'
import { type Problem, problemSentence, SENTENCES } from './problem.ts'
import { HEADER_EXAMPLES } from './table.ts'

test('every code is in one file alone, so that none hides another', async () => {
  const files = readdirSync(import.meta.dirname).filter(
    name => name.endsWith('.ts') && !/^problem\.|\.test\./.test(name),
  )
  const modules: Record<string, unknown>[] = await Promise.all(files.map(name => import(`./${name}`)))
  const tables = modules
    .flatMap(found => Object.entries(found))
    .filter(([name]) => name.endsWith('_PROBLEMS'))
  const codes = tables.flatMap(([, table]) => Object.keys((table as typeof SENTENCES).fr))
  expect(codes.sort()).toEqual(Object.keys(SENTENCES.fr).sort())
})

test('a sentence is told in both languages, with what it is about', () => {
  const problem = error(12, 'bad-date', { kind: 'column', text: '30/02/2026', column: 'Date', order: 'dmy' })
  expect(LANGUAGES.map(language => problemSentence(problem, language))).toEqual([
    "« 30/02/2026 » n'est pas une date qui existe (colonne « Date », attendu jj/mm/aaaa).",
    '"30/02/2026" is not a date that exists (column "Date", expected dd/mm/yyyy).',
  ])
})

test('what a sentence needs is held by the compiler', () => {
  // @ts-expect-error: no such code
  error(1, 'bad-weather')
  // @ts-expect-error: what fills it in is missing
  error(1, 'bad-email')
  // @ts-expect-error: of another kind
  error(1, 'bad-date', { kind: 'column', text: '30/02/2026', element: 'IssueDate' })
  // @ts-expect-error: nothing fills it in
  error(1, 'total-line', { text: 'Total' })
})

test('what stands around a sentence', () => {
  const attached: Problem = { ...warning(null, 'totals-disagree'), attachment: 'factur-x.xml' }
  expect(problemSentence(attached, 'en')).toMatch(/^factur-x\.xml in the PDF: The total before tax/)
  const many: Problem = { ...error(null, 'total-line'), params: { rows: 5000, detailed: 1000 } }
  expect(problemSentence(many, 'en')).toBe(
    '5000 rows have this fault (total-line): only 1000 are told one by one.',
  )
})

/** A person who writes the header shown as an example is understood. */
test.each(LANGUAGES)('the headers given as examples are read: %s', async language => {
  const bytes = (table: keyof typeof HEADER_EXAMPLES, row: string) =>
    new TextEncoder().encode(`${HEADER_EXAMPLES[table][language]}\n${row}\n`)
  const invoices = await readInvoices(bytes('invoices', 'C1;Durand;F-1;02/03/2026;01/04/2026;1200,00'), {
    fileName: 'f',
    dueOn: issuedOn => issuedOn,
  })
  expect(invoices).toMatchObject({ complete: true, documents: [{ number: 'F-1', debtor: { code: 'C1' } }] })
  expect(Object.keys(invoices.mapping?.columns ?? {})).toHaveLength(6)
  const bank = new TextDecoder().decode(bytes('bank', '02/03/2026;VIREMENT DURAND;;1200,00'))
  expect(readBankTable(bank)).toMatchObject({ statements: [{ entries: [{ amountCents: 120_000n }] }] })
  expect(readTracking(bytes('tracking', '12-3;1A0123456789;02/03/2026;'))).toMatchObject({
    rows: [{ action: '12-3', trackingNumber: '1A0123456789', status: 'posted' }],
  })
})
