import { amountText } from '../../domain/amount-text.ts'
import type { Claim } from '../../domain/claim/claim.ts'
import type { ClaimLine } from '../../domain/claim/claim-line.ts'
import { type Day, parseDay } from '../../domain/date.ts'
import type { Language } from '../../domain/language.ts'
import { type Cents, subtract, sum, ZERO } from '../../domain/money.ts'
import { LABELS } from '../labels.ts'
import type { LetterBlock, LetterSum, LetterTable, PrintedLetter } from '../letter.ts'
import { longDate, percent, shortDate } from '../wording.ts'
import { cell, column, paragraph } from './letter-blocks.ts'
import { LETTER_WORDS } from './letter-words.ts'

/** A claim and what the letter that it goes with leaves out of it. */
export type ClaimAnnex = {
  readonly claim: Claim
  readonly on: Day
  readonly currency: string
  readonly disputedCents: Cents
  readonly creditCents: Cents
}

/** What the annex comes to: the sum that its letter must ask. */
export function annexTotal({ claim, disputedCents, creditCents }: ClaimAnnex): Cents {
  return subtract(subtract(claim.totals.totalCents, disputedCents), creditCents)
}

/** Each line of the claim with its base, dates, rate and source, invoice by invoice; then the totals and the amount of one more day. */
export function claimAnnex(annex: ClaimAnnex, language: Language): PrintedLetter['annexes'][number] {
  const { claim, on, currency } = annex
  const words = LETTER_WORDS[language]
  const { perDayCents } = claim.totals
  const body: LetterBlock[] = [
    paragraph(words.claimOn(longDate(on, language))),
    ...invoicesOf(claim.lines).map((lines, index) => invoiceTable(lines, index, currency, language)),
    { kind: 'sums', sums: totalSums(annex, language) },
    ...(perDayCents > 0n ? [paragraph(words.perDay(amountText(perDayCents, currency, language)))] : []),
  ]
  return { title: words.claim, body }
}

function invoicesOf(lines: readonly ClaimLine[]): ClaimLine[][] {
  const invoices = new Map<string, ClaimLine[]>()
  for (const line of lines) {
    const known = invoices.get(line.invoice)
    if (known) known.push(line)
    else invoices.set(line.invoice, [line])
  }
  return [...invoices.values()]
}

function invoiceTable(
  lines: readonly ClaimLine[],
  index: number,
  currency: string,
  language: Language,
): LetterTable {
  const words = LETTER_WORDS[language]
  const invoice = lines[0]?.invoice || words.account
  const total = amountText(sum(lines.map(line => line.amountCents)), currency, language)
  return {
    kind: 'table',
    id: `claim-${index}`,
    columns: [
      column(invoice, 'grows'),
      column(words.period, 'left', 42),
      column(words.days, 'right', 13),
      column(words.rate, 'right', 17),
      column(words.base, 'right', 25),
      column(words.amount, 'right', 25),
    ],
    rows: lines.map(line => ({ cells: cellsOf(line, currency, language), carried: '' })),
    carried: null,
    sums: [{ label: words.subtotal(invoice), amount: total, isTotal: true }],
  }
}

function cellsOf(line: ClaimLine, currency: string, language: Language) {
  const words = LETTER_WORDS[language]
  const { kind, from, to, days, rateBps, baseCents, source } = line
  const note = source === null ? null : sourceText(kind, source, language)
  const period =
    from === to ? shortDate(from, language) : `${shortDate(from, language)} – ${shortDate(to, language)}`
  return [
    cell(words.lines[kind], note),
    cell(period),
    cell(days === null ? '' : String(days)),
    cell(rateBps === null ? '' : percent(rateBps, language)),
    cell(baseCents === null ? '' : amountText(baseCents, currency, language)),
    cell(amountText(line.amountCents, currency, language)),
  ]
}

/** The text of law or clause as it stands, its dates as the reader writes them; for a waiver, what was waived. */
function sourceText(kind: ClaimLine['kind'], source: string, language: Language): string {
  const { waived } = LETTER_WORDS[language]
  if (kind === 'waived' && Object.hasOwn(waived, source)) return waived[source as keyof typeof waived]
  return source.replace(/\d{4}-\d{2}-\d{2}/g, iso => {
    const on = parseDay(iso)
    return on === null ? iso : shortDate(on, language)
  })
}

/** Sums that are zero are left out; what the letter leaves out of the claim comes after its total. */
function totalSums(annex: ClaimAnnex, language: Language): LetterSum[] {
  const { claim, currency, disputedCents, creditCents } = annex
  const { totals } = claim
  const words = LETTER_WORDS[language]
  const labels = LABELS[language]
  const line = (label: string, cents: Cents, isTotal = false) =>
    cents === 0n && !isTotal ? [] : [{ label, amount: amountText(cents, currency, language), isTotal }]
  const less = (label: string, cents: Cents) => line(label, subtract(ZERO, cents))
  const leavesOut = disputedCents > 0n || creditCents > 0n
  return [
    ...line(words.totals.principal, totals.principalCents),
    ...less(words.totals.paid, totals.paidCents),
    ...less(words.totals.credited, totals.creditedCents),
    ...line(words.totals.interest, totals.interestCents),
    ...line(words.totals.indemnity, totals.indemnityCents),
    ...less(words.totals.waived, totals.waivedCents),
    ...line(words.totals.total, totals.totalCents, true),
    ...less(labels.disputed, disputedCents),
    ...less(labels.credit, creditCents),
    ...(leavesOut ? line(words.claimed, annexTotal(annex), true) : []),
  ]
}
