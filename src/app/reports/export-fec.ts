import { clearingOn } from '../../domain/bookkeeping/clearing.ts'
import { type CustomerEntry, customerEntries } from '../../domain/bookkeeping/customer-entries.ts'
import { formatDay } from '../../domain/date.ts'
import { type Bookkeeping, type CustomerEntryKind, withOwnAccounts } from '../../domain/law/bookkeeping.ts'
import { encodeFec, type FecEntry, fecName, writeFec } from '../../formats/out/fec-writer.ts'
import type { StoredCase } from '../../store/case/cases.ts'
import { caseIdsAfter, FIRST_CASE_ID } from '../../store/case/creditor-cases.ts'
import type { Tx } from '../../store/database.ts'
import { readCases } from '../change-cases.ts'
import { type Desk, organisationOf } from '../desk.ts'
import { type Refused, refuse } from '../refused.ts'
import {
  badDebtFecEntries,
  creditorOf,
  type ExportBadDebts,
  type ExportedBadDebts,
  fecLine,
  isEuro,
  shownEntry,
  totalsOf,
} from './export-bad-debts.ts'

export type ExportFec = ExportBadDebts & {
  /** Also what the books have already, or have from elsewhere: invoices, credit notes, payments read in them, bad debts. */
  all: boolean
  clearing: boolean
}

/** `knownToBooks`: entries of the period that were left to the books, which have them. */
export type ExportedFec = ExportedBadDebts & { knownToBooks: number }

const CASES_AT_ONCE = 500

/**
 * The money that people recorded between two days, as a fichier des écritures comptables to be imported: payments (512 from 411
 * or 416) and their rejections, cleared. With `all`, the whole ledger of customers. Writes nothing.
 */
export async function exportFec(
  desk: Desk,
  input: ExportFec,
): Promise<(ExportedFec & { bytes: Uint8Array }) | Refused> {
  if (input.from !== null && input.until < input.from) {
    return refuse('until-before-from', {
      kind: 'period',
      from: formatDay(input.from),
      until: formatDay(input.until),
    })
  }
  return desk.transaction(async tx => {
    const creditorId = await creditorOf(tx, input.creditor)
    if (typeof creditorId === 'object' && creditorId !== null) return creditorId
    const { organisation } = await organisationOf(tx)
    const books = withOwnAccounts(desk.country.bookkeeping, organisation.settings)
    const taken = await takeCases(tx, creditorId, books, input)
    const entries = taken.entries.sort((a, b) => a.on - b.on || (a.number < b.number ? -1 : 1))
    return {
      suggestedName: fecName(input.siren, input.until),
      encoding: input.encoding,
      entries: entries.map(shownEntry),
      totals: totalsOf(entries.flatMap(({ lines }) => lines)),
      leftOut: taken.leftOut,
      knownToBooks: taken.knownToBooks,
      bytes: encodeFec(writeFec(entries), input.encoding),
    }
  })
}

type Taken = { entries: FecEntry[]; leftOut: string[]; knownToBooks: number }

async function takeCases(
  tx: Tx,
  creditorId: string | null,
  books: Bookkeeping,
  input: ExportFec,
): Promise<Taken> {
  const taken: Taken = { entries: [], leftOut: [], knownToBooks: 0 }
  const isAsked = ({ on }: { on: number }) => input.from === null || on >= input.from
  for (let after: string | undefined = FIRST_CASE_ID; after !== undefined; ) {
    const ids: string[] = await caseIdsAfter(tx, creditorId, after, CASES_AT_ONCE)
    for (const stored of await readCases(tx, ids)) {
      const known = customerEntries(stored.caseFile, input.until).filter(isAsked)
      const wanted = input.all ? known : known.filter(entry => !entry.isKnownToBooks)
      taken.knownToBooks += known.length - wanted.length
      if (isEuro(stored)) taken.entries.push(...fecEntriesOf(stored, wanted, books, input).filter(isAsked))
      else if (wanted.length > 0) taken.leftOut.push(stored.caseFile.id)
    }
    after = ids.at(-1)
  }
  return taken
}

function fecEntriesOf(
  stored: StoredCase,
  wanted: readonly CustomerEntry[],
  books: Bookkeeping,
  input: ExportFec,
): FecEntry[] {
  const { caseFile } = stored
  if (wanted.length === 0 && !input.all) return []
  const clearingOf = input.clearing ? clearingOn(caseFile, input.until) : () => null
  const debtor = { number: caseFile.debtor.code, label: caseFile.debtor.name }
  const entries = wanted.map(({ kind, on, id, piece, lines }): FecEntry => {
    const number = `${PREFIXES[kind]}${stored.number}-${id}`
    const label = (name: string) => [books.entries[kind], name, debtor.label].filter(Boolean).join(' ')
    return {
      journal: books.journals[kind === 'payment' || kind === 'rejection' ? 'bank' : 'sales'],
      number,
      on,
      piece: { ref: piece.ref ?? number, on: piece.on },
      label: label(kind === 'invoice' || kind === 'credit-note' ? (piece.ref ?? '') : ''),
      validatedOn: input.today,
      lines: lines.map(line => ({
        ...fecLine(line, books, debtor),
        ...(line.item && { label: label(line.item.name) }),
        clearing: clearingOf(line),
      })),
    }
  })
  return input.all ? [...entries, ...badDebtFecEntries(stored, books, input, clearingOf)] : entries
}

/** An entry keeps its number whatever the days asked for. */
const PREFIXES: Record<CustomerEntryKind, string> = {
  invoice: 'VE',
  'credit-note': 'AV',
  payment: 'RG',
  rejection: 'RJ',
}
