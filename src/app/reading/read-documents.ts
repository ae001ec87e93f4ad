import { dueDate, type PaymentTerms, parseTerms } from '../../domain/law/terms.ts'
import { readInvoices } from '../../formats/invoices/read.ts'
import { isEmail, readEmail } from '../../formats/mail/email.ts'
import type { Problem } from '../../formats/problem.ts'
import { isBodacc, readBodacc } from '../../formats/registers/bodacc.ts'
import type { StatementFile } from '../../formats/statements/read-statements.ts'
import { decodeText } from '../../formats/text-encoding.ts'
import { type Refused, refuse } from '../refused.ts'
import type { SourceFile } from '../source-file.ts'
import { type NeutralDocument, neutralDocument } from './neutral-document.ts'
import { type NeutralMessage, neutralMessage } from './neutral-message.ts'
import { type NeutralNotice, neutralNotice } from './neutral-notice.ts'
import { type NeutralStatement, neutralStatement } from './neutral-statement.ts'
import { readStatementFile } from './read-statement-file.ts'

export type ReadFile = {
  file: string
  format: string
  documents: NeutralDocument[]
  statements: NeutralStatement[]
  messages: NeutralMessage[]
  notices: NeutralNotice[]
  problems: Problem[]
}

/** The neutral form of any supported file, without a database. */
export async function readDocuments(
  files: readonly SourceFile[],
  termsText: string,
): Promise<{ files: ReadFile[] } | Refused> {
  const terms = parseTerms(termsText)
  if (!terms) return refuse('bad-terms', { terms: termsText })
  const answers: ReadFile[] = []
  for (const file of files) answers.push(...(await readDocument(file, terms)))
  return { files: answers }
}

/** Several answers for an archive of statements, one for any other file. */
async function readDocument({ name, bytes }: SourceFile, terms: PaymentTerms): Promise<ReadFile[]> {
  const none: Omit<ReadFile, 'file' | 'format' | 'problems'> = {
    documents: [],
    statements: [],
    messages: [],
    notices: [],
  }
  if (isEmail(bytes)) {
    const { email, problems } = await readEmail(bytes)
    return [{ file: name, format: 'eml', ...none, messages: email ? [neutralMessage(email)] : [], problems }]
  }
  if (holdsNotices(bytes)) {
    const { format, notices, problems } = readBodacc(bytes, name)
    return [{ file: name, format, ...none, notices: notices.map(neutralNotice), problems }]
  }
  const { format, documents, problems, complete } = await readInvoices(bytes, {
    fileName: name,
    dueOn: issuedOn => dueDate(terms, issuedOn),
  })
  const statements = complete ? [] : await readStatementFile({ name, bytes })
  if (!statements.some(isFromBank))
    return [{ file: name, format, ...none, documents: documents.map(neutralDocument), problems }]
  return statements.map(({ name: file, reading }) => ({
    file,
    format: reading.format,
    ...none,
    statements: reading.statements.map(neutralStatement),
    problems: reading.problems,
  }))
}

/** Read as a statement, or refused as one. */
function isFromBank({ reading }: StatementFile): boolean {
  return reading.complete || /^(camt|mt940|cfonb|ofx|qif)/.test(reading.format)
}

function holdsNotices(bytes: Uint8Array): boolean {
  const decoded = decodeText(bytes)
  return 'text' in decoded && isBodacc(decoded.text)
}
