/** What a late business or public body owes for recovery: 40 € an invoice, and more where costs are proved. */

import { addDays, earlierOf } from '../date.ts'
import type { LatePaymentRule } from '../interest/rate.ts'
import { smallerOf, subtract } from '../money.ts'
import type { ClaimItem, ClaimTerms, RecoveryCost } from './claim-item.ts'
import { amountLine, type ClaimLine } from './claim-line.ts'

/** Once per late invoice, however many items or reminders it has (C. com. D441-5, CCP D2192-35), and its complement. */
export function addIndemnity(
  lines: ClaimLine[],
  items: readonly ClaimItem[],
  terms: ClaimTerms,
  { indemnity }: LatePaymentRule,
): void {
  if (indemnity === null) return
  let earliest: ClaimItem | null = null
  let hasCosts = false
  for (const item of items) {
    hasCosts ||= item.costs !== undefined && item.costs.length > 0
    if (item.issuedOn < indemnity.since || !owesIndemnity(item, terms)) continue
    if (earliest === null || item.dueOn < earliest.dueOn) earliest = item
  }
  if (earliest === null) return
  const { invoice, dueOn } = earliest
  const late = addDays(dueOn, 1)
  lines.push(amountLine('indemnity', invoice, late, late, indemnity.amountCents, indemnity.article))
  if (!hasCosts) return
  const costs = items.flatMap(item => item.costs ?? []).filter(({ on }) => on <= terms.until)
  lines.push(...complementLines(invoice, costs, indemnity))
}

/** Proven costs beyond the flat amount, which pays the first of them (C. com. L441-10 II, CCP L2192-13). */
function complementLines(
  invoice: string,
  costs: readonly RecoveryCost[],
  { amountCents, complementArticle }: NonNullable<LatePaymentRule['indemnity']>,
): ClaimLine[] {
  let flatLeft = amountCents
  return [...costs].sort(byDay).map(cost => {
    const covered = smallerOf(flatLeft, cost.amountCents)
    flatLeft = subtract(flatLeft, covered)
    const source = [complementArticle, cost.document].filter(Boolean).join(' : ')
    const line = amountLine(
      'complement',
      invoice,
      cost.on,
      cost.on,
      subtract(cost.amountCents, covered),
      source,
    )
    return { ...line, baseCents: cost.amountCents }
  })
}

/** Late, for an amount that no credit note has cancelled since, and not due after insolvency opened. */
function owesIndemnity(
  { amountCents, dueOn, movements }: ClaimItem,
  { until, insolvencyOn }: ClaimTerms,
): boolean {
  if (until <= dueOn) return false
  if (insolvencyOn !== null && insolvencyOn <= earlierOf(until, dueOn)) return false
  let onTime = 0n
  for (const movement of movements) {
    if (movement.on <= (movement.kind === 'payment' ? dueOn : until)) onTime += movement.amountCents
  }
  return amountCents > onTime
}

function byDay(a: RecoveryCost, b: RecoveryCost): number {
  if (a.on !== b.on) return a.on - b.on
  if (a.amountCents !== b.amountCents) return a.amountCents < b.amountCents ? -1 : 1
  return a.document < b.document ? -1 : a.document > b.document ? 1 : 0
}
