import type { NoParams } from './coded.ts'
import type { ChannelName } from './scenario.ts'

/** Why this case can't take a fact, with what the sentence for the person who recorded it needs. */
export type Refusal = {
  [Code in RefusalCode]: { refused: Code; params: RefusalParams[Code] }
}[RefusalCode]

export type RefusalCode = keyof RefusalParams

/** Items and invoices by their names, days as ISO text. */
export type RefusalParams = {
  /** `known`: ten items of the case at most. */
  'unknown-item': { item: string; known: readonly string[] }
  'unknown-step': { step: string; scenario: string; known: readonly string[] }
  'no-such-action':
    | { lacking: 'message'; channel: ChannelName }
    | { lacking: 'registered-letter' }
    | { lacking: 'step'; step: string }
  'invoice-exists': { invoice: string }
  'nothing-open':
    | { about: 'item'; item: string }
    | { about: 'invoice'; invoice: string }
    | { about: 'call' }
    | { about: 'overdue' }
  'amount-too-high': { item: string; amountCents: number }
  'amount-of-one-item': { items: readonly string[] }
  /** `against`: the day that it should not precede; a call back comes after it. */
  'date-in-the-past': {
    what: 'pause' | 'call-back' | 'publication' | 'declaration' | 'closing'
    date: string
    against: string
  }
  'date-in-the-future': {
    what:
      | 'event'
      | 'judgment'
      | 'publication'
      | 'over-indebtedness'
      | 'performance'
      | 'declaration'
      | 'closing'
    date: string
    recordedOn: string
  }
  'already-noted': { item: string }
  'not-doubtful': { item: string }
  'tax-unknown': { invoices: readonly [string, ...string[]] }
  'tax-too-high': { item: string; taxCents: number; amountCents: number }
  'no-insolvency': NoParams
  'costs-of-consumer': NoParams
  'invoice-on-its-way': { invoice: string }
  'story-only': { fact: string }
}

export function refuse<Code extends RefusalCode>(refused: Code, params: RefusalParams[Code]): Refusal {
  return { refused, params } as Refusal
}
