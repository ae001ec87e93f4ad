import type { Day } from '../../domain/date.ts'
import { type BookDocument, clearAbsent, takeBooks } from '../../domain/facts/books.ts'
import { agencyFrom } from '../../domain/organisation/agency.ts'
import type { InvoiceRow, OpenedFile } from '../../formats/invoices/reading.ts'
import { type Problem, warning } from '../../formats/problem.ts'
import type { CaseChange } from '../../store/case/save-cases.ts'
import type { Tx } from '../../store/database.ts'
import { writeContacts } from '../../store/parties/contacts.ts'
import type { Creditor } from '../../store/parties/creditors.ts'
import { readOrganisation } from '../../store/parties/organisations.ts'
import { casesOfCreditor, debtorIds, ensureCases, writeDebtors } from '../../store/parties/parties.ts'
import { changeCases, type Line } from '../change-cases.ts'
import type { Desk } from '../desk.ts'
import { dueDateCheck } from './check-due-dates.ts'
import type { ImportInvoices, ImportTotals } from './import-request.ts'

const CASES_AT_ONCE = 1000

type Taking = {
  desk: Desk
  tx: Tx
  creditor: Creditor
  input: ImportInvoices
  totals: ImportTotals
}

/** Takes the documents of a file, debtor by debtor; in `stock` mode settles what it doesn't list. */
export async function takeFile(
  desk: Desk,
  tx: Tx,
  creditor: Creditor,
  opened: OpenedFile,
  input: ImportInvoices,
): Promise<{ totals: ImportTotals; problems: Problem[] }> {
  const totals = noTotals()
  const taking = { desk, tx, creditor, input, totals }
  const check = dueDateCheck(desk.country.termLaw)
  for (const documents of opened.batches()) {
    const kindOf = await takeBatch(taking, documents)
    check.see(documents, kindOf)
  }
  const problems = check.problems(opened.problems())
  if (input.mode === 'delta') return { totals, problems }
  if (problems.some(problem => problem.severity === 'error'))
    return { totals, problems: [...problems, warning(null, 'stock-not-cleared')] }
  await clearUnlisted(taking, opened)
  return { totals, problems }
}

/** All the documents of some debtors. Answers of what kind each debtor is. */
async function takeBatch(taking: Taking, documents: readonly InvoiceRow[]) {
  const { desk, tx, creditor, input, totals } = taking
  const debtors = new Map(documents.map(({ debtor }) => [debtor.code, debtor]))
  const written = await writeDebtors(tx, creditor.creditorId, [...debtors.values()])
  const ids = new Map([...written].map(([code, { debtorId }]) => [code, debtorId]))
  const agency = agencyFrom((await readOrganisation(tx)).settings)
  const scenarios = new Map(
    [...written.values()].map(({ debtorId, kind }) => [
      debtorId,
      agency ? desk.country.scenarioForOthers : desk.country.scenarioFor(kind),
    ]),
  )
  await writeContacts(tx, contactsOf(documents, ids))
  const scenarioOf = (debtorId: string) =>
    input.scenario ?? scenarios.get(debtorId) ?? desk.country.scenarioFor('business')
  const byCase = await documentsByCase(tx, creditor, documents, ids, scenarioOf)
  await changeCases(
    desk,
    tx,
    [...byCase.keys()],
    stored => {
      const books = (byCase.get(stored.caseId) ?? []).map(toBook)
      const { caseFile, taken } = takeBooks(stored.caseFile, books, desk.today)
      for (const outcome of taken) totals[outcome]++
      return caseFile
    },
    lineOf,
  )
  return (code: string) => written.get(code)?.kind ?? 'business'
}

/** The documents of each case, made where there is none: one for a debtor and a currency. */
async function documentsByCase(
  tx: Tx,
  creditor: Creditor,
  documents: readonly InvoiceRow[],
  ids: ReadonlyMap<string, string>,
  scenarioOf: (debtorId: string) => string,
): Promise<Map<string, InvoiceRow[]>> {
  const byCase = new Map<string, InvoiceRow[]>()
  for (const [currency, group] of groupBy(documents, document => document.currency)) {
    const byDebtor = groupBy(group, document => ids.get(document.debtor.code) ?? '')
    const wanted = [...byDebtor.keys()].map(debtorId => ({ debtorId, scenarioId: scenarioOf(debtorId) }))
    const cases = await ensureCases(tx, creditor.creditorId, wanted, currency)
    for (const [debtorId, rows] of byDebtor) byCase.set(cases.get(debtorId) ?? '', rows)
  }
  return byCase
}

/** The file is read once more: what it lists of each case, then the cases that it doesn't name at all. */
async function clearUnlisted(taking: Taking, opened: OpenedFile): Promise<void> {
  const { desk, tx, creditor, totals } = taking
  const clear = (caseIds: readonly string[], listed: ReadonlyMap<string, ReadonlySet<string>>) =>
    changeCases(
      desk,
      tx,
      caseIds,
      stored => {
        const kept = listed.get(stored.caseId) ?? new Set<string>()
        const { caseFile, cleared } = clearAbsent(stored.caseFile, kept, desk.today)
        totals.cleared += cleared
        return caseFile
      },
      lineOf,
    )
  const named = new Set<string>()
  for (const documents of opened.batches()) {
    const codes = [...new Set(documents.map(({ debtor }) => debtor.code))]
    const ids = await debtorIds(tx, creditor.creditorId, codes)
    const byCase = await documentsByCase(tx, creditor, documents, ids, () => '')
    const listed = [...byCase].map(([caseId, rows]) => [caseId, new Set(rows.map(nameOf))] as const)
    for (const caseId of byCase.keys()) named.add(caseId)
    await clear([...byCase.keys()], new Map(listed))
  }
  const others = (await casesOfCreditor(tx, creditor.creditorId)).filter(({ caseId }) => !named.has(caseId))
  for (let start = 0; start < others.length; start += CASES_AT_ONCE) {
    const batch = others.slice(start, start + CASES_AT_ONCE)
    await clear(
      batch.map(({ caseId }) => caseId),
      new Map(),
    )
  }
}

function nameOf(row: InvoiceRow): string {
  return `${row.kind} ${row.number}`
}

/** What an import brought to a case. */
function lineOf({ stored: { caseFile }, after }: Pick<CaseChange, 'stored' | 'after'>): Line {
  const entry = {
    items: after.items.length - caseFile.items.length,
    payments: after.payments.length - caseFile.payments.length,
    creditNotes: after.creditNotes.length - caseFile.creditNotes.length,
  }
  return { kind: 'import', entry }
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

export function noTotals(): ImportTotals {
  return { created: 0, updated: 0, unchanged: 0, cleared: 0 }
}

export function addTotals(a: ImportTotals, b: ImportTotals): ImportTotals {
  return {
    created: a.created + b.created,
    updated: a.updated + b.updated,
    unchanged: a.unchanged + b.unchanged,
    cleared: a.cleared + b.cleared,
  }
}
