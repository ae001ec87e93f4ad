import type { BenchResult } from '../../cli/program/bench.ts'
import type { Day } from '../../domain/date.ts'
import { matchPayments } from '../../domain/match/match.ts'
import type { Match, MatchLedger, ReceivedMoney } from '../../domain/match/match-types.ts'
import { add, type Cents, cents, smallerOf, subtract, ZERO } from '../../domain/money.ts'
import { type ByteSource, inMemory } from '../../formats/byte-source.ts'
import { readFecHeader } from '../../formats/invoices/fec/fec-header.ts'
import { readFecLines } from '../../formats/invoices/fec/fec-lines.ts'
import type { LedgerLine } from '../../formats/invoices/ledger.ts'
import { firstLine, openText } from '../../formats/text-source.ts'
import { isPayment, letterOf, uncross } from '../clearing.ts'
import { peakMemory, speedBeside, spentOn } from '../stopwatch.ts'
import { barePass, share } from './matching.ts'

type Label = (payment: LedgerLine) => string
type Seconds = { ours: number; limit: number }
type Tally = {
  payments: number
  could: number
  matched: number
  agreeing: number
  suggestedAgreeing: number
  /** Where in the file the payments stand that were matched with something else. */
  differingLines: number[]
}
type OpenLine = { line: LedgerLine; balanceCents: Cents }

const NUMBER_AND_NAME: Label = payment => payment.number
const NAME_ALONE: Label = () => 'VIREMENT RECU'
const LINES_TOLD = 50

/**
 * A year of a company's own customer accounts: each day's payments against what was open that morning, all debtors together, held
 * to the clearing of its accountant, with crossed letters put right and as it stands. The label is what the entry bears: its
 * number and the customer's name, or the name alone. Null when the file is no FEC that can be read whole.
 */
export function benchFec(bytes: Uint8Array): BenchResult | null {
  const lettered = readCustomerLines(inMemory(bytes))
  if (lettered === null) return null
  const { lines, exchanges } = uncross(lettered)
  const seconds = { ours: 0, limit: 0 }
  const numberAndName = measure(lines, NUMBER_AND_NAME, seconds)
  const detail = {
    customerLines: lines.length,
    exchanges,
    numberAndName: quality(numberAndName),
    nameAlone: quality(measure(lines, NAME_ALONE, seconds)),
    numberAndNameAsLettered: quality(measure(lettered, NUMBER_AND_NAME, seconds)),
    nameAloneAsLettered: quality(measure(lettered, NAME_ALONE, seconds)),
    peakMemoryMb: peakMemory(),
  }
  const matched = 4 * numberAndName.payments
  const speeds = { ours: [matched / seconds.ours], limit: [matched / seconds.limit] }
  return speedBeside('matching-fec', 'règlements/s', speeds, detail)
}

/** Precision of what was matched; recall of the payments with an open invoice in their letter. */
function quality({ payments, could, matched, agreeing, suggestedAgreeing, differingLines }: Tally) {
  return {
    payments,
    couldMatch: could,
    matched,
    differingLines: differingLines.slice(0, LINES_TOLD),
    precision: share(agreeing, matched),
    recall: share(agreeing, could),
    recallWithSuggested: share(agreeing + suggestedAgreeing, could),
  }
}

/** Day by day, the days before being cleared as they were. */
function measure(lines: readonly LedgerLine[], label: Label, seconds: Seconds): Tally {
  const tally: Tally = {
    payments: 0,
    could: 0,
    matched: 0,
    agreeing: 0,
    suggestedAgreeing: 0,
    differingLines: [],
  }
  const left = new Map(lines.filter(line => !isPayment(line)).map(line => [line, line.amountCents]))
  const moved = movedWithinAnAccount(lines)
  for (const [day, lettered] of letteredPayments(lines)) {
    const payments = lettered.filter(line => !moved.has(line))
    const open = openOn(day, left)
    const ledger = ledgerOf(open, lines)
    const money = payments.map(payment => moneyOf(payment, label(payment)))
    seconds.limit += spentOn(() => barePass(money, ledger))
    let matches: Match[] = []
    seconds.ours += spentOn(() => (matches = matchPayments(money, ledger, { toleranceCents: cents(0) })))
    for (const [at, payment] of payments.entries()) {
      const letters = payments.filter(other => isTwin(other, payment)).map(letterOf)
      count(tally, { line: payment.line, letters }, matches[at] as Match, open)
    }
    for (const line of lettered) settle(line, left)
  }
  return tally
}

