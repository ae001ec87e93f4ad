import type { Day } from '../../domain/date.ts'
import type { Cents } from '../../domain/money.ts'
import { type Problem, warning } from '../problem.ts'

/** A movement of an account as its bank tells it. Absent is null; nothing is guessed. */
export type StatementEntry = {
  /** Line, or number of the entry where the format has no lines, counted from 1. */
  line: number
  bookedOn: Day
  valueOn: Day | null
  /** Positive for money received, negative for money paid. */
  amountCents: Cents
  currency: string
  counterparty: { name: string | null; iban: string | null }
  /** The payer's structured reference. */
  reference: string | null
  endToEndId: string | null
  /** All that the bank wrote of it, parts joined by a space. */
  description: string
  /** The bank's own number of the entry, which makes it the same in two files. */
  bankReference: string | null
  /** Money that came back: a returned transfer, a rejected debit, an unpaid cheque, with the bank's reason. */
  returned: { reason: string | null } | null
}

/** A stretch of an account. Balances are signed; null when the format gives none. */
export type Statement = {
  /** IBAN, or the bank's own number of the account. */
  account: string | null
  currency: string | null
  from: Day | null
  to: Day | null
  openingCents: Cents | null
  closingCents: Cents | null
  entries: StatementEntry[]
}

/** A statement without its entries, for readers that hand these over one by one. */
export type StatementHead = Omit<Statement, 'entries'>

/** What a file of statements says. `complete` is false when it can't be taken whole. */
export type StatementReading = {
  format: string
  statements: Statement[]
  problems: Problem[]
  complete: boolean
}

/** A file of statements that can't be taken whole. */
export function refusedStatements(format: string, problems: Problem[]): StatementReading {
  return { format, statements: [], problems, complete: false }
}

/** Opening balance, entries and closing balance that don't add up: said, and taken all the same. */
export function balanceProblems(statement: Statement): Problem[] {
  const moved = statement.entries.reduce((total, entry) => total + entry.amountCents, 0n)
  return balanceProblemsOf(statement, moved as Cents)
}

/** The same where the entries are gone already, and only their sum is known. */
export function balanceProblemsOf(
  { account, openingCents, closingCents }: StatementHead,
  movedCents: Cents,
): Problem[] {
  if (openingCents === null || closingCents === null) return []
  if (openingCents + movedCents === closingCents) return []
  return [warning(null, 'balances-differ', { account })]
}
