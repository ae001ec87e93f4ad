import { dueDate, parseTerms } from '../domain/terms.ts'
import { isBodacc, readBodacc } from '../formats/bodacc.ts'
import type { Problem } from '../formats/format.ts'
import { readInvoices } from '../formats/read.ts'
import { decodeText } from '../formats/text-encoding.ts'
import type { Refused } from './app.ts'
import type { SourceFile } from './import-invoices.ts'
import { type NeutralDocument, neutralDocument } from './neutral-document.ts'
import { type NeutralNotice, neutralNotice } from './neutral-notice.ts'

export type ReadFile = {
  file: string
  format: string
  documents: NeutralDocument[]
  statements: []
  messages: []
  notices: NeutralNotice[]
  problems: Problem[]
}

/** The neutral form of any supported file, without a database. */
export async function readDocuments(
  files: readonly SourceFile[],
  termsText: string,
): Promise<{ files: ReadFile[] } | Refused> {
  const terms = parseTerms(termsText)
  if (!terms) return { refused: 'bad-terms', message: `délai de paiement illisible : ${termsText}` }
  const read = async (file: SourceFile): Promise<ReadFile> => {
    if (holdsNotices(file.bytes)) return readNotices(file)
    const reading = await readInvoices(file.bytes, {
      fileName: file.name,
      dueOn: issuedOn => dueDate(terms, issuedOn),
    })
    return {
      file: file.name,
      format: reading.format,
      documents: reading.documents.map(neutralDocument),
      statements: [],
      messages: [],
      notices: [],
      problems: reading.problems,
    }
  }
  const answers: ReadFile[] = []
  for (const file of files) answers.push(await read(file))
  return { files: answers }
}

function holdsNotices(bytes: Uint8Array): boolean {
  const decoded = decodeText(bytes)
  return 'text' in decoded && isBodacc(decoded.text)
}

function readNotices({ name, bytes }: SourceFile): ReadFile {
  const { format, notices, problems } = readBodacc(bytes, name)
  return {
    file: name,
    format,
    documents: [],
    statements: [],
    messages: [],
    notices: notices.map(neutralNotice),
    problems,
  }
}
