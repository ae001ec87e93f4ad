import type { Day } from './date.ts'
import type { InterestSegment } from './late-interest.ts'
import { type Cents, cents } from './money.ts'

/**
 * A line of the claim. `amountCents` is signed: lines add up to the total. `from` and `to` are the first and
 * last day of an interest segment, the issue and due dates of a principal, the day of anything else, twice.
 * `baseCents` is what bears interest, or the costs that a complement is a part of. `source` is the text of law,
 * the clause of contract or the document that proves costs, and for a waiver what was waived.
 */
export type ClaimLine = {
  readonly kind: 'principal' | 'payment' | 'credit-note' | 'interest' | 'indemnity' | 'complement' | 'waived'
  readonly invoice: string
  readonly baseCents: Cents | null
  readonly from: Day
  readonly to: Day
  readonly days: number | null
  readonly rateBps: number | null
  readonly amountCents: Cents
  readonly source: string | null
}

/**
 * Totals are positive; total = principal + interest + indemnity − paid − credited − waived, negative if overpaid.
 * The indemnity is the flat one with its complements.
 */
export type ClaimTotals = {
  readonly principalCents: Cents
  readonly paidCents: Cents
  readonly creditedCents: Cents
  readonly interestCents: Cents
  readonly indemnityCents: Cents
  readonly waivedCents: Cents
  readonly totalCents: Cents
  /** Interest of one more day at the current rate; zero while no interest runs. */
  readonly perDayCents: Cents
}

/** Spelt out, as in `emptyCase`: a claim has many lines. */
export function interestLine(invoice: string, segment: InterestSegment): ClaimLine {
  const { baseCents, from, to, days, rateBps, amountCents, source } = segment
  return { kind: 'interest', invoice, baseCents, from, to, days, rateBps, amountCents, source }
}

/** A line that bears no interest. */
export function amountLine(
  kind: ClaimLine['kind'],
  invoice: string,
  from: Day,
  to: Day,
  amountCents: Cents,
  source: string | null,
): ClaimLine {
  return { kind, invoice, baseCents: null, from, to, days: null, rateBps: null, amountCents, source }
}

/** Each kind of line added up. */
export function totalsOf(lines: readonly ClaimLine[], perDayCents: Cents): ClaimTotals {
  const sums = {
    principal: 0n,
    payment: 0n,
    'credit-note': 0n,
    interest: 0n,
    indemnity: 0n,
    complement: 0n,
    waived: 0n,
  } satisfies Record<ClaimLine['kind'], bigint>
  let total = 0n
  for (const { kind, amountCents } of lines) {
    sums[kind] += amountCents
    total += amountCents
  }
  return {
    principalCents: cents(sums.principal),
    paidCents: cents(-sums.payment),
    creditedCents: cents(-sums['credit-note']),
    interestCents: cents(sums.interest),
    indemnityCents: cents(sums.indemnity + sums.complement),
    waivedCents: cents(-sums.waived),
    totalCents: cents(total),
    perDayCents,
  }
}
