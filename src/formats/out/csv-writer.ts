/** Rows of cells → lines of CSV (RFC 4180) that a spreadsheet opens without running any of it. */
import { cents, formatAmount } from '../../domain/money.ts'
import { type Cell, type CellKind, printable, type SheetColumn } from '../sheet.ts'

export type CsvStyle = { separator: ';' | ',' | '\t'; decimalMark: ',' | '.'; isoDates: boolean }

/** Tells a spreadsheet that the text is UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff'

export function csvHeader(columns: readonly SheetColumn[], style: CsvStyle): string {
  return csvLine(
    columns.map(({ title }) => quoted(harmless(title), style)),
    style,
  )
}

/** One row, its line end included. */
export function csvRow(cells: readonly Cell[], columns: readonly SheetColumn[], style: CsvStyle): string {
  return csvLine(
    columns.map(({ kind }, index) => cellText(cells[index] ?? null, kind, style)),
    style,
  )
}

function csvLine(texts: readonly string[], { separator }: CsvStyle): string {
  return `${texts.join(separator)}\r\n`
}

function cellText(cell: Cell, kind: CellKind, style: CsvStyle): string {
  if (cell === null) return ''
  switch (kind) {
    case 'text':
      return quoted(harmless(printable(String(cell))), style)
    // Digits, a sign and a decimal mark of our own: `-12,50` is a number to any spreadsheet, never a formula.
    case 'amount':
      return quoted(formatAmount(cents(cell as bigint)).replace('.', style.decimalMark), style)
    case 'date':
      return dateText(String(cell), style)
    case 'count':
      return String(cell)
  }
}

function dateText(iso: string, { isoDates }: CsvStyle): string {
  return isoDates ? iso : iso.split('-').reverse().join('/')
}

/** What a spreadsheet would take for a formula gets an apostrophe before it, and is shown as the text that it is. */
function harmless(text: string): string {
  return /^(\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/u.test(text) ? `'${text}` : text
}

/** Between quotes as soon as any usual separator is in it, whichever this file uses. */
function quoted(text: string, { separator, decimalMark }: CsvStyle): string {
  if (decimalMark === ',' && separator !== ',' && /^-?\d+,\d\d$/.test(text)) return text
  return /[";,|\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
