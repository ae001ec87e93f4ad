/**
 * Bank statements in the French fixed format of 120 characters (CFONB, "Relevé de compte sur support informatique",
 * July 2004; complements of transfers, August 2007): 01 old balance, 04 entry, 05 its complement, 07 new balance.
 */
import type { Day } from '../../domain/date.ts'
import type { Cents } from '../../domain/money.ts'
import { error, type Problem, warning } from '../problem.ts'
import { cfonbEntry, complementOf } from './cfonb-entry.ts'
import { accountOf, type CfonbRecord, cfonbAmount, cfonbDay, cfonbRecords, RECORD } from './cfonb-record.ts'
import { refusedStatements, type Statement, type StatementReading } from './statement.ts'
import { LONGEST_TEXT, linesOf, notOfFormat, taken, tooLong } from './statement-text.ts'

type Open = {
  statement: Statement
  account: string
  last: CfonbRecord
  complements: CfonbRecord[]
  entry: CfonbRecord | null
}

type Reader = { statements: Statement[]; problems: Problem[]; open: Open | null }

/** Told by its first line, whatever the file is called. */
export function isCfonb120(text: string): boolean {
  return RECORD.test(firstLine(text))
}

/** 240 characters: transfers and debits given back one by one, not a statement of account. */
export function isCfonb240(text: string): boolean {
  const line = firstLine(text)
  return /^3[149]\d{6}.{2}\d{6}[A-Z]/.test(line) && line.length > 120
}

/** Statements; a record that can't be read is refused by its line, and a file cut before its last 07 is refused whole. */
export function readCfonb120(text: string): StatementReading {
  if (isCfonb240(text))
    return refusedStatements('cfonb240', [error(null, 'unsupported-format', { kind: 'cfonb-240' })])
  if (!isCfonb120(text)) return refusedStatements('cfonb120', [notOfFormat('CFONB 120')])
  const reader: Reader = { statements: [], problems: [], open: null }
  for (const record of cfonbRecords(text, reader.problems)) readRecord(record, reader)
  if (reader.open !== null) {
    return refusedStatements('cfonb120', [
      ...reader.problems,
      error(reader.open.last.line, 'truncated-file', { format: 'cfonb-120' }),
    ])
  }
  if (reader.statements.length === 0) {
    return refusedStatements('cfonb120', [
      ...reader.problems,
      error(null, 'no-statement', { kind: 'cfonb-120' }),
    ])
  }
  return taken('cfonb120', reader.statements, reader.problems)
}

function readRecord(record: CfonbRecord, reader: Reader): void {
  const { open } = reader
  if (record.code === '01') {
    openStatement(record, reader)
    return
  }
  if (open === null) {
    reader.problems.push(stray(record))
    return
  }
  open.last = record
  if (record.code === '05') {
    complete(record, open, reader)
    return
  }
  endEntry(open, reader.problems)
  reader.problems.push(...otherAccount(record, open))
  if (record.code === '04') open.entry = record
  else closeStatement(record, reader, open)
}

function openStatement(record: CfonbRecord, reader: Reader): void {
  const { open, problems } = reader
  if (open !== null) {
    endEntry(open, problems)
    reader.statements.push(open.statement)
    problems.push(warning(record.line, 'statement-not-closed', { kind: 'cfonb-120' }))
  }
  const statement: Statement = {
    account: accountOf(record),
    currency: record.currency || null,
    ...balanceOf(record, problems, 'from', 'openingCents'),
    to: null,
    closingCents: null,
    entries: [],
  }
  reader.open = { statement, account: record.account, last: record, complements: [], entry: null }
}

function closeStatement(record: CfonbRecord, reader: Reader, open: Open): void {
  Object.assign(open.statement, balanceOf(record, reader.problems, 'to', 'closingCents'))
  reader.statements.push(open.statement)
  reader.open = null
}

function balanceOf<D extends 'from' | 'to', C extends 'openingCents' | 'closingCents'>(
  record: CfonbRecord,
  problems: Problem[],
  dated: D,
  amount: C,
): Record<D, Day | null> & Record<C, Cents | null> {
  const on = cfonbDay(record.date)
  const amountCents = cfonbAmount(record)
  if (on === null) problems.push(unreadable(record, 'date'))
  if (amountCents === null) problems.push(unreadable(record, 'amount'))
  return { [dated]: on, [amount]: amountCents } as Record<D, Day | null> & Record<C, Cents | null>
}

function complete(record: CfonbRecord, open: Open, reader: Reader): void {
  if (open.entry === null) {
    reader.problems.push(stray(record))
    return
  }
  open.complements.push(record)
}

function endEntry(open: Open, problems: Problem[]): void {
  const { entry: record, complements } = open
  open.entry = null
  open.complements = []
  if (record === null) return
  const entry = cfonbEntry(record, complements.map(complementOf))
  if ('code' in entry) problems.push(entry)
  else if (entry.description.length > LONGEST_TEXT) problems.push(tooLong(entry.line))
  else open.statement.entries.push(entry)
}

function otherAccount(record: CfonbRecord, { account, statement }: Open): Problem[] {
  const isSame =
    record.account === account && (record.code === '04' || accountOf(record) === statement.account)
  if (isSame) return []
  return [warning(record.line, 'other-account', { record: record.code })]
}

function stray({ line, code }: CfonbRecord): Problem {
  return error(line, 'stray-record', { kind: code === '05' ? 'complement' : 'entry', record: code })
}

/** Of the old balance (01) or the new one (07). */
function unreadable(record: CfonbRecord, what: 'date' | 'amount'): Problem {
  const balance = record.code === '01' ? 'old' : 'new'
  return warning(record.line, 'unreadable-balance', {
    kind: 'cfonb-120',
    what,
    balance,
    text: record[what].trim(),
  })
}

function firstLine(text: string): string {
  return linesOf(text.slice(0, 4096)).find(line => line.trim() !== '') ?? ''
}
