import type { Day } from '../date.ts'
import { atLeastZero, cents, smallerOf, subtract } from '../money.ts'
import type { ClaimItem } from './claim-item.ts'
import { amountLine, type ClaimLine, type ClaimTotals } from './claim-line.ts'

/** Waivers of an invoice in date order, each no larger than what is left to waive of its kind. */
export function waivedLines(items: readonly ClaimItem[], totals: ClaimTotals, until: Day): ClaimLine[] {
  const { principalCents, paidCents, creditedCents, interestCents, indemnityCents } = totals
  const left = {
    principal: atLeastZero(subtract(subtract(principalCents, paidCents), creditedCents)),
    interest: interestCents,
    indemnity: indemnityCents,
  }
  return items
    .flatMap(({ invoice, waivers }) => (waivers ?? []).map(waiver => ({ invoice, ...waiver })))
    .filter(({ on }) => on <= until)
    .sort((a, b) => a.on - b.on || order(a.of, b.of) || order(a.amountCents, b.amountCents))
    .map(({ invoice, on, of, amountCents }) => {
      const waivedCents = smallerOf(amountCents, left[of])
      left[of] = subtract(left[of], waivedCents)
      return amountLine('waived', invoice, on, on, cents(-waivedCents), of)
    })
}

function order<T extends string | bigint>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0
}
