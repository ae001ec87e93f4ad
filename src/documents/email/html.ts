import type { Language } from '../../domain/language.ts'
import type { CountryTexts } from '../../domain/law/texts.ts'
import { type BlockName, hasClaim, type Part } from '../blocks.ts'
import { LABELS } from '../labels.ts'
import { proseToHtml } from '../markdown.ts'
import { type MessageInput, PAYMENT_CODE } from '../text/message-data.ts'
import { claimSums, invoiceRows, invoiceSums, otherLines, paymentLines, type Sum } from '../text/tables.ts'

/** The body of a message as HTML, without its frame. */
export function toHtml(
  parts: readonly Part[],
  input: MessageInput,
  texts: CountryTexts,
  language: Language,
): string {
  return parts
    .flatMap(part => {
      if ('mark' in part) return []
      return 'block' in part
        ? drawBlock(part.block, parts, input, texts, language)
        : proseToHtml(part.prose).trim()
    })
    .join('\n')
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)
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
      return drawInvoices(input, invoiceSums(input, language, hasClaim(parts)), language)
    case 'claim':
      return `<table class="sums" role="presentation" width="100%" cellpadding="6" cellspacing="0">\n${drawSums(claimSums(input, texts, language), 1)}\n</table>`
    case 'others':
      return `<ul>\n${otherLines(input, language)
        .map(line => `<li>${escapeHtml(line)}</li>`)
        .join('\n')}\n</ul>`
    case 'payment':
      return drawPayment(input, language)
  }
}

function drawPayment(input: MessageInput, language: Language): string {
  const { howToPay, colon, payOnline, scan, codeAlt } = LABELS[language]
  const lines = paymentLines(input, language).map(
    ({ label, value }) => `${escapeHtml(label + colon)}<strong>${escapeHtml(value)}</strong>`,
  )
  const { paymentLink } = input
  const others = [
    ...(paymentLink
      ? [`<p><a class="button" href="${escapeHtml(paymentLink)}">${escapeHtml(payOnline)}</a></p>`]
      : []),
    ...(input.hasPaymentCode
      ? [
          `<p class="code"><img src="cid:${PAYMENT_CODE}" width="164" height="164" alt="${escapeHtml(codeAlt)}">\n<small>${escapeHtml(scan)}</small></p>`,
        ]
      : []),
  ]
  const words = `<p class="payment">${escapeHtml(howToPay + colon.trimEnd())}<br>\n${lines.join('<br>\n')}</p>`
  return [words, ...others].join('\n')
}

/** Three columns hold the five facts, so that a phone shows them without scrolling. */
function drawInvoices(input: MessageInput, sums: readonly Sum[], language: Language): string {
  const labels = LABELS[language]
  const head = [labels.invoice, labels.due, labels.left]
    .map((label, column) => `<th align="${column === 2 ? 'right' : 'left'}">${escapeHtml(label)}</th>`)
    .join('')
  const rows = invoiceRows(input, language).map(row => {
    const cells = [
      cell(row.name, labels.issuedOn(row.issued)),
      cell(row.due, row.late && labels.lateBy(row.late)),
      cell(row.left, row.outOf && labels.outOf(row.outOf), ' align="right"'),
    ]
    return `<tr>${cells.join('')}</tr>`
  })
  return [
    '<table class="items" width="100%" cellpadding="6" cellspacing="0">',
    `<thead><tr>${head}</tr></thead>`,
    `<tbody>\n${rows.join('\n')}\n</tbody>`,
    `<tfoot>\n${drawSums(sums, 2)}\n</tfoot>`,
    '</table>',
  ].join('\n')
}

function cell(text: string, note: string | null, attributes = ''): string {
  return `<td${attributes}>${escapeHtml(text)}${note ? `<br><small>${escapeHtml(note)}</small>` : ''}</td>`
}

function drawSums(sums: readonly Sum[], labelColumns: number): string {
  const span = labelColumns > 1 ? ` colspan="${labelColumns}"` : ''
  return sums
    .map(
      ({ label, amount, isTotal }) =>
        `<tr${isTotal ? ' class="total"' : ''}><td${span}>${escapeHtml(label)}</td><td align="right">${escapeHtml(amount)}</td></tr>`,
    )
    .join('\n')
}
