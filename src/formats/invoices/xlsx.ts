/** Workbooks of Excel → rows of text, read like those of a CSV file. */
import type { ByteSource } from '../byte-source.ts'
import { type Problem, warning } from '../problem.ts'
import { findHeader, HEADER_WITHIN, type HeaderSense, tableFrom } from '../tables/csv-table.ts'
import type { MappingChoice } from '../tables/field.ts'
import { mapTable } from '../tables/mapped-table.ts'
import { headerSense } from '../tables/mapping.ts'
import { sheetFeed } from '../tables/table-feed.ts'
import { LARGEST_WORKBOOK, type Sheet, tooLarge, xlsxSheets } from '../tables/workbook.ts'
import { type CsvOptions, openInvoiceTable } from './csv.ts'
import { readContactTable } from './csv-contacts.ts'
import { type OpenedFile, type Reading, refused, refusedFile } from './reading.ts'

export async function openWorkbook(source: ByteSource, options: CsvOptions): Promise<OpenedFile> {
  if (source.size > LARGEST_WORKBOOK) return refusedFile('xlsx', [tooLarge()])
  const choice = options.mapping ?? {}
  const chosen = await chosenSheet(source.read(0, source.size), choice)
  if ('code' in chosen) return refusedFile('xlsx', [chosen])
  const opened = openInvoiceTable(sheetFeed(chosen.sheet.rows), ';', 'xlsx', options)
  return { ...opened, problems: () => [...chosen.problems, ...opened.problems()] }
}

export async function readWorkbookContacts(bytes: Uint8Array, choice: MappingChoice): Promise<Reading> {
  if (bytes.length > LARGEST_WORKBOOK) return refused('xlsx', [tooLarge()])
  const chosen = await chosenSheet(bytes, choice)
  if ('code' in chosen) return refused('xlsx', [chosen])
  const records = chosen.sheet.rows.map((cells, index) => ({ line: index + 1, cells }))
  const table = tableFrom(records, headerSense(choice.columns))
  const reading = readContactTable('code' in table ? table : mapTable(table, choice), 'xlsx')
  return { ...reading, problems: [...chosen.problems, ...reading.problems] }
}

async function chosenSheet(
  bytes: Uint8Array,
  choice: MappingChoice,
): Promise<{ sheet: Sheet; problems: Problem[] } | Problem> {
  const sheets = await xlsxSheets(bytes, choice.decimal ?? '.')
  if ('code' in sheets) return sheets
  const sense = headerSense(choice.columns)
  const headed = sheets.find(({ rows }) => isHeaded(rows, sense))
  const sheet = headed ?? (sheets[0] as Sheet)
  const others = sheets.filter(other => other !== sheet)
  return { sheet, problems: others.length === 0 ? [] : [otherSheets(sheet, others)] }
}

function isHeaded(rows: string[][], sense: HeaderSense): boolean {
  const top = rows.slice(0, HEADER_WITHIN).map(cells => ({ cells }))
  return findHeader(top, sense) !== null
}

function otherSheets(sheet: Sheet, others: readonly Sheet[]): Problem {
  const names = others.slice(0, 5).map(({ name }) => name.slice(0, 40))
  return warning(null, 'other-sheets', {
    read: sheet.name.slice(0, 40),
    others: names,
    more: others.length > 5,
  })
}
