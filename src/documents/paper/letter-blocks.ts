import { amountText } from '../../domain/amount-text.ts'
import type { Language } from '../../domain/language.ts'
import type { CountryTexts } from '../../domain/law/texts.ts'
import { add, type Cents, ZERO } from '../../domain/money.ts'
import { type BlockName, hasClaim, type Part } from '../blocks.ts'
import { LABELS } from '../labels.ts'
import type { LetterBlock, LetterCell, LetterSum, LetterTable } from '../letter.ts'
import type { MessageInput } from '../text/message-data.ts'
import { claimSums, invoiceRows, invoiceSums, otherLines, paymentLines } from '../text/tables.ts'

import { type PictureFile, pictureOf } from './letter-heading.ts'
import { plain } from './letter-markdown.ts'
import { LETTER_WORDS } from './letter-words.ts'

/** A block of a message, on paper. `code` is what a payer scans, where the sum can be paid by a SEPA transfer. */
export function messageBlock(
  block: BlockName,
  parts: readonly Part[],
  input: MessageInput,
  code: PictureFile | null,
  texts: CountryTexts,
  language: Language,
): LetterBlock {
  switch (block) {
    case 'invoices':
      return invoiceTable(input, invoiceSums(input, language, hasClaim(parts)), language)
    case 'claim':
      return { kind: 'sums', sums: claimSums(input, texts, language) }
    case 'others': {
      const items = otherLines(input, language).map(line => [paragraph(line)])
      return { kind: 'list', start: null, items }
    }
    case 'payment':
      return paymentBlock(paymentLines(input, language), code, language)
  }
}

export function paymentBlock(
  lines: readonly { label: string; value: string }[],
  code: PictureFile | null,
  language: Language,
): LetterBlock {
  const { howToPay } = LABELS[language]
  const { code: alt, scan } = LETTER_WORDS[language]
  const picture = pictureOf(code, alt)
  return { kind: 'payment', title: howToPay, lines, code: picture && { ...picture, caption: scan } }
}

export function paragraph(text: string): LetterBlock {
  return { kind: 'paragraph', inline: plain(text) }
}

export function cell(text: string, note: string | null = null): LetterCell {
  return { text, note }
}

/** Columns that say nothing (a delay when nothing is late) are left out. */
export function invoiceTable(
  input: Pick<MessageInput, 'items' | 'currency'>,
  sums: readonly LetterSum[],
  language: Language,
): LetterTable {
  const labels = LABELS[language]
  const rows = invoiceRows(input, language)
  const isLate = rows.some(row => row.late !== null)
  const down = runningTotals(input.items.map(item => item.balanceCents))
  return {
    kind: 'table',
    id: 'invoices',
    columns: [
      column(labels.invoice, 'grows'),
      column(labels.issued),
      column(labels.due),
      ...(isLate ? [column(labels.late, 'right')] : []),
      column(labels.left, 'right'),
    ],
    rows: rows.map((row, index) => ({
      cells: [
        cell(row.name),
        cell(row.issued),
        cell(row.due),
        ...(isLate ? [cell(row.late ?? '')] : []),
        cell(row.left, row.outOf === null ? null : labels.outOf(row.outOf)),
      ],
      carried: amountText(down[index] ?? ZERO, input.currency, language),
    })),
    carried: carriedWords(language),
    sums,
  }
}

/** `right`: figures; in `width` millimetres where columns of several tables must stand under one another. */
export function column(
  label: string,
  kind: 'left' | 'right' | 'grows' = 'left',
  width: number | 'auto' = 'auto',
): LetterTable['columns'][number] {
  return { label, right: kind === 'right', width: kind === 'grows' ? 'grows' : width }
}

export function runningTotals(amounts: readonly Cents[]): Cents[] {
  let total: Cents = ZERO
  return amounts.map(amount => {
    total = add(total, amount)
    return total
  })
}

export function carriedWords(language: Language): LetterTable['carried'] {
  const { carriedFrom: from, carriedTo: to } = LETTER_WORDS[language]
  return { from, to }
}
