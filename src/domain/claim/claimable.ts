import { type Cents, cents, smallerOf, subtract } from '../money.ts'
import type { Claim } from './claim.ts'

/** What a claim asks for once waivers are taken off: principal less all that was paid, interest, indemnity. */
export type Claimable = {
  readonly principalCents: Cents
  readonly interestCents: Cents
  /** With its complements. */
  readonly indemnityCents: Cents
  /** The 40 € an invoice alone. */
  readonly flatIndemnityCents: Cents
  readonly totalCents: Cents
}

/** The amounts that are asked for, which add up to the claim's total. A waiver of indemnity takes complements first. */
export function claimable({ lines, totals }: Claim): Claimable {
  const waived = { principal: 0n, interest: 0n, indemnity: 0n }
  let flat = 0n
  for (const { kind, source, amountCents } of lines) {
    if (kind === 'indemnity') flat += amountCents
    if (kind === 'waived') waived[source as keyof typeof waived] -= amountCents
  }
  const { principalCents, paidCents, creditedCents, interestCents, indemnityCents, totalCents } = totals
  const indemnity = subtract(indemnityCents, cents(waived.indemnity))
  return {
    principalCents: cents(principalCents - paidCents - creditedCents - waived.principal),
    interestCents: subtract(interestCents, cents(waived.interest)),
    indemnityCents: indemnity,
    flatIndemnityCents: smallerOf(cents(flat), indemnity),
    totalCents,
  }
}
