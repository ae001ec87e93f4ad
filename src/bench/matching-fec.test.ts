/** Real ledgers, kept outside the repository: what their accountants lettered is the truth. Run where they are at hand. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { haveSamples, samplesFolder } from '../../test/samples.ts'
import { type Match, type MatchItem, matchPayments, type ReceivedMoney } from '../domain/match.ts'
import { type Cents, cents, smallerOf, subtract } from '../domain/money.ts'
import { inMemory } from '../formats/byte-source.ts'
import { readFecHeader } from '../formats/fec-header.ts'
import { readFecLines } from '../formats/fec-lines.ts'
import type { LedgerLine } from '../formats/ledger.ts'
import { firstLine, openText } from '../formats/text-source.ts'

const LEDGER = 'fec/quadra_123456789FEC20190731_customers_A_411_ledger.txt'

describe.runIf(haveSamples('fec'))('the lettering of a real ledger', () => {
  const lines = readCustomerLines(LEDGER)

  test('is found by the number that the bank entry bears and the name', () => {
    const figures = measure(lines, line => line.number)
    expect(figures.could).toBeGreaterThan(700)
    expect(figures.right / figures.matched).toBeGreaterThanOrEqual(0.985)
    expect(figures.right / figures.could).toBeGreaterThanOrEqual(0.95)
  })

  test('is found by the name and the amount alone, or left to a person', () => {
    const figures = measure(lines, () => 'VIREMENT RECU')
    expect(figures.right / figures.matched).toBeGreaterThanOrEqual(0.99)
    expect(figures.right / figures.could).toBeGreaterThanOrEqual(0.85)
  })
})

type Figures = { payments: number; could: number; matched: number; right: number; suggestedRight: number }

/** Each day's payments against what was open that morning, the days before being lettered as they were. */
function measure(lines: readonly LedgerLine[], labelOf: (line: LedgerLine) => string): Figures {
  const figures: Figures = { payments: 0, could: 0, matched: 0, right: 0, suggestedRight: 0 }
  const left = new Map(lines.filter(isItem).map(line => [line, line.amountCents]))
  const payments = lines.filter(line => isPayment(line) && line.lettering !== '')
  const debtors = [...new Map(lines.map(line => [line.customerCode, line.customerName]))].map(
    ([key, name]) => ({
      key,
      name,
      ibans: [],
    }),
  )
  for (const today of [...new Set(payments.map(line => line.issuedOn))].sort((a, b) => a - b)) {
    const open = [...left].filter(([line, balance]) => line.issuedOn <= today && balance !== 0n)
    const items: MatchItem[] = open.map(([line, balanceCents]) => ({
      debtor: line.customerCode,
      number: line.number,
      references: [],
      currency: 'EUR',
      balanceCents,
    }))
    const ours = payments.filter(line => line.issuedOn === today)
    const money = ours.map(line => moneyOf(line, labelOf(line)))
    const matches = matchPayments(money, { items, debtors }, { toleranceCents: cents(0) })
    for (const [at, line] of ours.entries()) {
      count(
        figures,
        line,
        matches[at] as Match,
        open.map(([item]) => item),
      )
      letter(line, left)
    }
  }
  return figures
}

/** Right when every item set against the payment is lettered with it. */
function count(figures: Figures, payment: LedgerLine, match: Match, open: readonly LedgerLine[]): void {
  const isOurs = (line: LedgerLine | undefined) => line !== undefined && groupOf(line) === groupOf(payment)
  const isRight = match.shares.length > 0 && match.shares.every(({ item }) => isOurs(open[item]))
  figures.payments++
  if (open.some(line => isOurs(line) && line.amountCents > 0n)) figures.could++
  if (match.status === 'matched') figures.matched++
  if (match.status === 'matched' && isRight) figures.right++
  if (match.status === 'suggested' && isRight) figures.suggestedRight++
}

/** Takes a payment off the items lettered with it: the one of its number, then the oldest. */
function letter(payment: LedgerLine, left: Map<LedgerLine, Cents>): void {
  let amount = cents(-payment.amountCents)
  const group = [...left.keys()].filter(line => groupOf(line) === groupOf(payment))
  const first = (line: LedgerLine) => (line.number === payment.number ? 0 : 1)
  for (const line of group.sort((a, b) => first(a) - first(b) || a.issuedOn - b.issuedOn)) {
    const share = smallerOf(amount, left.get(line) as Cents)
    if (share <= 0n) continue
    left.set(line, subtract(left.get(line) as Cents, share))
    amount = subtract(amount, share)
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

function groupOf({ customerCode, lettering }: LedgerLine): string {
  return lettering === '' ? '' : `${customerCode} ${lettering}`
}

/** « x » is what this ledger writes where an entry has no number: balances carried over. */
function isPayment({ amountCents, sale, number }: LedgerLine): boolean {
  return amountCents < 0n && !sale && number !== 'x'
}

function isItem(line: LedgerLine): boolean {
  return !isPayment(line)
}

/** Empty where the ledger isn't at hand: tests are gathered before it is known that they don't run. */
function readCustomerLines(name: string): LedgerLine[] {
  const file = join(samplesFolder, name)
  if (!existsSync(file)) return []
  const text = openText(inMemory(readFileSync(file)))
  if ('code' in text) throw new Error(text.message)
  const header = readFecHeader(firstLine(text))
  if (header === null || !('position' in header)) throw new Error('no FEC header')
  return [...readFecLines(text, header).batches()].flat().sort((a, b) => a.line - b.line)
}
