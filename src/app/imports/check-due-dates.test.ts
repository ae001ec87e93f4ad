import { describe, expect, test } from 'vitest'
import { inFrench } from '../../../test/french-problems.ts'
import { FRENCH_TERM_LAW } from '../../countries/fr/terms.ts'
import { day } from '../../domain/date.ts'
import type { DebtorKind } from '../../domain/debtor.ts'
import { cents } from '../../domain/money.ts'
import type { InvoiceRow } from '../../formats/invoices/reading.ts'
import { type Problem, warning } from '../../formats/problem.ts'
import { dueDateCheck } from './check-due-dates.ts'

describe('an invoice of 2026-03-10', () => {
  // The latest lawful date is 15 May: end of March, then 45 days.
  test.each([
    ['2026-05-15', 'business', []],
    ['2026-05-16', 'business', ['over-legal-maximum']],
    ['2026-03-10', 'business', []],
    ['2026-03-09', 'business', ['due-before-issue']],
    ['2026-09-30', 'consumer', []],
    ['2026-09-30', 'public-body', []],
    ['2026-03-09', 'consumer', ['due-before-issue']],
    ['2026-03-09', 'public-body', ['due-before-issue']],
  ] as const)('due on %s by a %s: %j', (dueOn, kind, codes) => {
    expect(problemsOf([invoice('F-1', dueOn)], kind).map(problem => problem.code)).toEqual(codes)
  })
})

test('a warning, with the line, the number, both dates and the article', () => {
  expect(inFrench(problemsOf([invoice('F-1', '2026-06-30')]))).toEqual([
    {
      line: 7,
      code: 'over-legal-maximum',
      severity: 'warning',
      message:
        "F-1 : l'échéance (2026-06-30) dépasse le plafond légal entre professionnels, 2026-05-15 pour une facture du 2026-03-10 (C. com. L441-10 I), sauf délai propre à un secteur.",
    },
  ])
})

test('nothing of an invoice that is settled, without a date, or of a credit note', () => {
  const late = invoice('F-1', '2026-12-31')
  const quiet: InvoiceRow[] = [
    { ...late, openCents: cents(0) },
    { ...late, issuedOn: null },
    { ...late, dues: [{ dueOn: null, amountCents: cents(100), assumed: false }] },
    { ...late, kind: 'credit-note' },
  ]
  expect(problemsOf(quiet)).toEqual([])
})

test('one instalment of two beyond the ceiling is told', () => {
  const late = invoice('F-1', '2026-05-15')
  const second = { dueOn: day('2026-06-15'), amountCents: cents(100), assumed: false }
  expect(problemsOf([{ ...late, dues: [...late.dues, second] }])).toHaveLength(1)
})

test('five are told one by one, more of them together, the first as the example; other problems stay', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, at) => invoice(`F-${at + 1}`, '2026-06-30'))
  const other = warning(3, 'bad-siren', { kind: 'row', text: '1', fault: 'wrong-length' })
  expect(problemsOf(many(5))).toHaveLength(5)
  const [kept, together, ...rest] = inFrench(problemsOf(many(6), 'business', [other]))
  expect(kept).toMatchObject({ line: 3, code: 'bad-siren' })
  expect(together).toMatchObject({ line: 7, code: 'over-legal-maximum' })
  expect(together?.message).toMatch(/^F-1 .* 6 factures sont dans ce cas\.$/)
  expect(rest).toEqual([])
})

test('what the reader of the file told already is not told again', () => {
  const told = warning(7, 'due-before-issue', { kind: 'file' })
  expect(problemsOf([invoice('F-1', '2026-03-01')], 'business', [told])).toEqual([told])
})

function problemsOf(documents: InvoiceRow[], kind: DebtorKind = 'business', read: Problem[] = []): Problem[] {
  const check = dueDateCheck(FRENCH_TERM_LAW)
  for (const document of documents) check.see([document], () => kind)
  return check.problems(read)
}

function invoice(number: string, dueOn: string): InvoiceRow {
  return {
    line: 7,
    kind: 'invoice',
    number,
    issuedOn: day('2026-03-10'),
    dues: [{ dueOn: day(dueOn), amountCents: cents(100), assumed: false }],
    amountCents: cents(100),
    openCents: null,
    currency: 'EUR',
    debtor: { code: 'DURAND', name: 'Durand', kind: null, siren: null, vat: null },
    contacts: [],
    creditNoteFor: null,
    taxCents: null,
  }
}
