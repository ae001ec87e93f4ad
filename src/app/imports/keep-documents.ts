import type { ByteSource } from '../../formats/byte-source.ts'
import { fileKind } from '../../formats/file-kind.ts'
import { error, type Problem } from '../../formats/problem.ts'
import type { Tx } from '../../store/database.ts'
import { casesWithNumber, LARGEST_DOCUMENT, writeDocument } from '../../store/parties/documents.ts'
import { type Desk, inTransaction } from '../desk.ts'
import type { LargeFile } from '../source-file.ts'
import { sha256Of } from './read-files.ts'

/** Without a number, a file is of the invoice or credit note that its name says: `F-2026-041.pdf`. */
export type KeepDocuments = {
  files: readonly (LargeFile & { number?: string })[]
  debtor?: string | undefined
  dryRun: boolean
}

/** `case` is null, and there is a problem, when the file was not kept. */
export type KeptFile = {
  file: string
  number: string
  case: string | null
  outcome: 'kept' | 'unchanged' | 'refused'
  problems: Problem[]
}

/** Keeps PDFs as the documents of invoices and credit notes; one that belongs to none is a problem of its own. */
export async function keepDocuments(desk: Desk, input: KeepDocuments): Promise<{ files: KeptFile[] }> {
  return inTransaction(desk, input.dryRun, async tx => {
    const files: KeptFile[] = []
    for (const { name, source, number = numberIn(name) } of input.files) {
      const kept = await keepDocument(tx, { number, debtor: input.debtor ?? null, source })
      const told = { file: name, number }
      if ('code' in kept) files.push({ ...told, case: null, outcome: 'refused', problems: [kept] })
      else files.push({ ...told, case: kept.case, outcome: kept.isNew ? 'kept' : 'unchanged', problems: [] })
    }
    return { files }
  })
}

/** Keeps one, for the one case that knows its number. */
export async function keepDocument(
  tx: Tx,
  { number, debtor, source }: { number: string; debtor: string | null; source: ByteSource },
): Promise<{ case: string; isNew: boolean } | Problem> {
  if (fileKind(source)?.format !== 'pdf') return error(null, 'not-a-pdf')
  if (source.size > LARGEST_DOCUMENT) return tooLarge(source.size)
  const [found, second] = await casesWithNumber(tx, number, debtor)
  if (!found) return error(null, 'unknown-invoice', { number })
  if (second) return error(null, 'ambiguous-invoice', { number, cases: [found.id, second.id] })
  const content = source.read(0, source.size)
  const isNew = await writeDocument(tx, found.caseId, { number, content, sha256: sha256Of(source) })
  return { case: found.id, isNew }
}

function tooLarge(size: number): Problem {
  const [megabytes, most] = [Math.ceil(size / 2 ** 20), LARGEST_DOCUMENT / 2 ** 20]
  return error(null, 'document-too-large', { megabytes, most })
}

function numberIn(fileName: string): string {
  return fileName.replace(/^.*[/\\]/, '').replace(/\.pdf$/i, '')
}
