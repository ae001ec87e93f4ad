import type { Creditor } from '../store/parties/creditors.ts'
import { type Refused, refuse } from './refused.ts'

/** The creditor that a person names by its code. */
export function creditorNamed<Known extends Pick<Creditor, 'code'>>(
  creditors: readonly Known[],
  code: string,
): Known | Refused {
  const named = creditors.find(creditor => creditor.code === code)
  return named ?? refuse('unknown-creditor', { creditor: code, known: creditors.map(known => known.code) })
}
