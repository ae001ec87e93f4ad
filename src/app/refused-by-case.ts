import type { Refusal } from '../domain/refusal.ts'
import { refusalOfCase } from '../words/refusal-words.ts'
import type { Refused } from './refused.ts'

/** What a case refuses, as a use case refuses it: with its sentence in French. */
export function refusedByCase(refusal: Refusal): Refused {
  return { refused: refusal.refused, message: refusalOfCase(refusal).fr, byCase: refusal }
}
