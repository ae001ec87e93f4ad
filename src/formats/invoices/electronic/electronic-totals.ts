import { add, type Cents, cents, subtract, ZERO } from '../../../domain/money.ts'
import { error, type Problem, warning } from '../../problem.ts'
import type { ElectronicDraft, TotalsDraft } from './electronic-draft.ts'
import { amountOf } from './xml-fields.ts'

/** `negated`: the source wrote them below zero. `amountCents` is what is owed, rounding to a coin included. */
export type Totals = {
  amountCents: Cents
  inclTaxCents: Cents
  exclTaxCents: Cents | null
  taxCents: Cents | null
  prepaidCents: Cents | null
  payableCents: Cents | null
  negated: boolean
}

/** Null when the total is nowhere, or can't be read. */
export function readTotals(
  draft: ElectronicDraft,
  isCreditNote: boolean,
  problems: Problem[],
): Totals | null {
  const before = problems.length
  const read = (name: keyof TotalsDraft) => amountOf(draft.totals[name], problems)
  const [exclTax, tax, prepaid, payable] = [read('exclTax'), read('tax'), read('prepaid'), read('payable')]
  const rounding = read('rounding') ?? ZERO
  const inclTax = read('inclTax') ?? totalFrom({ exclTax, tax, prepaid, payable, rounding })
  if (problems.slice(before).some(({ severity }) => severity === 'error')) return null
  if (inclTax === null) {
    problems.push(error(draft.line, 'missing-amount', { kind: 'invoice' }))
    return null
  }
  const line = draft.totals.inclTax?.line ?? draft.line
  if (exclTax !== null && tax !== null && add(exclTax, tax) !== inclTax)
    problems.push(warning(line, 'totals-disagree'))
  const negated = inclTax < 0n
  if (negated && isCreditNote) problems.push(warning(line, 'negative-credit-note'))
  const upright = (amount: Cents) => (negated ? cents(-amount) : amount)
  const orNull = (amount: Cents | null) => (amount === null ? null : upright(amount))
  const owed = upright(add(inclTax, rounding))
  return {
    amountCents: owed > 0n ? owed : upright(inclTax),
    inclTaxCents: upright(inclTax),
    exclTaxCents: orNull(exclTax),
    taxCents: orNull(tax),
    prepaidCents: orNull(prepaid),
    payableCents: orNull(payable),
    negated,
  }
}

type Parts = Record<'exclTax' | 'tax' | 'prepaid' | 'payable', Cents | null> & { rounding: Cents }

/** A total that is not written, from what is: before tax and tax, else what is left to pay and what was paid. */
function totalFrom({ exclTax, tax, prepaid, payable, rounding }: Parts): Cents | null {
  if (exclTax !== null && tax !== null) return add(exclTax, tax)
  return payable === null ? null : subtract(add(payable, prepaid ?? ZERO), rounding)
}
