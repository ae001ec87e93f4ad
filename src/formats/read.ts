/** Any file of invoices, told by its content, → its documents and its problems. */
import { readContactTable, readInvoiceTable } from './csv.ts'
import { readFacturX } from './factur-x.ts'
import { isFec, readFec } from './fec.ts'
import { type FileKind, fileKind } from './file-kind.ts'
import {
  type DefaultDueDate,
  error,
  type MappingChoice,
  type Problem,
  type Reading,
  refused,
} from './format.ts'
import { decodeText } from './text-encoding.ts'
import { readXmlInvoice } from './xml-invoice.ts'

export const INVOICE_FORMATS = ['csv', 'fec', 'factur-x', 'cii', 'ubl'] as const
export type InvoiceFormat = (typeof INVOICE_FORMATS)[number]

export type ReadOptions = {
  fileName: string
  format?: InvoiceFormat | undefined
  mapping?: MappingChoice | undefined
  dueOn: DefaultDueDate
}

/** A PDF is opened by a library that does it in steps, hence the promise. */
export async function readInvoices(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  const { format, fileName } = options
  const other = fileKind(bytes)
  const mayBeElectronic = format === undefined || isElectronic(format)
  if (mayBeElectronic && other?.format === 'pdf')
    return asForced(await readFacturX(bytes, options.dueOn), options)
  if (mayBeElectronic && other?.format === 'xml')
    return asForced(readXmlInvoice(bytes, options.dueOn), options)
  if (other?.format === 'pdf' || other?.format === 'xml')
    return refused(other.format, [wrongFormat(options, other.words)])
  if (other !== null) return notYet(other, fileName)
  if (format !== undefined && isElectronic(format)) return refused(format, [wrongFormat(options, 'texte')])
  return readText(bytes, options)
}

function readText(bytes: Uint8Array, options: ReadOptions): Reading {
  const decoded = decodeText(bytes)
  if ('code' in decoded) return refused(options.format ?? 'unknown', [decoded])
  const format = options.format ?? (isFec(decoded.text) ? 'fec' : 'csv')
  const reading =
    format === 'fec' ? readFec(decoded.text, options.dueOn) : readInvoiceTable(decoded.text, options)
  return { ...reading, problems: [...decoded.problems, ...reading.problems] }
}

function isElectronic(format: InvoiceFormat): boolean {
  return format !== 'csv' && format !== 'fec'
}

/** A file that is not of the format asked for is refused, however well it reads. */
function asForced(reading: Reading, options: ReadOptions): Reading {
  if (!reading.complete || options.format === undefined || options.format === reading.format) return reading
  return refused(reading.format, [wrongFormat(options, reading.format.toUpperCase())])
}

function wrongFormat({ format, fileName }: ReadOptions, words: string): Problem {
  return error(
    null,
    'wrong-format',
    `« ${fileName} » est un fichier ${words}, non ${format?.toUpperCase()} : retirez --format, le format est reconnu au contenu.`,
  )
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
