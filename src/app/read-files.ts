/** The files of an import, read before anything is written. */
import type { Problem, Reading } from '../formats/format.ts'
import { type ReadOptions, readInvoices } from '../formats/read.ts'
import type { Refused } from './app.ts'
import type { SourceFile } from './import-invoices.ts'

/** One after the other: an open PDF takes much more room than its bytes. */
export async function readAll(files: readonly SourceFile[], options: Omit<ReadOptions, 'fileName'>) {
  const readings: (Reading & { file: SourceFile })[] = []
  for (const file of files)
    readings.push({ file, ...(await readInvoices(file.bytes, { ...options, fileName: file.name })) })
  return readings
}

/** Within a file too the invoices come first, so that a credit note finds the one it names. */
export function creditNotesLast<Read extends Reading>(readings: readonly Read[]): Read[] {
  const holdsInvoice = (reading: Read) => reading.documents.some(({ kind }) => kind === 'invoice')
  return [...readings.filter(holdsInvoice), ...readings.filter(reading => !holdsInvoice(reading))]
}

export function notStock(name: string): Refused {
  return {
    refused: 'not-a-stock',
    message: `${name} : une facture électronique ne liste pas tout ce qui est dû, --mode stock solderait le reste ; importez-la sans --mode stock`,
  }
}

export function refusedFile(name: string, problems: readonly Problem[]): Refused {
  const fatal = problems.find(problem => problem.severity === 'error') ?? problems[0]
  const where = fatal?.line ? `, ligne ${fatal.line}` : ''
  return {
    refused: fatal?.code ?? 'unreadable-file',
    message: `${name}${where} : ${fatal?.message ?? 'illisible'}`,
  }
}
