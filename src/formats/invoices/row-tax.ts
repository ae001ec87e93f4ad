/** The VAT of a row, from its columns before tax and of tax, when they leave no doubt. */
import { type Cents, cents, divideHalfUp } from '../../domain/money.ts'
import { readAmount } from '../amount.ts'
import { canonical } from '../header-words.ts'
import type { Columns, MappedRow } from '../tables/mapped-table.ts'

/** No rate in the Union is above it: a greater share says that the column is something else. */
const HIGHEST_RATE_PERCENT = 27n

/**
 * VAT included in the amount, or null: neither column is there, they contradict the total, or a lone `TVA` column may hold
 * rates. Never an error: an invoice is chased as well without it.
 */
export function readTax(row: MappedRow, table: Columns, amountCents: Cents): Cents | null {
  const decimal = table.mapping.decimal
  const net = magnitude(readAmount(row.value('amountExclTax'), decimal))
  const tax = magnitude(readAmount(row.value('tax'), decimal))
  if (net === null)
    return tax !== null && saysAmount(table.header('tax')) ? plausible(tax, amountCents) : null
  const difference = amountCents - net
  const agrees = tax === null || tax === difference || isRate(tax, net, difference)
  return agrees ? plausible(difference, amountCents) : null
}

/** `20`, beside 500.00 before tax and 600.00 in all. */
function isRate(percentTimes100: bigint, net: bigint, tax: bigint): boolean {
  return divideHalfUp(net * percentTimes100, 10_000n) === tax
}

/** `Montant TVA`, not `TVA`, which holds rates in some exports, nor `Montant TVA 20 %`, one of several. */
function saysAmount(header: string): boolean {
  const words = canonical(header)
  return words !== 'tva' && !/\d/.test(words)
}

function plausible(tax: bigint, amountCents: Cents): Cents | null {
  const net = amountCents - tax
  return tax >= 0n && tax * 100n <= net * HIGHEST_RATE_PERCENT + 100n ? cents(tax) : null
}

function magnitude(amount: bigint | null): bigint | null {
  return amount !== null && amount < 0n ? -amount : amount
}
