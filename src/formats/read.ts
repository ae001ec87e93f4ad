/** Any file of invoices or contacts, told by its content, → its documents and its problems. */
import { type ByteSource, inMemory } from './byte-source.ts'
import { openInvoiceTable } from './csv.ts'
import { readContactTable } from './csv-contacts.ts'
import { guessSeparator, HEADER_WITHIN } from './csv-table.ts'
import { isFec, openFec } from './fec.ts'
import {
  type DefaultDueDate,
  error,
  type MappingChoice,
  type OpenedFile,
  type Problem,
  type Reading,
  readWhole,
  refused,
  refusedFile,
} from './format.ts'
import { readMappedTable } from './mapped-table.ts'
import { textFeed } from './table-feed.ts'
import { decodeText } from './text-encoding.ts'
import { firstLine, openText, type TextSource, topLines } from './text-source.ts'
import { openWorkbook, readWorkbookContacts } from './xlsx.ts'

export type InvoiceFormat = 'csv' | 'fec' | 'xlsx'

export type ReadOptions = {
  fileName: string
  format?: InvoiceFormat | undefined
  mapping?: MappingChoice | undefined
  dueOn: DefaultDueDate
}

/** Beyond this nobody can say what memory it takes: said in docs/guide. */
export const LARGEST_FILE = 2 ** 30

/** Looks a file through; its documents come by batches, however large it is. */
export async function openInvoices(source: ByteSource, options: ReadOptions): Promise<OpenedFile> {
  if (source.size > LARGEST_FILE) return refusedFile(options.format ?? 'unknown', [fileTooLarge(source.size)])
  const other = otherKind(source.read(0, 1024))
  if (other?.format === 'xlsx') return openWorkbook(source, options)
  if (other !== null) return refusedFile(other.format, [notYet(other.words, options.fileName)])
  const text = openText(source)
  if ('code' in text) return refusedFile(options.format ?? 'unknown', [text])
  return withProblems(text.problems, openTextFile(text, options))
}

/** Every document at once: for what is small, or must be looked at whole. */
export async function readInvoices(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  return readWhole(await openInvoices(inMemory(bytes), options))
}

function openTextFile(text: TextSource, options: ReadOptions): OpenedFile {
  if (options.format === 'fec' || (options.format === undefined && isFec(firstLine(text))))
    return openFec(text, options.dueOn)
  const separator = guessSeparator(topLines(text, HEADER_WITHIN), options.mapping?.columns)
  return openInvoiceTable(textFeed(text, separator), separator, 'csv', options)
}

function withProblems(first: readonly Problem[], opened: OpenedFile): OpenedFile {
  return { ...opened, problems: () => [...first, ...opened.problems()] }
}

export async function readContacts(
  bytes: Uint8Array,
  options: { fileName: string; mapping?: MappingChoice | undefined },
): Promise<Reading> {
  if (bytes.length > LARGEST_CONTACTS) return refused('csv', [fileTooLarge(bytes.length)])
  const other = otherKind(bytes.subarray(0, 1024))
  if (other?.format === 'xlsx') return readWorkbookContacts(bytes, options.mapping ?? {})
  if (other !== null) return refused(other.format, [notYet(other.words, options.fileName)])
  const decoded = decodeText(bytes)
  if ('code' in decoded) return refused('csv', [decoded])
  const reading = readContactTable(readMappedTable(decoded.text, options.mapping ?? {}), 'csv')
  return { ...reading, problems: [...decoded.problems, ...reading.problems] }
}

/** Contacts are held whole. */
const LARGEST_CONTACTS = 2 ** 27

function fileTooLarge(size: number): Problem {
  return error(
    null,
    'file-too-large',
    `Le fichier fait ${Math.ceil(size / 2 ** 20)} Mo, plus qu'il n'en est lu en une fois (1 024 Mo de factures, 128 Mo de contacts) : coupez-le en plusieurs, par exemple par exercice.`,
  )
}

function notYet(words: string, fileName: string): Problem {
  return error(
    null,
    'unsupported-format',
    `« ${fileName} » est un fichier ${words}, format qui n'est pas encore pris en charge : exportez vos factures en CSV, en Excel (.xlsx) ou en FEC.`,
  )
}

/** What is no text, by its first bytes. */
function otherKind(bytes: Uint8Array): { format: string; words: string } | null {
  const start = Array.from(bytes, byte => String.fromCharCode(byte)).join('')
  if (start.includes('%PDF-')) return { format: 'pdf', words: 'PDF' }
  if (start.startsWith('PK\x03\x04')) {
    return /\[Content_Types\]|xl\/|_rels\/|docProps\//.test(start)
      ? { format: 'xlsx', words: 'Excel (.xlsx)' }
      : { format: 'zip', words: 'ZIP' }
  }
  if (start.startsWith('\xD0\xCF\x11\xE0')) return { format: 'xls', words: 'Excel ancien (.xls)' }
  const text = start.replace(/^\xEF\xBB\xBF|^\xFF\xFE|^\xFE\xFF|\0/g, '').trimStart()
  if (/^<(!doctype html|html|table)/i.test(text)) return { format: 'html', words: 'HTML' }
  return /^<[?!a-z]/i.test(text) ? { format: 'xml', words: 'XML' } : null
}