/** It agrees when every item set against the payment bears its letter, or that of a payment told in the same words. */
function count(
  tally: Tally,
  payment: { line: number; letters: readonly string[] },
  { status, shares }: Match,
  open: readonly OpenLine[],
): void {
  const isOurs = ({ line }: OpenLine) => payment.letters.includes(letterOf(line))
  const agrees = shares.length > 0 && shares.every(({ item }) => isOurs(open[item] as OpenLine))
  tally.payments++
  if (open.some(each => isOurs(each) && each.line.amountCents > 0n)) tally.could++
  if (status === 'matched') tally.matched++
  if (status === 'matched' && agrees) tally.agreeing++
  if (status === 'matched' && !agrees) tally.differingLines.push(payment.line)
  if (status === 'suggested' && agrees) tally.suggestedAgreeing++
}

/** Takes a payment off the items cleared with it: the one of its number, then the oldest. */
function settle(payment: LedgerLine, left: Map<LedgerLine, Cents>): void {
  let amount = cents(-payment.amountCents)
  const ours = [...left.keys()].filter(line => letterOf(line) === letterOf(payment))
  const first = (line: LedgerLine) => (line.number === payment.number ? 0 : 1)
  for (const line of ours.sort((a, b) => first(a) - first(b) || a.issuedOn - b.issuedOn)) {
    const part = smallerOf(amount, left.get(line) as Cents)
    if (part <= 0n) continue
    left.set(line, subtract(left.get(line) as Cents, part))
    amount = subtract(amount, part)
  }
}

/** An entry that takes from a customer's account what it gives to it sets a credit against an invoice: no money came in. */
function movedWithinAnAccount(lines: readonly LedgerLine[]): Set<LedgerLine> {
  const entryOf = ({ entryNumber, customerCode }: LedgerLine) => `${entryNumber} ${customerCode}`
  const sums = new Map<string, Cents>()
  for (const line of lines) sums.set(entryOf(line), add(sums.get(entryOf(line)) ?? ZERO, line.amountCents))
  return new Set(lines.filter(line => (sums.get(entryOf(line)) as Cents) >= 0n))
}

function letteredPayments(lines: readonly LedgerLine[]): [Day, LedgerLine[]][] {
  const days = new Map<Day, LedgerLine[]>()
  for (const line of lines) {
    if (!isPayment(line) || line.clearing === '') continue
    const sameDay = days.get(line.issuedOn)
    if (sameDay) sameDay.push(line)
    else days.set(line.issuedOn, [line])
  }
  return [...days].sort(([a], [b]) => a - b)
}

function openOn(day: Day, left: ReadonlyMap<LedgerLine, Cents>): OpenLine[] {
  return [...left]
    .filter(([line, balanceCents]) => line.issuedOn <= day && balanceCents !== 0n)
    .map(([line, balanceCents]) => ({ line, balanceCents }))
}

function ledgerOf(open: readonly OpenLine[], lines: readonly LedgerLine[]): MatchLedger {
  const names = new Map(lines.map(line => [line.customerCode, line.customerName]))
  return {
    debtors: [...names].map(([key, name]) => ({ key, name, ibans: [] })),
    items: open.map(({ line, balanceCents }) => ({
      debtor: line.customerCode,
      number: line.number,
      references: [],
      currency: 'EUR',
      balanceCents,
    })),
  }
}

function moneyOf({ issuedOn, amountCents, customerName }: LedgerLine, label: string): ReceivedMoney {
  return {
    receivedOn: issuedOn,
    amountCents: cents(-amountCents),
    currency: 'EUR',
    label,
    endToEndId: null,
    payerName: customerName,
    payerIban: null,
  }
}

function isTwin(one: LedgerLine, other: LedgerLine): boolean {
  return (
    one.customerCode === other.customerCode &&
    one.amountCents === other.amountCents &&
    one.number === other.number
  )
}

function readCustomerLines(bytes: ByteSource): LedgerLine[] | null {
  const text = openText(bytes)
  if ('code' in text) return null
  const header = readFecHeader(firstLine(text))
  if (header === null || !('position' in header)) return null
  const read = readFecLines(text, header)
  return read.complete ? [...read.batches()].flat().sort((a, b) => a.line - b.line) : null
}
