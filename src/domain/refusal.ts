/** Said of a fact that this case can't take, in a sentence for the person who recorded it. */
export type Refusal = { refused: RefusalCode; message: string }
export type RefusalCode =
  | 'unknown-item'
  | 'unknown-step'
  | 'no-such-action'
  | 'invoice-exists'
  | 'nothing-open'
  | 'amount-too-high'
  | 'amount-of-one-item'
  | 'date-in-the-past'
  | 'date-in-the-future'
  | 'already-noted'
  | 'not-doubtful'
  | 'tax-unknown'
  | 'tax-too-high'
  | 'no-insolvency'
  | 'costs-of-consumer'
  | 'story-only'

export function refuse(refused: RefusalCode, message: string): Refusal {
  return { refused, message }
}
