import { createHash, randomUUID } from 'node:crypto'
import { agencyFrom } from '../domain/agency.ts'
import { type BookDocument, clearAbsent, takeBooks } from '../domain/books.ts'
import type { Day } from '../domain/date.ts'
import { dueDate, parseTerms } from '../domain/terms.ts'
import type { InvoiceRow, Mapping, MappingChoice, Problem } from '../formats/format.ts'
import type { InvoiceFormat } from '../formats/read.ts'
import { loadCases, type StoredCase } from '../store/cases.ts'
import { type Creditor, findCreditors, insertCreditor } from '../store/creditors.ts'
import type { Tx } from '../store/database.ts'
import { insertImportFile } from '../store/import-files.ts'
import type { JournalLine } from '../store/journal.ts'
import { lockOrganisation, readOrganisation } from '../store/organisations.ts'
import { casesOfCreditor, ensureCases, writeContacts, writeDebtors } from '../store/parties.ts'
import { type CaseChange, saveCases } from '../store/save-cases.ts'
import { type App, inTransaction, organisationOf, type Refused } from './app.ts'
import { withDueDatesChecked } from './check-due-dates.ts'
import { creditNotesLast, notStock, readAll, refusedFile } from './read-files.ts'

export type SourceFile = { name: string; bytes: Uint8Array }

