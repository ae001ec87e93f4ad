import type { Day } from '../date.ts'
import type { Cents } from '../money.ts'

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
  let principal = 0n
  let paid = 0n
  let credited = 0n
  let interest = 0n
  let indemnity = 0n
  let waived = 0n
  let total = 0n
  for (const { kind, amountCents } of lines) {
    total += amountCents
    if (kind === 'interest') interest += amountCents
    else if (kind === 'principal') principal += amountCents
    else if (kind === 'payment') paid -= amountCents
    else if (kind === 'credit-note') credited -= amountCents
    else if (kind === 'waived') waived -= amountCents
    else indemnity += amountCents
  }
  return {
    principalCents: principal as Cents,
    paidCents: paid as Cents,
    creditedCents: credited as Cents,
    interestCents: interest as Cents,
    indemnityCents: indemnity as Cents,
    waivedCents: waived as Cents,
    totalCents: total as Cents,
    perDayCents,
  }
}
