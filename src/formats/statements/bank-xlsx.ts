import { xlsxTable } from '../tables/workbook.ts'
import { readBankRows } from './bank-csv.ts'
import { refusedStatements, type StatementReading } from './statement.ts'

/** Entries of a workbook, by the titles of its columns: the first sheet that has them. */
export async function readBankWorkbook(bytes: Uint8Array): Promise<StatementReading> {
  const rows = await xlsxTable(bytes, sheet => readBankRows(sheet).complete)
  return 'code' in rows ? refusedStatements('xlsx', [rows]) : readBankRows(rows)
}
