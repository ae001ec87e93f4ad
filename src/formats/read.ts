/** Any file of invoices, told by its content, → its documents and its problems. */
import { readContactTable, readInvoiceTable } from './csv.ts'
import { isFec, readFec } from './fec.ts'
import { type FileKind, fileKind } from './file-kind.ts'
import { type DefaultDueDate, error, type MappingChoice, type Reading, refused } from './format.ts'
import { decodeText } from './text-encoding.ts'

export type InvoiceFormat = 'csv' | 'fec'

export type ReadOptions = {
  fileName: string
  format?: InvoiceFormat | undefined
  mapping?: MappingChoice | undefined
  dueOn: DefaultDueDate
}

export function readInvoices(bytes: Uint8Array, options: ReadOptions): Reading {
  const other = fileKind(bytes)
  if (other !== null) return notYet(other, options.fileName)
  const decoded = decodeText(bytes)
  if ('code' in decoded) return refused(options.format ?? 'unknown', [decoded])
  const format = options.format ?? (isFec(decoded.text) ? 'fec' : 'csv')
  const reading =
    format === 'fec' ? readFec(decoded.text, options.dueOn) : readInvoiceTable(decoded.text, options)
  return { ...reading, problems: [...decoded.problems, ...reading.problems] }
}

export function readContacts(
  bytes: Uint8Array,
  options: { fileName: string; mapping?: MappingChoice | undefined },
): Reading {
  const other = fileKind(bytes)
  if (other !== null) return notYet(other, options.fileName)
  const decoded = decodeText(bytes)
  if ('code' in decoded) return refused('csv', [decoded])
  const reading = readContactTable(decoded.text, options.mapping)
  return { ...reading, problems: [...decoded.problems, ...reading.problems] }
}

function notYet({ format, words }: FileKind, fileName: string): Reading {
  return refused(format, [
    error(
      null,
      'unsupported-format',
      `« ${fileName} » est un fichier ${words}, format qui n'est pas encore pris en charge : exportez vos factures en CSV ou en FEC.`,
    ),
  ])
}
