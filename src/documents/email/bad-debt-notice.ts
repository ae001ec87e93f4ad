import { amountFigures } from '../../domain/amount-text.ts'
import type { Day } from '../../domain/date.ts'
import type { Language } from '../../domain/language.ts'
import type { BadDebtNoticeLaw } from '../../domain/law/bad-debt-notice.ts'
import { add, type Cents, sum } from '../../domain/money.ts'
import { markdownTokens, proseToHtml } from '../markdown.ts'
import { shortDate } from '../wording.ts'
import { escapeHtml } from './html.ts'

/** What the statement of a debtor's lost invoices needs. Amounts are in euros. */
export type BadDebtNotice = {
  creditor: string
  debtor: string
  on: Day
  lines: readonly BadDebtLine[]
}

/** An invoice, and what of its net price and VAT was never paid. */
export type BadDebtLine = { invoice: string; issuedOn: Day; netCents: Cents; taxCents: Cents }

export type NoticeMedium = 'text' | 'markdown' | 'html'

/** The sentence to overprint on the duplicate of one invoice. */
export function mentionOf({ netCents, taxCents }: BadDebtLine, law: BadDebtNoticeLaw): string {
  return law.mention(amountFigures(netCents, law.language), amountFigures(taxCents, law.language))
}

/**
 * One statement for all the debtor's lost invoices, in place of a duplicate of each: number, date, net price, VAT, and the
 * mention of the law.
 */
export function renderBadDebtNotice(
  notice: BadDebtNotice,
  law: BadDebtNoticeLaw,
  medium: NoticeMedium,
): string {
  switch (medium) {
    case 'text':
      return `${textLines(notice, law).join('\n')}\n`
    case 'markdown':
      return markdown(notice, law)
    case 'html':
      return html(notice, law)
  }
}

const COLON: Readonly<Record<Language, string>> = { fr: ' : ', en: ': ' }

function rowsOf({ lines }: BadDebtNotice, { language, total }: BadDebtNoticeLaw): string[][] {
  const amounts = (net: Cents, tax: Cents) =>
    [net, tax, add(net, tax)].map(a => `${amountFigures(a, language)} €`)
  const rows = lines.map(line => [
    line.invoice,
    shortDate(line.issuedOn, language),
    ...amounts(line.netCents, line.taxCents),
  ])
  const totals = amounts(sum(lines.map(line => line.netCents)), sum(lines.map(line => line.taxCents)))
  return [...rows, [total, '', ...totals]]
}

function introduction({ creditor, debtor, on }: BadDebtNotice, law: BadDebtNoticeLaw): readonly string[] {
  return law.introduction({ creditor, debtor, on: shortDate(on, law.language) })
}

function textLines(notice: BadDebtNotice, law: BadDebtNoticeLaw): string[] {
  const rows = [law.columns, ...rowsOf(notice, law)]
  const widths = law.columns.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)))
  const pad = (cell: string, column: number) =>
    column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)
  const mentions = notice.lines.map(line => `${line.invoice}${COLON[law.language]}${mentionOf(line, law)}`)
  return [
    law.title.toUpperCase(),
    '',
    ...introduction(notice, law),
    '',
    ...rows.map(row => row.map(pad).join('  ').trimEnd()),
    '',
    ...mentions.flatMap(mention => [mention, '']),
  ].slice(0, -1)
}

function markdown(notice: BadDebtNotice, law: BadDebtNoticeLaw): string {
  const row = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(' | ')} |`
  return [
    `# ${law.title}`,
    ...introduction(notice, law).map(escapeMarkdown),
    [row(law.columns), '|---|---|--:|--:|--:|', ...rowsOf(notice, law).map(row)].join('\n'),
    ...notice.lines.map(
      line => `**${escapeMarkdown(line.invoice)}**${COLON[law.language]}${mentionOf(line, law)}`,
    ),
  ]
    .join('\n\n')
    .concat('\n')
}

function html(notice: BadDebtNotice, law: BadDebtNoticeLaw): string {
  const cell = (tag: 'th' | 'td') => (text: string, column: number) =>
    `<${tag}${column < 2 ? '' : ' align="right"'}>${escapeHtml(text)}</${tag}>`
  const row = (cells: readonly string[], tag: 'th' | 'td') => `<tr>${cells.map(cell(tag)).join('')}</tr>`
  const paragraphs = introduction(notice, law).map(escapeMarkdown).join('\n\n')
  return `<!doctype html>
<html lang="${law.language}">
<head>
<meta charset="utf-8">
<title>${escapeHtml(law.title)}</title>
<style>body { font: 11pt/1.4 sans-serif; margin: 2cm; } table { border-collapse: collapse; } th, td { padding: 4px 10px; border-bottom: 1px solid #999; } .mention { border: 1px solid #000; padding: 8px; }</style>
</head>
<body>
<h1>${escapeHtml(law.title)}</h1>
${proseToHtml(markdownTokens(paragraphs)).trim()}
<table>
<thead>${row(law.columns, 'th')}</thead>
<tbody>
${rowsOf(notice, law)
  .map(cells => row(cells, 'td'))
  .join('\n')}
</tbody>
</table>
${notice.lines.map(line => `<p class="mention"><strong>${escapeHtml(line.invoice)}</strong>${COLON[law.language]}${escapeHtml(mentionOf(line, law))}</p>`).join('\n')}
</body>
</html>
`
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, character => `\\${character}`)
}
