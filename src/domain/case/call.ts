import type { Day } from '../date.ts'

/** How a call ended, as the person who made it says. */
export type CallOutcome =
  | 'reached'
  | 'message-left'
  | 'wrong-number'
  | 'promise'
  | 'dispute'
  | 'refuses'
  | 'call-back'

/** Why the debtor has not paid, as it says itself. */
export type NonPaymentCause =
  | 'oversight'
  | 'invoice-not-received'
  | 'wrong-bank-details'
  | 'insufficient-funds'
  | 'mandate-not-returned'
  | 'expired-card'
  | 'administrative'
  | 'financial-difficulty'
  | 'dispute'
  | 'refusal'
  | 'unreachable'
  | 'other'

/** A call that was made. An action has several when the debtor asked to be called back. */
export type Call = {
  id: number
  actionId: number
  madeOn: Day
  outcome: CallOutcome
  cause: NonPaymentCause | null
  note: string | null
}

/**
 * True when the call leaves its action to be done. The action counts as one contact, on the day on which it ends, so
 * this call is counted beside it (docs/rules.md 4.3, 14.2).
 */
export function leavesActionOpen(call: Call): boolean {
  return call.outcome === 'call-back'
}
