/** Invoices and credit notes from a delimited text, whatever its columns are called. */

import { type Problem, warning } from '../problem.ts'
import { type ProblemList, problemList } from '../problem-list.ts'
import type { RowPlace } from '../tables/debtor-places.ts'
import type { MappingChoice } from '../tables/field.ts'
import {
  type Columns,
  isTotalRow,
  type MappedRow,
  mappedRow,
  type Positions,
} from '../tables/mapped-table.ts'
import { lacking } from '../tables/needed-columns.ts'
import type { TableFeed } from '../tables/table-feed.ts'
import { scanTable } from '../tables/table-scan.ts'
import { mergeRows } from './csv-documents.ts'
import {
  customerItems,
  isLedger,
  type LedgerNotes,
  ledgerNotes,
  noCustomerAccount,
  readLedgerLine,
} from './csv-ledger.ts'
import { type RowReader, readRow } from './csv-row.ts'
import { debtorCode } from './debtor-fields.ts'
import { type LedgerLine, unbalancedClearing } from './ledger.ts'
import { type DefaultDueDate, type InvoiceRow, type OpenedFile, refusedFile } from './reading.ts'

export type CsvOptions = { mapping?: MappingChoice | undefined; dueOn: DefaultDueDate }

/** Reads the table once to know its columns; its documents are read again, batch by batch. */
export function openInvoiceTable(
  feed: TableFeed,
  separator: string,
  format: string,
  options: CsvOptions,
): OpenedFile {
  const notes: Notes = { blanks: 0, balances: false, ledger: null }
  const table = scanTable(feed, options.mapping ?? {}, separator, (columns, problems) => {
    if (isLedger(columns)) {
      notes.ledger = ledgerNotes(columns)
      return notes.ledger.note
    }
    return row => noteInvoice(row, columns, problems, notes)
  })
  if ('code' in table) return refusedFile(format, [table])
  const { columns, places, positions } = table
  const fatal = [...table.fatal, ...missingColumns(columns)]
  if (fatal.length > 0) return refusedFile(format, fatal, columns.mapping)
  if (notes.ledger?.isEmpty()) {
    return refusedFile(format, [...table.problems.byLine(), noCustomerAccount()], columns.mapping)
  }
  const scanned = [...table.problems.byLine(), ...columnProblems(columns, notes)]
  let problems = problemList(scanned)
  const unbalanced: string[] = []
  function* batches() {
    problems = problemList(scanned)
    unbalanced.length = 0
    for (const batch of places.batches(notes.ledger?.isCustomer)) {
      const told: Problem[] = []
      const reader = { table: columns, dueOn: options.dueOn, problems: told, balanceFilled: notes.balances }
      const documents = readBatch(batch, feed, positions, reader, notes.ledger, unbalanced)
      problems.push(...told)
      if (documents.length > 0) yield documents
    }
    if (unbalanced.length > 0) problems.push(unbalancedClearing(unbalanced, 'unbalanced-lettrage'))
  }
  const told = () => problems.byLine()
  return { format, mapping: columns.mapping, batches, problems: told, complete: true }
}

/** The rows of some debtors, read one by one as they come: none is kept. */
function readBatch(
  batch: readonly RowPlace[],
  feed: TableFeed,
  positions: Positions,
  reader: RowReader,
  ledger: LedgerNotes | null,
  unbalanced: string[],
): InvoiceRow[] {
  const documents: InvoiceRow[] = []
  const lines: LedgerLine[] = []
  feed.again(batch, (cells, index) => {
    const row = mappedRow({ line: batch[index]?.line ?? 0, cells }, positions)
    if (ledger !== null) {
      const line = readLedgerLine(row, reader, ledger.isSale)
      if (line) lines.push(line)
      return
    }
    const document = readRow(row, reader)
    if (document) documents.push(document)
  })
  return ledger === null ? mergeRows(documents, reader.problems) : customerItems(lines, reader, unbalanced)
}

type Notes = { blanks: number; balances: boolean; ledger: LedgerNotes | null }

function noteInvoice(row: MappedRow, columns: Columns, problems: ProblemList, notes: Notes): string | null {
  if (isTotalRow(row)) {
    problems.push(warning(row.line, 'total-line'))
    if (row.value('balance') !== '') notes.balances = true
    return null
  }
  if (columns.has('balance')) {
    if (row.value('balance') === '') notes.blanks += 1
    else notes.balances = true
  }
  return debtorCode(row)
}

/** What the columns lead to, once for the file. */
function columnProblems(columns: Columns, { blanks, balances, ledger }: Notes): Problem[] {
  const problems: Problem[] = []
  if (balances && blanks > 0 && columns.has('amount')) {
    problems.push(warning(null, 'blank-balances', { rows: blanks, column: columns.header('balance') }))
  }
  if (!columns.has('amount') && ledger === null) {
    problems.push(warning(null, 'amount-from-balance', { column: columns.header('balance') }))
  }
  return problems
}

function missingColumns(table: Columns): Problem[] {
  return lacking(table, [
    [['number'], 'number'],
    [['debtorCode', 'debtorName', 'account'], 'debtor'],
    [['issuedOn', 'dueOn'], 'dates'],
    [['amount', 'balance', 'debit'], 'amount'],
  ])
}
