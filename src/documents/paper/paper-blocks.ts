import { amountText } from '../../domain/amount-text.ts'
import type { Language } from '../../domain/language.ts'
import type { CountryTexts } from '../../domain/law/texts.ts'
import { type Cents, subtract, sum, ZERO } from '../../domain/money.ts'
import { LABELS } from '../labels.ts'
import type { LetterBlock, LetterTable } from '../letter.ts'
import { paymentLines } from '../text/tables.ts'
import { longDate, shortDate } from '../wording.ts'
import { carriedWords, cell, column, invoiceTable, paymentBlock, runningTotals } from './letter-blocks.ts'
import type { PictureFile } from './letter-heading.ts'
import type {
  PaperBlockName,
  PaperInput,
  PaperParties,
  PlanPaper,
  ReceiptPaper,
  StatementPaper,
} from './paper-data.ts'
import { PAPER_WORDS } from './paper-words.ts'

/** A block of a plan, a receipt or a statement. */
export function paperBlock(
  block: PaperBlockName,
  input: PaperInput,
  code: PictureFile | null,
  texts: CountryTexts,
  language: Language,
): LetterBlock {
  const items = input.kind === 'receipt' ? [] : input.items
  if (block === 'payment') return paymentBlock(paymentLines({ ...input, items }, language), code, language)
  if (block === 'invoices' && input.kind !== 'receipt') return openInvoices(input, language)
  if (block === 'signatures') return signatureBoxes(input, texts, language)
  if (block === 'instalments' && input.kind === 'plan-agreement') return instalmentTable(input, language)
  if (block === 'receipts' && input.kind === 'receipt') return paymentTable(input, language)
  if (block === 'settled' && input.kind === 'receipt') return settledTable(input, language)
  if (block === 'movements' && input.kind === 'statement') return movementTable(input, language)
  throw new Error(`a ${input.kind} has no block ${block}`)
}

/** What is open; in a statement, down to its balance. */
function openInvoices(input: Exclude<PaperInput, { kind: 'receipt' }>, language: Language): LetterTable {
  const { items, currency } = input
  const listed = sum(items.map(item => item.balanceCents))
  const asked = input.kind === 'statement' ? (input.lines.at(-1)?.balanceCents ?? listed) : listed
  const line = (label: string, cents: Cents, isTotal = false) => {
    return { label, amount: amountText(cents, currency, language), isTotal }
  }
  const labels = LABELS[language]
  const sums =
    asked === listed
      ? [line(PAPER_WORDS[language].owed, listed, true)]
      : [
          line(labels.listed, listed),
          line(labels.credit, subtract(asked, listed)),
          line(PAPER_WORDS[language].balance, asked, true),
        ]
  return invoiceTable(input, sums, language)
}

function instalmentTable(
  { instalments, currency }: PaperParties & PlanPaper,
  language: Language,
): LetterTable {
  const words = PAPER_WORDS[language]
  const down = runningTotals(instalments.map(({ amountCents }) => amountCents))
  return {
    kind: 'table',
    id: 'instalments',
    columns: [column(words.instalment), column(words.payBy, 'grows'), column(words.amount, 'right')],
    rows: instalments.map(({ dueOn, amountCents }, index) => ({
      cells: [
        cell(`${index + 1}/${instalments.length}`),
        cell(longDate(dueOn, language)),
        cell(amountText(amountCents, currency, language)),
      ],
      carried: amountText(down[index] ?? ZERO, currency, language),
    })),
    carried: carriedWords(language),
    sums: [
      { label: words.planned, amount: amountText(down.at(-1) ?? ZERO, currency, language), isTotal: true },
    ],
  }
}