export type ImportInvoices = {
  files: readonly SourceFile[]
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
const CASES_AT_ONCE = 1000

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
  const readings = await readAll(input.files, {
    dueOn: issuedOn => dueDate(terms, issuedOn),
    ...(mapping && { mapping }),
    ...(format && { format }),
  })
  const unusable = readings.find(reading => !reading.complete)
  if (unusable) return refusedFile(unusable.file.name, unusable.problems)
  const single = readings.find(({ documents }) => documents.some(({ electronic }) => electronic))
  if (input.mode === 'stock' && single) return notStock(single.file.name)
  return inTransaction(app, input.dryRun, async tx => {
    await lockOrganisation(tx)
    const creditor = await chooseCreditor(tx, input.creditor)
    if ('refused' in creditor) return creditor
    const taken = new Map<SourceFile, ImportedFile>()
    for (const reading of creditNotesLast(readings)) {
      const { totals, problems } = await takeFile(
        app,
        tx,
        creditor,
        reading.documents,
        reading.problems,
        input,
      )
      const { file, format: found, mapping: used } = reading
      await insertImportFile(tx, {
        importId: randomUUID(),
        name: file.name,
        format: found,
        sha256: createHash('sha256').update(file.bytes).digest('hex'),
        importedAt: app.clock.now(),
        totals,
      })
      taken.set(file, { file: file.name, format: found, ...totals, mapping: used, problems })
    }
    const files = input.files.flatMap(file => taken.get(file) ?? [])
    return { files, totals: files.reduce(addTotals, noTotals()) }
  })
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

async function takeFile(
  app: App,
  tx: Tx,
  creditor: Creditor,
  documents: readonly InvoiceRow[],
  read: readonly Problem[],
  input: ImportInvoices,
): Promise<{ totals: ImportTotals; problems: Problem[] }> {
  const today = app.clock.today()
  const debtors = new Map(documents.map(({ debtor }) => [debtor.code, debtor]))
  const written = await writeDebtors(tx, creditor.creditorId, [...debtors.values()])
  const ids = new Map([...written].map(([code, { debtorId }]) => [code, debtorId]))
  const agency = agencyFrom((await readOrganisation(tx)).settings)
  const scenarios = new Map(
    [...written.values()].map(({ debtorId, kind }) => [
      debtorId,
      agency ? app.country.scenarioForOthers : app.country.scenarioFor(kind),
    ]),
  )
  const kindOf = (code: string) => written.get(code)?.kind ?? 'business'
  const problems = withDueDatesChecked(documents, read, kindOf, app.country.termLaw)
  await writeContacts(tx, contactsOf(documents, ids))
  const totals = noTotals()
  const listed = new Map<string, Set<string>>()
  for (const [currency, group] of groupBy(documents, document => document.currency)) {
    const byDebtor = groupBy(group, document => ids.get(document.debtor.code) ?? '')
    const wanted = [...byDebtor.keys()].map(debtorId => ({
      debtorId,
      scenarioId: input.scenario ?? scenarios.get(debtorId) ?? app.country.scenarioFor('business'),
    }))
    const cases = await ensureCases(tx, creditor.creditorId, wanted, currency)
    for (const batch of batches([...byDebtor], CASES_AT_ONCE)) {
      const byCase = new Map(batch.map(([debtorId, rows]) => [cases.get(debtorId) ?? '', rows.map(toBook)]))
      for (const [caseId, rows] of byCase)
        listed.set(caseId, new Set(rows.map(row => `${row.kind} ${row.number}`)))
      await change(app, tx, [...byCase.keys()], input.actor, today, stored => {
        const { dossier, taken } = takeBooks(stored.dossier, byCase.get(stored.caseId) ?? [], today)
        for (const outcome of taken) totals[outcome]++
        return dossier
      })
    }
  }
  if (input.mode === 'delta') return { totals, problems }
  const faulty = problems.some(problem => problem.severity === 'error')
  if (faulty) return { totals, problems: [...problems, STOCK_NOT_CLEARED] }
  const all = await casesOfCreditor(tx, creditor.creditorId)
  for (const batch of batches(all, CASES_AT_ONCE)) {
    await change(
      app,
      tx,
      batch.map(row => row.caseId),
      input.actor,
      today,
      stored => {
        const { dossier, cleared } = clearAbsent(
          stored.dossier,
          listed.get(stored.caseId) ?? new Set(),
          today,
        )
        totals.cleared += cleared
        return dossier
      },
    )
  }
  return { totals, problems }
}

const STOCK_NOT_CLEARED: Problem = {
  line: null,
  code: 'stock-not-cleared',
  severity: 'warning',
  message:
    'des lignes sont fautives : les factures absentes du fichier n’ont pas été soldées ; corrigez le fichier et importez-le à nouveau',
}

/** Loads cases, applies a change to each, writes those that changed with a line in their journal. */
async function change(
  app: App,
  tx: Tx,
  caseIds: readonly string[],
  actor: string,
  today: Day,
  apply: (stored: StoredCase) => StoredCase['dossier'],
): Promise<void> {
  const { settings } = await organisationOf(tx)
  const changes = (await loadCases(tx, caseIds, settings))
    .map(stored => ({ stored, after: apply(stored) }))
    .filter(({ stored, after }) => after !== stored.dossier)
    .map(change => ({
      ...change,
      told: [{ day: today, actor, kind: 'import' as const, entry: added(change) }],
    }))
  await saveCases(tx, changes, app.clock.now())
}

function added({ stored: { dossier }, after }: Pick<CaseChange, 'stored' | 'after'>): JournalLine['entry'] {
  return {
    items: after.items.length - dossier.items.length,
    payments: after.payments.length - dossier.payments.length,
    creditNotes: after.creditNotes.length - dossier.creditNotes.length,
  }
}

function contactsOf(documents: readonly InvoiceRow[], ids: ReadonlyMap<string, string>) {
  const seen = new Map<string, InvoiceRow['contacts'][number] & { debtorId: string }>()
  for (const { debtor, contacts } of documents) {
    const debtorId = ids.get(debtor.code)
    if (debtorId === undefined) continue
    for (const contact of contacts)
      seen.set(JSON.stringify([debtorId, contact.role, contact.name]), { debtorId, ...contact })
  }
  return [...seen.values()]
}

function toBook(row: InvoiceRow): BookDocument {
  const { kind, number, dues, amountCents, openCents, taxCents, creditNoteFor } = row
  const issuedOn = row.issuedOn ?? (dues.map(due => due.dueOn).find(dueOn => dueOn !== null) as Day)
  const openAtIssue = row.electronic !== undefined
  return { kind, number, issuedOn, dues, amountCents, openCents, openAtIssue, taxCents, creditNoteFor }
}

function groupBy<Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(row)
    else groups.set(key(row), [row])
  }
  return groups
}

function* batches<Row>(rows: readonly Row[], size: number): Generator<Row[]> {
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size)
}

function noTotals(): ImportTotals {
  return { created: 0, updated: 0, unchanged: 0, cleared: 0 }
}

function addTotals(a: ImportTotals, b: ImportTotals): ImportTotals {
  return {
    created: a.created + b.created,
    updated: a.updated + b.updated,
    unchanged: a.unchanged + b.unchanged,
    cleared: a.cleared + b.cleared,
  }
}
