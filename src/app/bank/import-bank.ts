import { createHash, randomUUID } from 'node:crypto'
import { type Day, earlierOf, formatDay, laterOf } from '../../domain/date.ts'
import type { Problem } from '../../formats/problem.ts'
import type { Statement, StatementEntry } from '../../formats/statements/statement.ts'
import { advanceAccounts } from '../../store/bank/bank-data.ts'
import {
  type BankEntry,
  type EntryOutcome,
  insertBankEntries,
  type NewBankEntry,
} from '../../store/bank/bank-entries.ts'
import { insertImportFile } from '../../store/bank/import-files.ts'
import type { Tx } from '../../store/database.ts'
import type { Creditor } from '../../store/parties/creditors.ts'
import { findCreditors } from '../../store/parties/creditors.ts'
import { lockOrganisation } from '../../store/parties/organisations.ts'
import { type Desk, inTransaction } from '../desk.ts'
import { creditorNamed } from '../find-creditor.ts'
import { readStatementFile } from '../reading/read-statement-file.ts'
import { type Refused, refuse } from '../refused.ts'
import { refusedFile } from '../refused-file.ts'
import type { SourceFile } from '../source-file.ts'
import { withoutKnown } from './known-movements.ts'
import { matchEntries } from './match-entries.ts'

export type ImportBank = {
  files: readonly SourceFile[]
  creditor?: string | undefined
  dryRun: boolean
}

export type ImportedStatement = {
  account: string | null
  currency: string | null
  from: string | null
  to: string | null
  entries: number
}

export type PaymentTotals = {
  new: number
  duplicate: number
  matched: number
  suggested: number
  unmatched: number
}

export type ImportedBank = {
  files: { file: string; format: string; statements: ImportedStatement[]; problems: readonly Problem[] }[]
  payments: PaymentTotals
}

/**
 * Takes bank statements: every entry once, whatever files tell of it; money received is matched to what is open, and
 * money that came back reopens what it had paid. All files, or nothing when one can't be taken whole.
 */
export async function importBank(desk: Desk, input: ImportBank): Promise<ImportedBank | Refused> {
  const readings = (await Promise.all(input.files.map(readStatementFile))).flat()
  const unusable = readings.find(({ reading }) => !reading.complete)
  if (unusable) return refusedFile(unusable.name, unusable.reading.problems)
  return inTransaction(desk, input.dryRun, async tx => {
    await lockOrganisation(tx)
    const creditors = await findCreditors(tx)
    const payments: PaymentTotals = { new: 0, duplicate: 0, matched: 0, suggested: 0, unmatched: 0 }
    for (const { reading } of readings) {
      for (const statement of reading.statements) {
        const creditor = creditorOf(statement, creditors, input.creditor)
        if ('refused' in creditor) return creditor
        add(payments, await takeStatement(desk, tx, creditor, statement))
      }
    }
    for (const file of input.files) await noteFile(desk, tx, file, payments)
    return {
      files: readings.map(({ name, reading }) => ({
        file: name,
        format: reading.format,
        statements: reading.statements.map(shown),
        problems: reading.problems,
      })),
      payments,
    }
  })
}

async function takeStatement(
  desk: Desk,
  tx: Tx,
  { creditorId }: Creditor,
  statement: Statement,
): Promise<PaymentTotals> {
  const entries = entriesOf(statement, creditorId)
  const written = await insertBankEntries(tx, await withoutKnown(tx, creditorId, entries))
  const outcomes = await matchEntries(desk, tx, creditorId, written)
  const until = statement.to ?? lastBooked(statement.entries)
  if (until !== null)
    await advanceAccounts(tx, [
      { creditorId, account: statement.account ?? '', knownUntil: earlierOf(until, desk.today) },
    ])
  const received = entries.filter(({ status }) => status !== 'outgoing').length
  return totalsOf(received, written, outcomes)
}

/**
 * Entries with what makes each the same in another file. Two that nothing tells apart are one, unless the statement's
 * balances say that both moved the account.
 */
