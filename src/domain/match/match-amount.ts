/** Which items an amount pays, where one choice alone adds up. Bounded, so that no statement takes for ever. */
import type { Cents } from '../money.ts'

/** An amount that may be part of a sum; negative for a credit note. */
export type Addend = { readonly id: number; readonly cents: Cents }

const MOST_PARTS = 20
/**
 * A sum is hardly there by chance when the amounts could make a thousand times as many sums as there are choices among
 * them (docs/rules.md 24.3).
 */
const ACCIDENTS = 1000n

/**
 * The one choice of parts that adds up to the amount, in the order given; null when there is none or more than one, or when
 * there are more than twenty parts. Both halves are counted apart, so that 2 × 1024 sums at most are made.
 */
export function onlyChoice(parts: readonly Addend[], amount: bigint): readonly number[] | null {
  if (parts.length === 0 || parts.length > MOST_PARTS || amount === 0n) return null
  const middle = parts.length >> 1
  const before = sumsOf(parts.slice(0, middle))
  const places = new Map<bigint, number[]>()
  for (const [choice, total] of before.entries()) {
    const known = places.get(total)
    if (known) known.push(choice)
    else places.set(total, [choice])
  }
  let found: number | null = null
  for (const [choice, total] of sumsOf(parts.slice(middle)).entries()) {
    for (const start of places.get(amount - total) ?? []) {
      if (found !== null) return null
      found = (choice << middle) | start
    }
  }
  if (found === null) return null
  const chosen = found
  return parts.filter((_, place) => (chosen >> place) & 1).map(({ id }) => id)
}

/** True where so few sums can be made of these parts that one of them is hardly this amount by accident. */
export function isTelling(parts: readonly Addend[]): boolean {
  let total = 0n
  let unit = 0n
  for (const { cents } of parts) {
    const size = cents < 0n ? -cents : cents
    total += size
    unit = greatestDivisor(unit, size)
  }
  return unit > 0n && (1n << BigInt(parts.length)) * ACCIDENTS <= total / unit
}

/** The sum of each choice of these parts: part n is in choice c when bit n of c is set. */
function sumsOf(parts: readonly Addend[]): bigint[] {
  const sums = [0n]
  for (const { cents } of parts) {
    const count = sums.length
    for (let choice = 0; choice < count; choice++) sums.push((sums[choice] as bigint) + cents)
  }
  return sums
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestDivisor(b, a % b)
}
