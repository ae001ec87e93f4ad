import { createHash, randomUUID } from 'node:crypto'
import type { Day } from '../domain/date.ts'
import { dueDate, parseTerms } from '../domain/terms.ts'
import { type ByteSource, inMemory } from '../formats/byte-source.ts'
import {
  type Mapping,
  type MappingChoice,
  nothingReadable,
  type OpenedFile,
  type Problem,
} from '../formats/format.ts'
import { type InvoiceFormat, openInvoices } from '../formats/read.ts'
import type { Tx } from '../store/database.ts'
import { insertImportFile } from '../store/import-files.ts'
import { lockOrganisation } from '../store/organisations.ts'
import { type Creditor, findCreditors, insertCreditor } from '../store/parties.ts'
import { type App, inTransaction, type Refused } from './app.ts'
import { addTotals, noTotals, takeFile } from './take-file.ts'

export type SourceFile = { name: string; bytes: Uint8Array }
/** A file read where it stands, as often as needed. */
export type LargeFile = { name: string; source: ByteSource }

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
  actor: string
}

export type ImportTotals = { created: number; updated: number; unchanged: number; cleared: number }
export type ImportedFile = ImportTotals & {
  file: string
  format: string
  mapping: Mapping | null
  problems: readonly Problem[]
}
export type ImportedInvoices = { files: ImportedFile[]; totals: ImportTotals }

const DEFAULT_CREDITOR = { code: 'MOI', name: 'Mon entreprise', email: null, phone: null, iban: null }
const PIECE = 1 << 20

/** Takes invoices, credit notes and balances from files: all of them, or nothing when one can't be taken whole. */
export async function importInvoices(app: App, input: ImportInvoices): Promise<ImportedInvoices | Refused> {
  const terms = parseTerms(input.terms)
  if (!terms) {
    return {
      refused: 'bad-terms',
      message: `délai de paiement illisible : ${input.terms} ; exemples : 30d, 60d, 45d-eom, eom`,
    }
  }
  if (input.scenario !== undefined && !app.country.scenarios.has(input.scenario)) {
    const known = [...app.country.scenarios.keys()].join(', ')
    return {
      refused: 'unknown-scenario',
      message: `scénario inconnu : ${input.scenario} ; connus : ${known}`,
    }
  }
  const { mapping, format } = input
  const dueOn = (issuedOn: Day) => dueDate(terms, issuedOn)
  const readings: Reading[] = []
  for (const file of input.files) {
    const source = sourceOf(file)
    const opened = await openInvoices(source, { fileName: file.name, dueOn, mapping, format })
    const problems = whyUnusable(opened)
    if (problems) return refusedFile(file.name, problems)
    readings.push({ name: file.name, source, opened })
  }
  return inTransaction(app, input.dryRun, async tx => {
    await lockOrganisation(tx)
    const creditor = await chooseCreditor(tx, input.creditor)
    if ('refused' in creditor) return creditor
    const files: ImportedFile[] = []
    for (const { name, source, opened } of readings) {
      const { totals, problems } = await takeFile(app, tx, creditor, opened, input)
      const { format: found, mapping: used } = opened
      await insertImportFile(tx, {
        importId: randomUUID(),
        name,
        format: found,
        sha256: sha256Of(source),
        importedAt: app.clock.now(),
        totals,
      })
      files.push({ file: name, format: found, ...totals, mapping: used, problems })
    }
    return { files, totals: files.reduce(addTotals, noTotals()) }
  })
}

type Reading = { name: string; source: ByteSource; opened: OpenedFile }

function sourceOf(file: SourceFile | LargeFile): ByteSource {
  return 'source' in file ? file.source : inMemory(file.bytes)
}

/** Null when at least one document can be taken. */
function whyUnusable(opened: OpenedFile): readonly Problem[] | null {
  if (!opened.complete) return opened.problems()
  for (const _documents of opened.batches()) return null
  return [...opened.problems(), nothingReadable()]
}

function sha256Of({ size, read }: ByteSource): string {
  const hash = createHash('sha256')
  for (let at = 0; at < size; at += PIECE) hash.update(read(at, Math.min(at + PIECE, size)))
  return hash.digest('hex')
}

function refusedFile(name: string, problems: readonly Problem[]): Refused {
  const fatal = problems.find(problem => problem.severity === 'error') ?? problems[0]
  const where = fatal?.line ? `, ligne ${fatal.line}` : ''
  return {
    refused: fatal?.code ?? 'unreadable-file',
    message: `${name}${where} : ${fatal?.message ?? 'illisible'}`,
  }
}

/** The creditor named, the only one there is, or the first one, made now. */
export async function chooseCreditor(tx: Tx, code: string | undefined): Promise<Creditor | Refused> {
  const creditors = await findCreditors(tx)
  if (code !== undefined) {
    const known = creditors.find(creditor => creditor.code === code)
    return known ?? insertCreditor(tx, { ...DEFAULT_CREDITOR, code, name: code })
  }
  const [only, second] = creditors
  if (second) {
    const codes = creditors.map(creditor => creditor.code).join(', ')
    return { refused: 'creditor-needed', message: `plusieurs créanciers : précisez --creditor (${codes})` }
  }
  return only ?? insertCreditor(tx, DEFAULT_CREDITOR)
}
