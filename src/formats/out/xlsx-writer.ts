/** Rows of cells → a workbook of one sheet: numbers are numbers, dates are dates, and texts stay texts, never formulas. */
import type { SheetData } from 'write-excel-file/node'
import { cents, formatAmount } from '../../domain/money.ts'
import { type Cell, type CellKind, printable, type SheetColumn } from '../sheet.ts'

/** What Excel holds: rows of a sheet, characters of a cell. */
const MOST_ROWS = 1_048_576
const MOST_CHARACTERS = 32_767

export type XlsxProblem = { problem: 'too-many-rows' | 'cell-too-long' }

/** `sheet` is its name. The workbook is built in memory: a sheet of Excel is never longer than a million rows. */
export async function writeXlsx(
  sheet: string,
  columns: readonly SheetColumn[],
  rows: AsyncIterable<readonly Cell[]>,
): Promise<{ bytes: Uint8Array; rows: number } | XlsxProblem> {
  const data: SheetData = [
    columns.map(({ title }) => ({ value: title, type: String, fontWeight: 'bold' as const })),
  ]
  for await (const row of rows) {
    if (data.length >= MOST_ROWS) return { problem: 'too-many-rows' }
    if (row.some(cell => typeof cell === 'string' && cell.length > MOST_CHARACTERS))
      return { problem: 'cell-too-long' }
    data.push(columns.map(({ kind }, index) => xlsxCell(row[index] ?? null, kind)))
  }
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  const options = { sheet, columns: columns.map(({ kind }) => ({ width: WIDTHS[kind] })), stickyRowsCount: 1 }
  const bytes = new Uint8Array(await writeXlsxFile(data, options).toBuffer())
  return { bytes, rows: data.length - 1 }
}

const WIDTHS: Record<CellKind, number> = { text: 24, amount: 14, date: 12, count: 10 }

function xlsxCell(cell: Cell, kind: CellKind): SheetData[number][number] {
  if (cell === null || cell === '') return null
  switch (kind) {
    case 'text':
      return { value: printable(String(cell)), type: String, format: '@' }
    // A workbook holds numbers as decimal texts: the one read back is the one written.
    case 'amount':
      return { value: Number(formatAmount(cents(cell as bigint))), type: Number, format: '#,##0.00' }
    case 'date':
      return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' }
    case 'count':
      return { value: Number(cell), type: Number, format: '0' }
  }
}
