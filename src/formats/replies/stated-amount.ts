/** Amounts as people write them in a sentence: `1 250,00 €`, `€1,200`, `500 euros`, `EUR 860.40`. */
import { readAmount } from '../amount.ts'

export type SaidAmount = { start: number; end: number; cents: number }

const NUMBER = "\\d{1,3}(?:[ .,']\\d{3}){1,2}(?:[.,]\\d{1,2})?|\\d{1,9}(?:[.,]\\d{1,2})?"
const AMOUNT = new RegExp(
  `(?:€|\\beur(?:os?)?) ?(${NUMBER})(?![\\d])|(?<![\\w.,/-])(${NUMBER}) ?(?:€|eur(?:os?)?\\b)`,
  'g',
)

/** Of a text in plain letters (see plain-letters). Euros alone: another currency is for a person to read. */
export function saidAmounts(plain: string): SaidAmount[] {
  return [...plain.matchAll(AMOUNT)].flatMap(({ 0: whole, 1: after, 2: before, index }) => {
    const number = after ?? before ?? ''
    // `1,200 €`: nobody writes thousandths of a euro.
    const amount = readAmount(number, null) ?? readAmount(number, number.includes(',') ? '.' : ',')
    return amount === null ? [] : [{ start: index, end: index + whole.length, cents: Number(amount) }]
  })
}
