/** Any file of invoices or contacts, told by its content, → its documents and its problems. */
import type { FileKindName } from '../../words/problems/file-kinds.ts'
import { type ByteSource, inMemory } from '../byte-source.ts'
import { type FileKind, fileKind } from '../file-kind.ts'
import { error, type Problem } from '../problem.ts'
import { guessSeparator, HEADER_WITHIN } from '../tables/csv-table.ts'
import type { MappingChoice } from '../tables/field.ts'
import { readMappedTable } from '../tables/mapped-table.ts'
import { headerSense } from '../tables/mapping.ts'
import { textFeed } from '../tables/table-feed.ts'
import { decodeText } from '../text-encoding.ts'
import { firstLine, openText, type TextSource, topLines } from '../text-source.ts'
import { openInvoiceTable } from './csv.ts'
import { readContactTable } from './csv-contacts.ts'
import { readFacturX } from './electronic/factur-x.ts'
import { readXmlInvoice } from './electronic/xml-invoice.ts'
import { isFec, openFec } from './fec/fec.ts'
import {
  type DefaultDueDate,
  type OpenedFile,
  openedFrom,
  type Reading,
  readWhole,
  refused,
  refusedFile,
} from './reading.ts'
import { openWorkbook, readWorkbookContacts } from './xlsx.ts'

export const INVOICE_FORMATS = ['csv', 'xlsx', 'fec', 'factur-x', 'cii', 'ubl'] as const
export type InvoiceFormat = (typeof INVOICE_FORMATS)[number]

export type ReadOptions = {
  fileName: string
  format?: InvoiceFormat | undefined
  mapping?: MappingChoice | undefined
  dueOn: DefaultDueDate
}

/** Beyond this nobody can say what memory it takes: said in docs/guide. */
export const LARGEST_FILE = 2 ** 30
/** Contacts and electronic invoices are held whole. */
const LARGEST_WHOLE = 2 ** 27

const TEXT: FileKind = { format: 'text' }
const ELECTRONIC: readonly string[] = ['factur-x', 'cii', 'ubl']
/** What each kind of file may be read as. */
const FORMATS_OF: Readonly<Record<string, readonly string[]>> = {
  text: ['csv', 'fec'],
  xlsx: ['xlsx'],
  pdf: ELECTRONIC,
  xml: ELECTRONIC,
}

/** Looks a file through; its documents come by batches, however large it is. */
export async function openInvoices(source: ByteSource, options: ReadOptions): Promise<OpenedFile> {
  const { format } = options
  if (source.size > LARGEST_FILE) return refusedFile(format ?? 'unknown', [fileTooLarge(source.size)])
  const kind = fileKind(source) ?? TEXT
  const formats = FORMATS_OF[kind.format]
  if (!formats) return refusedFile(kind.format, [notYet(kind, options.fileName)])
  if (format !== undefined && !formats.includes(format))
    return refusedFile(kind === TEXT ? format : kind.format, [
      wrongFormat(options.fileName, format, kind.format),
    ])
  if (formats === ELECTRONIC) return openElectronic(source, kind, options)
  if (kind.format === 'xlsx') return openWorkbook(source, options)
  const text = openText(source)
  if ('code' in text) return refusedFile(format ?? 'unknown', [text])
  return withProblems(text.problems, openTextFile(text, options))
}

/** Every document at once: for what is small, or must be looked at whole. */
export async function readInvoices(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  return readWhole(await openInvoices(inMemory(bytes), options))
}

/** True of a format whose file is one invoice, and lists nothing but itself. */
export function isElectronic(format: string): boolean {
  return ELECTRONIC.includes(format)
}

/** One that is not of the format asked for is refused, however well it reads. */
async function openElectronic(
  { size, read }: ByteSource,
  kind: FileKind,
  options: ReadOptions,
): Promise<OpenedFile> {
  if (size > LARGEST_WHOLE) return refusedFile(kind.format, [fileTooLarge(size)])
  const bytes = read(0, size)
  const { format, dueOn } = options
  const reading = kind.format === 'pdf' ? await readFacturX(bytes, dueOn) : readXmlInvoice(bytes, dueOn)
  if (reading.complete && format !== undefined && format !== reading.format)
    return refusedFile(reading.format, [
      wrongFormat(options.fileName, format, reading.format as FileKindName),
    ])
  return openedFrom(reading)
}

function openTextFile(text: TextSource, options: ReadOptions): OpenedFile {
  if (options.format === 'fec' || (options.format === undefined && isFec(firstLine(text))))
    return openFec(text, options.dueOn)
  const separator = guessSeparator(topLines(text, HEADER_WITHIN), headerSense(options.mapping?.columns))
  return openInvoiceTable(textFeed(text, separator), separator, 'csv', options)
}

function withProblems(first: readonly Problem[], opened: OpenedFile): OpenedFile {
  return { ...opened, problems: () => [...first, ...opened.problems()] }
}

export async function readContacts(
  bytes: Uint8Array,
  options: { fileName: string; mapping?: MappingChoice | undefined },
): Promise<Reading> {
  if (bytes.length > LARGEST_WHOLE) return refused('csv', [fileTooLarge(bytes.length)])
  const other = fileKind(inMemory(bytes))
  if (other?.format === 'xlsx') return readWorkbookContacts(bytes, options.mapping ?? {})
  if (other !== null) return refused(other.format, [notYet(other, options.fileName)])
  const decoded = decodeText(bytes)
  if ('code' in decoded) return refused('csv', [decoded])
  const reading = readContactTable(readMappedTable(decoded.text, options.mapping ?? {}), 'csv')
  return { ...reading, problems: [...decoded.problems, ...reading.problems] }
}

function wrongFormat(file: string, asked: InvoiceFormat, found: FileKindName): Problem {
  return error(null, 'wrong-format', { kind: 'asked', file, found, asked })
}

function fileTooLarge(size: number): Problem {
  return error(null, 'file-too-large', { kind: 'file', megabytes: Math.ceil(size / 2 ** 20) })
}

function notYet({ format }: FileKind, fileName: string): Problem {
  return error(null, 'unsupported-format', { kind: 'invoices', file: fileName, found: format })
}
