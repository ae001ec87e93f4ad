import type { Language } from '../../domain/language.ts'
import type { CountryTexts } from '../../domain/law/texts.ts'
import { type BlockName, hasClaim, type Part } from '../blocks.ts'
import { LABELS } from '../labels.ts'
import { proseToText } from '../markdown.ts'
import type { MessageInput } from '../text/message-data.ts'
import {
  claimSums,
  type InvoiceRow,
  invoiceRows,
  invoiceSums,
  otherLines,
  paymentLines,
  type Sum,
} from '../text/tables.ts'

/** A message for a reader without HTML: same words, same figures, tables aligned by spaces. */
export function toPlainText(
  parts: readonly Part[],
  input: MessageInput,
  texts: CountryTexts,
  language: Language,
): string {
  const written = parts.flatMap(part => {
    if ('mark' in part) return []
    return 'block' in part ? drawBlock(part.block, parts, input, texts, language) : proseToText(part.prose)
  })
  return `${written.join('\n\n')}\n`
}

function drawBlock(
  block: BlockName,
  parts: readonly Part[],
  input: MessageInput,
  texts: CountryTexts,
  language: Language,
): string {
  switch (block) {
    case 'invoices':
      return drawInvoices(
        invoiceRows(input, language),
        invoiceSums(input, language, hasClaim(parts)),
        language,
      )
    case 'claim':
      return drawSums(claimSums(input, texts, language), 0)
    case 'others':
      return otherLines(input, language)
        .map(line => `- ${line}`)
        .join('\n')
    case 'payment': {
      const { howToPay, colon, payOnline } = LABELS[language]
      const { paymentLink } = input
      const lines = [
        ...paymentLines(input, language),
        ...(paymentLink ? [{ label: payOnline, value: paymentLink }] : []),
      ].map(({ label, value }) => `  ${label}${colon}${value}`)
      return [`${howToPay}${colon.trimEnd()}`, ...lines].join('\n')
    }
  }
}

/** Columns that say nothing (a delay when nothing is late) are left out. */
function drawInvoices(rows: readonly InvoiceRow[], sums: readonly Sum[], language: Language): string {
  const labels = LABELS[language]
  const isLate = rows.some(row => row.late !== null)
  const table = [
    [labels.invoice, labels.issued, labels.due, ...(isLate ? [labels.late] : []), labels.left],
    ...rows.map(row => [row.name, row.issued, row.due, ...(isLate ? [row.late ?? ''] : []), row.left]),
  ]
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map(cells => length(cells[column]))))
  const lines = table.map(cells =>
    cells
      .map((cell, column) =>
        column === cells.length - 1 ? padStart(cell, widths[column]) : padEnd(cell, widths[column]),
      )
      .join('  '),
  )
  const rule = '-'.repeat(length(lines[0]))
  const outOf = rows.flatMap(row =>
    row.outOf === null ? [] : [`${row.name}${labels.colon}${labels.balanceOutOf(row.outOf)}`],
  )
  return [lines[0], rule, ...lines.slice(1), rule, drawSums(sums, length(lines[0])), ...outOf].join('\n')
}

function drawSums(sums: readonly Sum[], minimumWidth: number): string {
  const labelWidth = Math.max(...sums.map(({ label }) => length(label)))
  const amountWidth = Math.max(...sums.map(({ amount }) => length(amount)))
  const width = Math.max(minimumWidth, labelWidth + 2 + amountWidth)
  return sums.map(({ label, amount }) => `${label}${padStart(amount, width - length(label))}`).join('\n')
}

function length(text: string | undefined): number {
  return [...(text ?? '')].length
}

function padEnd(text: string, width = 0): string {
  return text + ' '.repeat(Math.max(0, width - length(text)))
}

function padStart(text: string, width = 0): string {
  return ' '.repeat(Math.max(0, width - length(text))) + text
}
