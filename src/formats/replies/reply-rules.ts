/** What a rule of the vocabulary is; precision first: words that may mean two things are left out. The words: reply-money, reply-causes, reply-means, reply-disputes. */
import type { DisputeReason, SuggestionKind, SuggestionParams } from '../../domain/facts/reply.ts'

/** All are matched against one sentence in plain letters. */
export type Rule = {
  kind: SuggestionKind
  params?: SuggestionParams
  /** One of these. */
  says: readonly RegExp[]
  /** What the sentence must say besides, anywhere. */
  needs?: RegExp
  /** What makes it mean something else: a negation, a condition, another subject. */
  unless?: RegExp
  /** The words mean it only with a day to come. */
  dated?: true
  /** A day or an amount beside it is a part of the whole: neither is told. */
  undated?: true
  /** A question asks it; else a question never means it. */
  asked?: true
}

/** In one sentence, the first makes the second mean nothing: `l'avoir` explains why the payment waits. */
export const PREVAILS: readonly (readonly [SuggestionKind | DisputeReason, SuggestionKind])[] = [
  ['insolvency', 'financial-difficulty'],
  ['insolvency', 'refusal'],
  ['plan-request', 'refusal'],
  ['insufficient-funds', 'financial-difficulty'],
  ['insufficient-funds', 'wrong-bank-details'],
  ['wrong-contact', 'invoice-not-received'],
  ['administrative', 'invoice-not-received'],
  ['wrong-bank-details', 'invoice-not-received'],
  ['dispute', 'invoice-not-received'],
  ['duplicate', 'already-paid'],
  ['dispute', 'administrative'],
]

/** Words made of shorter lists of words. */
export function words(source: string): RegExp {
  return new RegExp(source)
}
