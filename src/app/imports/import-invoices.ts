import { randomUUID } from 'node:crypto'
import { dueDate, parseTerms } from '../../domain/law/terms.ts'
import { isElectronic } from '../../formats/invoices/read.ts'
import type { Problem } from '../../formats/problem.ts'
import type { Mapping } from '../../formats/tables/field.ts'
import { insertImportFile } from '../../store/bank/import-files.ts'
import type { Tx } from '../../store/database.ts'
import { type Creditor, findCreditors, insertCreditor } from '../../store/parties/creditors.ts'
import { lockOrganisation } from '../../store/parties/organisations.ts'
import { type Desk, inTransaction } from '../desk.ts'
import { changesBetween, noteChange } from '../note-change.ts'
import { type Refused, refuse } from '../refused.ts'
import type { ImportInvoices, ImportTotals } from './import-request.ts'
import { keepDocument } from './keep-documents.ts'
import { creditNotesLast, notStock, type OpenedSource, openAll, sha256Of } from './read-files.ts'
import { addTotals, noTotals, takeFile } from './take-file.ts'

export type ImportedFile = ImportTotals & {
  file: string
  format: string
  mapping: Mapping | null
  problems: readonly Problem[]
}
export type ImportedInvoices = { files: ImportedFile[]; totals: ImportTotals }

const DEFAULT_CREDITOR = { code: 'MOI', name: 'Mon entreprise', email: null, phone: null, iban: null }

/** Takes invoices, credit notes and balances from files: all of them, or nothing when one can't be taken whole. */
export async function importInvoices(desk: Desk, input: ImportInvoices): Promise<ImportedInvoices | Refused> {
  const terms = parseTerms(input.terms)
  if (!terms) return refuse('bad-terms', { terms: input.terms })
  if (input.scenario !== undefined && !desk.country.scenarios.has(input.scenario))
    return refuse('unknown-scenario', {
      scenario: input.scenario,
      known: [...desk.country.scenarios.keys()],
    })
  const { mapping, format } = input
  const opened = await openAll(input.files, {
    dueOn: issuedOn => dueDate(terms, issuedOn),
    mapping,
    format,
  })
  if ('refused' in opened) return opened
  const single = opened.find(file => isElectronic(file.opened.format))
  if (input.mode === 'stock' && single) return notStock(single.name)
  return inTransaction(desk, input.dryRun, async tx => {
    await lockOrganisation(tx)
    const creditor = await chooseCreditor(desk, tx, input.creditor)
    if ('refused' in creditor) return creditor
    const taken = new Map<OpenedSource, ImportedFile>()
    for (const file of creditNotesLast(opened)) {
      const { totals, problems } = await takeFile(desk, tx, creditor, file.opened, input)
      const unkept = file.opened.format === 'factur-x' ? await keepInvoicePdf(tx, creditor, file) : []
      const { format: found, mapping: used } = file.opened
      await insertImportFile(tx, {
        importId: randomUUID(),
        name: file.name,
        format: found,
        sha256: sha256Of(file.source),
        importedAt: desk.now(),
        totals,
      })
      taken.set(file, {
        file: file.name,
        format: found,
        ...totals,
        mapping: used,
        problems: [...problems, ...unkept],
      })
    }
    const files = opened.flatMap(file => taken.get(file) ?? [])
    return { files, totals: files.reduce(addTotals, noTotals()) }
  })
}

/** The PDF of an electronic invoice is its document. One that can't be kept is told: the invoice is taken all the same. */
async function keepInvoicePdf(
  tx: Tx,
  { code }: Creditor,
  { source, opened }: OpenedSource,
): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const { number, debtor } of [...opened.batches()].flat()) {
    const kept = await keepDocument(tx, { number, debtor: `${code}/${debtor.code}`, source })
    if ('code' in kept) problems.push({ ...kept, severity: 'warning' })
  }
  return problems
}

/** The creditor named, the only one there is, or the first one, made now. */
export async function chooseCreditor(
  desk: Desk,
  tx: Tx,
  code: string | undefined,
): Promise<Creditor | Refused> {
  const creditors = await findCreditors(tx)
  if (code !== undefined) {
    const known = creditors.find(creditor => creditor.code === code)
    return known ?? addCreditor(desk, tx, { ...DEFAULT_CREDITOR, code, name: code })
  }
  const [only, second] = creditors
  if (second)
    return refuse('creditor-needed', { kind: 'any', known: creditors.map(creditor => creditor.code) })
  return only ?? addCreditor(desk, tx, DEFAULT_CREDITOR)
}

async function addCreditor(
  desk: Desk,
  tx: Tx,
  details: Parameters<typeof insertCreditor>[1],
): Promise<Creditor> {
  const creditor = await insertCreditor(tx, details)
  await noteChange(desk, tx, 'creditor', { creditor: details.code, changes: changesBetween({}, details) })
  return creditor
}
