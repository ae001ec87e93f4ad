import type { Cents } from '../domain/money.ts'

/** Cents → `1 234,56 €`, with non-breaking spaces, for people. */
export function euros(cents: Cents | number | bigint, currency = 'EUR'): string {
  const value = BigInt(cents)
  const digits = (value < 0n ? -value : value).toString().padStart(3, '0')
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, '\u00a0')
  return `${value < 0n ? '−' : ''}${whole},${digits.slice(-2)}\u00a0${currency === 'EUR' ? '€' : currency}`
}

/** Texts in columns: the first flush left, amounts flush right where asked. */
export function table(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const widths: number[] = []
  for (const row of rows)
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, cell.length)
  return rows
    .map(row =>
      row
        .map((cell, index) =>
          right.includes(index) ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