function paymentTable({ payments, currency }: PaperParties & ReceiptPaper, language: Language): LetterTable {
  const words = PAPER_WORDS[language]
  const down = runningTotals(payments.map(({ amountCents }) => amountCents))
  return {
    kind: 'table',
    id: 'receipts',
    columns: [
      column(words.receivedOn),
      column(words.reference),
      column(words.setAgainst, 'grows'),
      column(words.amount, 'right'),
    ],
    rows: payments.map(({ on, reference, items, amountCents }, index) => ({
      cells: [
        cell(longDate(on, language)),
        cell(reference ?? ''),
        cell(items.length > 0 ? items.join(', ') : words.onAccount),
        cell(amountText(amountCents, currency, language)),
      ],
      carried: amountText(down[index] ?? ZERO, currency, language),
    })),
    carried: carriedWords(language),
    sums: [
      { label: words.received, amount: amountText(down.at(-1) ?? ZERO, currency, language), isTotal: true },
    ],
  }
}

/** What came off otherwise than by payment has a column where there is any. */
function settledTable({ settled, currency }: PaperParties & ReceiptPaper, language: Language): LetterTable {
  const words = PAPER_WORDS[language]
  const labels = LABELS[language]
  const otherwise = settled.map(({ amountCents, paidCents, leftCents }) =>
    subtract(subtract(amountCents, paidCents), leftCents),
  )
  const hasOther = otherwise.some(cents => cents !== 0n)
  const amount = (cents: Cents) => cell(amountText(cents, currency, language))
  return {
    kind: 'table',
    id: 'settled',
    columns: [
      column(labels.invoice, 'grows'),
      column(labels.issued),
      column(words.amount, 'right'),
      column(words.paid, 'right'),
      ...(hasOther ? [column(words.otherwise, 'right')] : []),
      column(words.leftDue, 'right'),
    ],
    rows: settled.map(({ name, issuedOn, amountCents, paidCents, leftCents }, index) => ({
      cells: [
        cell(name),
        cell(longDate(issuedOn, language)),
        amount(amountCents),
        amount(paidCents),
        ...(hasOther ? [amount(otherwise[index] ?? ZERO)] : []),
        amount(leftCents),
      ],
      carried: '',
    })),
    carried: null,
    sums: [],
  }
}

/** Debit and credit apart, and the balance that each line leaves: carried to the next page as it stands. */
function movementTable(
  { lines, currency, today }: PaperParties & StatementPaper,
  language: Language,
): LetterTable {
  const words = PAPER_WORDS[language]
  const amount = (cents: Cents) => amountText(cents, currency, language)
  return {
    kind: 'table',
    id: 'movements',
    columns: [
      column(words.on),
      column(words.operation, 'grows'),
      column(words.debit, 'right'),
      column(words.credit, 'right'),
      column(words.balance, 'right'),
    ],
    rows: lines.map(({ kind, on, reference, dueOn, amountCents, balanceCents }) => ({
      cells: [
        cell(shortDate(on, language)),
        cell(
          `${words.lines[kind]} ${reference}`.trim(),
          dueOn === null ? null : words.due(shortDate(dueOn, language)),
        ),
        cell(amountCents > 0n ? amount(amountCents) : ''),
        cell(amountCents < 0n ? amount(subtract(ZERO, amountCents)) : ''),
        cell(amount(balanceCents)),
      ],
      carried: amount(balanceCents),
    })),
    carried: carriedWords(language),
    sums: [
      {
        label: words.closing(longDate(today, language)),
        amount: amount(lines.at(-1)?.balanceCents ?? ZERO),
        isTotal: true,
      },
    ],
  }
}

function signatureBoxes(
  { creditor, agency, debtor }: PaperParties,
  { legalWords }: CountryTexts,
  language: Language,
): LetterBlock {
  const words = PAPER_WORDS[language]
  const signatory = agency ? agency.signatory : creditor.signatory
  return {
    kind: 'boxes',
    boxes: [
      { title: words.debtor, lines: [debtor.name, legalWords[language].byHand(debtor.kind)] },
      {
        title: agency ? words.agency : words.creditor,
        lines: [[signatory, (agency ?? creditor).name].filter(Boolean).join(', '), words.toSign],
      },
    ],
  }
}
