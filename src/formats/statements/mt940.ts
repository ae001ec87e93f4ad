/** Bank statements in SWIFT MT940, with or without the blocks of the network, in the dialects that banks make of it. */

import type { Day } from '../../domain/date.ts'
import type { Cents } from '../../domain/money.ts'
import { error, type Problem, warning } from '../problem.ts'
import { mt940Details } from './mt940-details.ts'
import { type EntryDraft, mt940Balance, mt940Entry } from './mt940-entry.ts'
import { type SwiftField, swiftFields } from './mt940-fields.ts'
import { refusedStatements, type Statement, type StatementEntry, type StatementReading } from './statement.ts'
import {
  assumedEuros,
  givenReference,
  joined,
  LONGEST_TEXT,
  notOfFormat,
  taken,
  tooLong,
} from './statement-text.ts'

type Balance = { on: Day; cents: Cents; currency: string }

type Draft = {
  line: number
  account: string | null
  opening: Balance | null
  closing: Balance | null
  closed: boolean
  entries: { draft: EntryDraft; field: SwiftField; details: SwiftField[] }[]
}

type Reader = { drafts: Draft[]; problems: Problem[]; entryRefused: boolean; inEntry: boolean }

/** A reference (:20:), an account (:25:) and a balance or an entry. */
export function isMt940(text: string): boolean {
  const start = text.slice(0, 65_536).replace(/\r\n?/g, '\n')
  return /^:20:/m.test(start) && /^:25P?:/m.test(start) && /^:(?:60[FM]|61):/m.test(start)
}

/** Statements; an entry that can't be read is refused by its line, and a file cut before the last :62: is refused whole. */
export function readMt940(text: string): StatementReading {
  if (!isMt940(text)) return refusedStatements('mt940', [notOfFormat('MT940')])
  const reader: Reader = { drafts: [], problems: [], entryRefused: false, inEntry: false }
  const fields = swiftFields(text)
  for (const field of fields) readField(field, reader)
  const last = reader.drafts.at(-1)
  if (last !== undefined && !last.closed) {
    const line = fields.at(-1)?.line ?? last.line
    return refusedStatements('mt940', [
      ...reader.problems,
      error(line, 'truncated-file', { format: 'mt940' }),
    ])
  }
  const statements = reader.drafts.map(draft => statementOf(draft, reader.problems))
  return taken('mt940', statements, reader.problems)
}

function readField(field: SwiftField, reader: Reader): void {
  const { tag } = field
  const wasInEntry = reader.inEntry
  reader.inEntry = tag === '61' || (wasInEntry && (tag === '86' || tag === 'NS'))
  if (tag === '20') {
    openDraft(field, reader)
    return
  }
  const draft = reader.drafts.at(-1)
  if (draft === undefined) {
    reader.problems.push(error(field.line, 'stray-record', { kind: 'field', tag }))
    return
  }
  if (tag === '25' || tag === '25P') draft.account = givenReference(field.lines.join(''))
  else if (tag === '60F' || tag === '60M') draft.opening = balanceIn(field, reader.problems)
  else if (tag === '61') readEntry(field, draft, reader)
  else if ((tag === '86' || tag === 'NS') && wasInEntry) addDetails(field, draft, reader)
  else if (tag === '62F' || tag === '62M') {
    draft.closing = balanceIn(field, reader.problems)
    draft.closed = true
  }
}

function openDraft(field: SwiftField, { drafts, problems }: Reader): void {
  if (drafts.at(-1)?.closed === false) {
    problems.push(warning(field.line, 'statement-not-closed', { kind: 'mt940' }))
  }
  drafts.push({ line: field.line, account: null, opening: null, closing: null, closed: false, entries: [] })
}

function readEntry(field: SwiftField, draft: Draft, reader: Reader): void {
  const entry = mt940Entry(field, reader.problems)
  reader.entryRefused = entry === null
  if (entry !== null) draft.entries.push({ draft: entry, field, details: [] })
}

/** Details of a refused entry go with it, not to the entry before. */
function addDetails(field: SwiftField, draft: Draft, reader: Reader): void {
  const entry = draft.entries.at(-1)
  if (reader.entryRefused || entry === undefined) return
  if (field.lines.join('').length <= LONGEST_TEXT) {
    entry.details.push(field)
    return
  }
  reader.problems.push(tooLong(field.line))
  reader.entryRefused = true
  draft.entries.pop()
}

function statementOf(draft: Draft, problems: Problem[]): Statement {
  const told = draft.opening?.currency ?? draft.closing?.currency ?? null
  if (told === null && draft.entries.length > 0) problems.push(assumedEuros(draft.line))
  const currency = told ?? 'EUR'
  return {
    account: draft.account,
    currency: told,
    from: draft.opening?.on ?? null,
    to: draft.closing?.on ?? null,
    openingCents: draft.opening?.cents ?? null,
    closingCents: draft.closing?.cents ?? null,
    entries: identified(draft.entries.map(entry => entryOf(entry, currency))),
  }
}

function entryOf({ draft, field, details }: Draft['entries'][number], currency: string): StatementEntry {
  const told = mt940Details(details)
  const { line, bookedOn, valueOn, amountCents } = draft
  return {
    line,
    bookedOn,
    valueOn,
    amountCents,
    currency,
    counterparty: { name: told.name ?? draft.name, iban: told.iban ?? draft.iban },
    reference: told.reference ?? draft.reference,
    endToEndId: told.endToEndId,
    description: joined([told.description, ...field.lines.slice(1)]),
    bankReference: draft.bankReference,
    returned:
      draft.reversal || told.cameBack
        ? { reason: told.reason ?? told.labelled?.reason ?? null }
        : told.labelled,
  }
}

/** Some banks repeat one number on several entries of a day: it then identifies none of them. */
function identified(entries: StatementEntry[]): StatementEntry[] {
  const counts = new Map<string | null, number>()
  for (const { bankReference } of entries) counts.set(bankReference, (counts.get(bankReference) ?? 0) + 1)
  return entries.map(entry =>
    (counts.get(entry.bankReference) ?? 0) > 1 ? { ...entry, bankReference: null } : entry,
  )
}

function balanceIn({ line, tag, lines }: SwiftField, problems: Problem[]): Balance | null {
  const balance = mt940Balance(lines[0] ?? '')
  if (balance === null) {
    const which = tag.startsWith('60') ? 'opening' : 'closing'
    problems.push(warning(line, 'unreadable-balance', { kind: 'mt940', balance: which, tag }))
  }
  return balance
}
