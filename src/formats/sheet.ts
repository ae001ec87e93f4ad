/** A list as rows of cells, before it becomes a CSV or an XLSX. */

/** `amount` is in cents, `date` is ISO 8601, `count` a whole number. */
export type CellKind = 'text' | 'amount' | 'date' | 'count'

export type Cell = string | number | bigint | null

export type SheetColumn = { title: string; kind: CellKind }

/** No character that a file of text or XML can't hold; tabs and line breaks stay. */
export function printable(text: string): string {
  return text.replace(/[^\P{C}\t\n\r\u200c\u200d]/gu, ' ')
}
