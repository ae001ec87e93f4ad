/** Amounts in cents, as integers of any size. No float ever touches one. */
export type Cents = bigint & { readonly unit: 'cents' }

export const ZERO = 0n as Cents

export function cents(value: bigint | number): Cents {
  return BigInt(value) as Cents
}

export function add(a: Cents, b: Cents): Cents {
  return (a + b) as Cents
}

export function subtract(a: Cents, b: Cents): Cents {
  return (a - b) as Cents
}

export function sum(amounts: Iterable<Cents>): Cents {
  let total = 0n
  for (const amount of amounts) total += amount
  return total as Cents
}

export function smallerOf(a: Cents, b: Cents): Cents {
  return a < b ? a : b
}

/** The amount itself, or zero when negative. */
export function atLeastZero(amount: Cents): Cents {
  return amount > 0n ? amount : ZERO
}

/** Integer division rounded half up, away from zero: the way in which the product rounds (docs/rules.md 22.1). */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  if (denominator <= 0n) throw new RangeError('the denominator must be positive')
  return numerator >= 0n
    ? (2n * numerator + denominator) / (2n * denominator)
    : -((-2n * numerator + denominator) / (2n * denominator))
}

/** `1200`, `1200.5`, `-12.30` → cents; null for anything else. At most two decimals, a point as separator. */
export function parseAmount(text: string): Cents | null {
  const match = /^(-?)(\d{1,16})(?:\.(\d{1,2}))?$/.exec(text)
  if (!match) return null
  const value = BigInt(match[2] as string) * 100n + BigInt((match[3] ?? '').padEnd(2, '0'))
  return cents(match[1] ? -value : value)
}

/** Cents → `1200.00`. */
export function formatAmount(amount: Cents): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0')
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