function entriesOf(statement: Statement, creditorId: string): NewBankEntry[] {
  const seen = new Map<string, number>()
  const bothCount = addsUp(statement, statement.entries)
  const account = statement.account ?? ''
  return statement.entries.map(entry => {
    const text = fingerprintText(account, entry)
    const times = seen.get(text) ?? 0
    seen.set(text, times + 1)
    const place = bothCount ? times : 0
    return newEntry(entry, account, creditorId, sha256(`${text}\u0000${place}`))
  })
}

function addsUp({ openingCents, closingCents }: Statement, entries: readonly StatementEntry[]): boolean {
  if (openingCents === null || closingCents === null) return false
  const moved = entries.reduce((total, { amountCents }) => total + amountCents, 0n)
  return openingCents + moved === closingCents
}

function fingerprintText(account: string, entry: StatementEntry): string {
  const { bookedOn, amountCents, currency, counterparty, reference, endToEndId, description, bankReference } =
    entry
  const own = [bankReference, reference, endToEndId, counterparty.name, counterparty.iban, description]
  return JSON.stringify([account, bookedOn, String(amountCents), currency, ...own])
}

function newEntry(
  entry: StatementEntry,
  account: string,
  creditorId: string,
  fingerprint: string,
): NewBankEntry {
  const isReturn = entry.returned !== null && entry.amountCents < 0n
  return {
    entryId: randomUUID(),
    creditorId,
    account,
    bookedOn: entry.bookedOn,
    valueOn: entry.valueOn,
    amountCents: entry.amountCents,
    currency: entry.currency,
    partyName: entry.counterparty.name,
    partyIban: entry.counterparty.iban,
    reference: entry.reference,
    endToEndId: entry.endToEndId,
    description: entry.description,
    returnReason: entry.returned?.reason ?? null,
    fingerprint,
    status: isReturn ? 'return' : entry.amountCents > 0n ? 'unmatched' : 'outgoing',
    score: null,
    because: [],
    suggestion: null,
  }
}

/** The creditor named, the one whose account it is, or the only one. */
function creditorOf(
  { account }: Statement,
  creditors: readonly Creditor[],
  code: string | undefined,
): Creditor | Refused {
  if (code !== undefined) return creditorNamed(creditors, code)
  const [only, second] = creditors
  const owner = creditors.find(creditor => creditor.iban !== null && creditor.iban === account)
  if (owner) return owner
  if (!only) return refuse('no-creditor')
  if (!second) return only
  return refuse('creditor-needed', { kind: 'of-account', known: creditors.map(creditor => creditor.code) })
}

function totalsOf(
  received: number,
  written: readonly BankEntry[],
  outcomes: readonly EntryOutcome[],
): PaymentTotals {
  const count = (status: EntryOutcome['status']) =>
    outcomes.filter(outcome => outcome.status === status).length
  const fresh = written.filter(({ status }) => status !== 'outgoing').length
  return {
    new: fresh,
    duplicate: received - fresh,
    matched: count('matched'),
    suggested: count('suggested'),
    unmatched: count('unmatched'),
  }
}

function add(totals: PaymentTotals, more: PaymentTotals): void {
  for (const key of Object.keys(totals) as (keyof PaymentTotals)[]) totals[key] += more[key]
}

async function noteFile(desk: Desk, tx: Tx, file: SourceFile, totals: object): Promise<void> {
  await insertImportFile(tx, {
    importId: randomUUID(),
    name: file.name,
    format: 'bank',
    sha256: sha256(file.bytes),
    importedAt: desk.now(),
    totals,
  })
}

function shown({ account, currency, from, to, entries }: Statement): ImportedStatement {
  const text = (day: Day | null) => (day === null ? null : formatDay(day))
  return { account, currency, from: text(from), to: text(to), entries: entries.length }
}

function lastBooked(entries: readonly StatementEntry[]): Day | null {
  return entries.reduce<Day | null>(
    (last, { bookedOn }) => (last === null ? bookedOn : laterOf(last, bookedOn)),
    null,
  )
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
