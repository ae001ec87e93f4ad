import { badDebtEntries } from '../../domain/bookkeeping/bad-debt-entries.ts'
import type { Clearing } from '../../domain/bookkeeping/clearing.ts'
import type { DueItem } from '../../domain/case/invoice.ts'
import { type Day, formatDay } from '../../domain/date.ts'
import { type Bookkeeping, type LedgerAccount, withOwnAccounts } from '../../domain/law/bookkeeping.ts'
import { type Cents, sum } from '../../domain/money.ts'
import {
  encodeFec,
  type FecEncoding,
  type FecEntry,
  type FecLine,
  fecName,
  writeFec,
} from '../../formats/out/fec-writer.ts'
import { casesWithBadDebts } from '../../store/case/bad-debt-cases.ts'
import type { StoredCase } from '../../store/case/cases.ts'
import type { Tx } from '../../store/database.ts'
import { findCreditors } from '../../store/parties/creditors.ts'
import { readCases } from '../change-cases.ts'
import { type Desk, organisationOf } from '../desk.ts'
import { creditorNamed } from '../find-creditor.ts'
import { type Refused, refuse } from '../refused.ts'

export type ExportBadDebts = {
  /** Null: since the beginning. */
  from: Day | null
  until: Day
  creditor: string | null
  siren: string | null
  encoding: FecEncoding
  /** Stands for the day on which the entries were validated. */
  today: Day
}

export type ExportedBadDebts = {
  suggestedName: string
  encoding: FecEncoding
  entries: { number: string; date: string; label: string; lines: ExportedLine[] }[]
  totals: { debitCents: Cents; creditCents: Cents }
  /** Cases in another currency, whose value in euros is not known here. */
  leftOut: string[]
}
export type ExportedLine = {
  account: string
  auxiliary: string | null
  debitCents: Cents
  creditCents: Cents
}

/**
 * The entries of bad debts between two days, as a fichier des écritures comptables. An entry keeps its number whatever the days
 * asked for, so that the same one is known again. Writes nothing.
 */
export async function exportBadDebts(
  desk: Desk,
  input: ExportBadDebts,
): Promise<(ExportedBadDebts & { bytes: Uint8Array }) | Refused> {
  if (input.from !== null && input.until < input.from) {
    return refuse('until-before-from', {
      kind: 'period',
      from: formatDay(input.from),
      until: formatDay(input.until),
    })
  }
  const found = await desk.transaction(async tx => {
    const creditorId = await creditorOf(tx, input.creditor)
    if (typeof creditorId === 'object' && creditorId !== null) return creditorId
    const { organisation } = await organisationOf(tx)
    const cases = await readCases(tx, await casesWithBadDebts(tx, creditorId))
    return { cases, books: withOwnAccounts(desk.country.bookkeeping, organisation.settings) }
  })
  if ('refused' in found) return found
  const entries = found.cases
    .filter(isEuro)
    .flatMap(stored => badDebtFecEntries(stored, found.books, input))
    .filter(({ on }) => input.from === null || on >= input.from)
    .sort((a, b) => a.on - b.on)
  return {
    suggestedName: fecName(input.siren, input.until),
    encoding: input.encoding,
    entries: entries.map(shownEntry),
    totals: totalsOf(entries.flatMap(entry => entry.lines)),
    leftOut: found.cases.filter(stored => !isEuro(stored)).map(({ caseFile }) => caseFile.id),
    bytes: encodeFec(writeFec(entries), input.encoding),
  }
}

/** A ledger is in euros. */
export function isEuro({ caseFile }: StoredCase): boolean {
  return caseFile.currency === 'EUR'
}

/** A file is of one company: the creditor named, or the only one there is. */
export async function creditorOf(tx: Tx, code: string | null): Promise<string | null | Refused> {
  const creditors = await findCreditors(tx)
  if (code !== null) {
    const named = creditorNamed(creditors, code)
    return 'refused' in named ? named : named.creditorId
  }
  return creditors.length > 1
    ? refuse('creditor-needed', { kind: 'any', known: creditors.map(creditor => creditor.code) })
    : null
}

/** The entries of a case's bad debts, numbered from its beginning. */
export function badDebtFecEntries(
  stored: StoredCase,
  books: Bookkeeping,
  { until, today }: { until: Day; today: Day },
  clearingOf: (line: { account: LedgerAccount; item: DueItem }) => Clearing | null = () => null,
): FecEntry[] {
  const { code, name } = stored.caseFile.debtor
  return badDebtEntries(stored.caseFile, until).map((entry, index) => ({
    journal: books.journals.general,
    number: `CD${stored.number}-${index + 1}`,
    on: entry.on,
    piece: { ref: entry.item.invoice, on: entry.item.issuedOn },
    label: `${books.entries[entry.kind]} ${entry.item.name} ${name}`,
    validatedOn: today,
    lines: entry.lines.map(line => ({
      ...fecLine(line, books, { number: code, label: name }),
      clearing: clearingOf({ account: line.account, item: entry.item }),
    })),
  }))
}

/** Accounts of third parties alone have an auxiliary one. */
export function fecLine(
  { account, amountCents }: { account: LedgerAccount; amountCents: Cents },
  books: Bookkeeping,
  debtor: { number: string; label: string },
): FecLine {
  const isOfDebtor = account === 'customers' || account === 'doubtful' || account === 'impairment'
  return { account: books.accounts[account], auxiliary: isOfDebtor ? debtor : null, amountCents }
}

export function shownEntry({ number, on, label, lines }: FecEntry): ExportedBadDebts['entries'][number] {
  return {
    number,
    date: formatDay(on),
    label,
    lines: lines.map(line => ({
      account: line.account.number,
      auxiliary: line.auxiliary?.number ?? null,
      ...totalsOf([line]),
    })),
  }
}

export function totalsOf(lines: readonly FecLine[]): { debitCents: Cents; creditCents: Cents } {
  const side = (sign: 1n | -1n) =>
    sum(lines.map(line => (line.amountCents * sign) as Cents).filter(a => a > 0n))
  return { debitCents: side(1n), creditCents: side(-1n) }
}
