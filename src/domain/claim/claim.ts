/** The claim (décompte): what is owed on a date, line by line, each line with the text it comes from. */

import { addDays, type Day, earlierOf } from '../date.ts'
import type { InterestTerms } from '../interest/interest-terms.ts'
import { type Debt, lateInterest } from '../interest/late-interest.ts'
import type { RateBook, UnknownRate } from '../interest/rate.ts'
import { add, cents, ZERO } from '../money.ts'
import type { ClaimItem, ClaimTerms } from './claim-item.ts'
import { amountLine, type ClaimLine, type ClaimTotals, totalsOf } from './claim-line.ts'
import { type ClaimWarning, floorWarnings } from './claim-warning.ts'
import { addIndemnity } from './indemnity.ts'
import { waivedLines } from './waiver.ts'

export type Claim = {
  readonly lines: readonly ClaimLine[]
  readonly totals: ClaimTotals
  readonly warnings: readonly ClaimWarning[]
}

/** What is owed on `terms.until` for some items of one debtor in one currency; later movements are ignored. */
export function drawUpClaim(
  items: readonly ClaimItem[],
  terms: ClaimTerms,
  rates: RateBook,
): Claim | UnknownRate {
  const lines: ClaimLine[] = []
  let perDayCents = ZERO
  for (const invoiceItems of byInvoice(items)) {
    const first = lines.length
    let waives = false
    for (const item of invoiceItems) {
      const stoppedOn = judgmentOn(item, terms)
      waives ||= hasWaivers(item)
      const interest = lateInterest(interestDebt(item), interestTerms(item, terms, stoppedOn), rates)
      if ('unknownRate' in interest) return interest
      addPrincipal(lines, item, terms.until)
      for (const segment of interest.segments) lines.push(segment)
      if (stoppedOn === null) perDayCents = add(perDayCents, interest.perDayCents)
    }
    addIndemnity(lines, invoiceItems, terms, rates.rules[terms.debtor])
    if (waives) {
      lines.push(...waivedLines(invoiceItems, totalsOf(lines.slice(first), ZERO), terms.until))
    }
  }
  return { lines, totals: totalsOf(lines, perDayCents), warnings: floorWarnings(lines, terms, rates) }
}

function byInvoice(items: readonly ClaimItem[]): readonly (readonly ClaimItem[])[] {
  if (items.length === 1) return [items]
  const invoices = new Map<string, ClaimItem[]>()
  for (const item of items) {
    const known = invoices.get(item.invoice)
    if (known) known.push(item)
    else invoices.set(item.invoice, [item])
  }
  return [...invoices.values()]
}

function hasWaivers({ waivers }: ClaimItem): boolean {
  return waivers !== undefined && waivers.length > 0
}

/** A principal that was given up bears no interest from that day, as if it were credited. */
function interestDebt(item: ClaimItem): Debt {
  if (!hasWaivers(item)) return item
  const waived = (item.waivers ?? []).filter(waiver => waiver.of === 'principal')
  const movements = [
    ...item.movements,
    ...waived.map(({ on, amountCents }) => ({ on, amountCents, kind: 'credit-note' as const })),
  ]
  return { invoice: item.invoice, amountCents: item.amountCents, dueOn: item.dueOn, movements }
}

/** Interest of a claim born before the opening judgment stops on its eve (C. com. L622-28). */
function interestTerms(item: ClaimItem, terms: ClaimTerms, stoppedOn: Day | null): InterestTerms {
  const { formalNoticeOn = terms.formalNoticeOn } = item
  if (stoppedOn === null && formalNoticeOn === terms.formalNoticeOn) return terms
  const until = stoppedOn === null ? terms.until : earlierOf(terms.until, addDays(stoppedOn, -1))
  return { ...terms, formalNoticeOn, until }
}

/** The judgment that stopped the claim by then; null when it was born later, or there was none. */
function judgmentOn(item: ClaimItem, { insolvencyOn, until }: ClaimTerms): Day | null {
  const before = insolvencyOn !== null && item.issuedOn < insolvencyOn ? insolvencyOn : null
  const stoppedOn = item.stoppedOn === undefined ? before : item.stoppedOn
  return stoppedOn !== null && stoppedOn <= until ? stoppedOn : null
}

function addPrincipal(lines: ClaimLine[], item: ClaimItem, until: Day): void {
  lines.push(amountLine('principal', item.invoice, item.issuedOn, item.dueOn, item.amountCents, null))
  if (item.movements.length === 0) return
  const movements = item.movements
    .filter(movement => movement.on <= until)
    .sort((a, b) => a.on - b.on || compare(a.kind, b.kind) || compare(a.amountCents, b.amountCents))
  for (const { kind, on, amountCents } of movements) {
    lines.push(amountLine(kind, item.invoice, on, on, cents(-amountCents), null))
  }
}

function compare<T extends string | bigint>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0
}
