import type { InvoiceFormat } from '../../formats/invoices/read.ts'
import type { MappingChoice } from '../../formats/tables/field.ts'
import type { LargeFile, SourceFile } from '../source-file.ts'

export type ImportInvoices = {
  files: readonly (SourceFile | LargeFile)[]
  format?: InvoiceFormat | undefined
  mapping?: MappingChoice | undefined
  /** Payment terms for documents whose source gives no due date, such as `30d`. */
  terms: string
  /** `stock`: the file lists everything open, so what it doesn't list is settled. */
  mode: 'delta' | 'stock'
  creditor?: string | undefined
  /** Scenario of new cases; by the kind of debtor when absent. */
  scenario?: string | undefined
  dryRun: boolean
}

export type ImportTotals = { created: number; updated: number; unchanged: number; cleared: number }
