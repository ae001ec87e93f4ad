/** The files of an import, looked through before anything is written. */
import { createHash } from 'node:crypto'
import { type ByteSource, inMemory } from '../../formats/byte-source.ts'
import { openInvoices, type ReadOptions } from '../../formats/invoices/read.ts'
import { nothingReadable, type OpenedFile } from '../../formats/invoices/reading.ts'
import { type Refused, refuse } from '../refused.ts'
import { refusedFile } from '../refused-file.ts'
import type { LargeFile, SourceFile } from '../source-file.ts'

export type OpenedSource = { name: string; source: ByteSource; opened: OpenedFile; holdsInvoice: boolean }

const PIECE = 1 << 20

/** One after the other: an open PDF takes much more room than its bytes. Refused when one can't be taken. */
export async function openAll(
  files: readonly (SourceFile | LargeFile)[],
  options: Omit<ReadOptions, 'fileName'>,
): Promise<OpenedSource[] | Refused> {
  const all: OpenedSource[] = []
  for (const file of files) {
    const source = 'source' in file ? file.source : inMemory(file.bytes)
    const opened = await openInvoices(source, { ...options, fileName: file.name })
    if (!opened.complete) return refusedFile(file.name, opened.problems())
    const found = firstFound(opened)
    if (found === null) return refusedFile(file.name, [...opened.problems(), nothingReadable()])
    all.push({ name: file.name, source, opened, holdsInvoice: found === 'invoice' })
  }
  return all
}

/** Within a file too the invoices come first, so that a credit note finds the one it names. */
export function creditNotesLast(files: readonly OpenedSource[]): OpenedSource[] {
  return [...files.filter(file => file.holdsInvoice), ...files.filter(file => !file.holdsInvoice)]
}

export function sha256Of({ size, read }: ByteSource): string {
  const hash = createHash('sha256')
  for (let at = 0; at < size; at += PIECE) hash.update(read(at, Math.min(at + PIECE, size)))
  return hash.digest('hex')
}

export function notStock(name: string): Refused {
  return refuse('not-a-stock', { file: name })
}

/** Looks no further than the first batch with an invoice. Null when nothing can be taken. */
function firstFound({ batches }: OpenedFile): 'invoice' | 'other' | null {
  let found: 'other' | null = null
  for (const documents of batches()) {
    if (documents.some(({ kind }) => kind === 'invoice')) return 'invoice'
    found = 'other'
  }
  return found
}
