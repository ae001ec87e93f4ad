import { irrecoverableMention } from '../../countries/fr/bad-debt.ts'
import { type Day, formatDay } from '../../domain/date.ts'
import { add, type Cents, formatAmount, sum } from '../../domain/money.ts'
import { markdownTokens, proseToHtml } from '../markdown.ts'
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
export function mentionOf({ netCents, taxCents }: BadDebtLine): string {
  return irrecoverableMention(french(netCents), french(taxCents))
}

/**
 * One statement for all the debtor's lost invoices, in place of a duplicate of each: number, date, net price, VAT, and the
 * mention (CGI art. 272, 1). French, whatever the reader's language: the mention is the law's.
 */
export function renderBadDebtNotice(notice: BadDebtNotice, medium: NoticeMedium): string {
  switch (medium) {
    case 'text':
      return `${textLines(notice).join('\n')}\n`
    case 'markdown':
      return markdown(notice)
    case 'html':
      return html(notice)
  }
}

const TITLE = 'État récapitulatif des factures demeurées impayées'
const COLUMNS = ['Facture', 'Date', 'Prix net (HT)', 'TVA', 'Total TTC']

function rowsOf({ lines }: BadDebtNotice): string[][] {
  const amounts = (net: Cents, tax: Cents) => [net, tax, add(net, tax)].map(a => `${french(a)} €`)
  const rows = lines.map(line => [
    line.invoice,
    frenchDate(line.issuedOn),
    ...amounts(line.netCents, line.taxCents),
  ])
  const totals = amounts(sum(lines.map(line => line.netCents)), sum(lines.map(line => line.taxCents)))
  return [...rows, ['Total', '', ...totals]]
}

function introduction({ creditor, debtor, on }: BadDebtNotice): string[] {
  return [
    `Créancier : ${creditor}`,
    `Débiteur : ${debtor}`,
    `Le ${frenchDate(on)}`,
    'Factures rectifiées en application du 1 de l’article 272 du CGI :',
  ]
}

function textLines(notice: BadDebtNotice): string[] {
  const rows = [COLUMNS, ...rowsOf(notice)]
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)))
  const pad = (cell: string, column: number) =>
    column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)
  const mentions = notice.lines.map(line => `${line.invoice} : ${mentionOf(line)}`)
  return [
    TITLE.toUpperCase(),
    '',
    ...introduction(notice),
    '',
    ...rows.map(row => row.map(pad).join('  ').trimEnd()),
    '',
    ...mentions.flatMap(mention => [mention, '']),
  ].slice(0, -1)
}

function markdown(notice: BadDebtNotice): string {
  const row = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(' | ')} |`
  return [
    `# ${TITLE}`,
    ...introduction(notice).map(escapeMarkdown),
    [row(COLUMNS), '|---|---|--:|--:|--:|', ...rowsOf(notice).map(row)].join('\n'),
    ...notice.lines.map(line => `**${escapeMarkdown(line.invoice)}** : ${mentionOf(line)}`),
  ]
    .join('\n\n')
    .concat('\n')
}

function html(notice: BadDebtNotice): string {
  const cell = (tag: 'th' | 'td') => (text: string, column: number) =>
    `<${tag}${column < 2 ? '' : ' align="right"'}>${escapeHtml(text)}</${tag}>`
  const row = (cells: readonly string[], tag: 'th' | 'td') => `<tr>${cells.map(cell(tag)).join('')}</tr>`
  const paragraphs = introduction(notice).map(escapeMarkdown).join('\n\n')
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<title>${escapeHtml(TITLE)}</title>
<style>body { font: 11pt/1.4 sans-serif; margin: 2cm; } table { border-collapse: collapse; } th, td { padding: 4px 10px; border-bottom: 1px solid #999; } .mention { border: 1px solid #000; padding: 8px; }</style>
</head>
<body>
<h1>${escapeHtml(TITLE)}</h1>
${proseToHtml(markdownTokens(paragraphs)).trim()}
<table>
<thead>${row(COLUMNS, 'th')}</thead>
<tbody>
${rowsOf(notice)
  .map(cells => row(cells, 'td'))
  .join('\n')}
</tbody>
</table>
${notice.lines.map(line => `<p class="mention"><strong>${escapeHtml(line.invoice)}</strong> : ${escapeHtml(mentionOf(line))}</p>`).join('\n')}
</body>
</html>
`
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, character => `\\${character}`)
}

/** `1 666,67`, with a no-break space. */
function french(amount: Cents): string {
  const [units = '', decimals = ''] = formatAmount(amount).split('.')
  return `${units.replace(/\B(?=(\d{3})+$)/g, '\u00a0')},${decimals}`
}

function frenchDate(day: Day): string {
  return formatDay(day).split('-').reverse().join('/')
}
