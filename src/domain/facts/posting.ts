import type { Action } from '../action.ts'
import type { Case } from '../case/case.ts'
import { type Day, earlierOf } from '../date.ts'
import { failed } from '../decide/adopt.ts'

/**
 * How far a posted letter has come. `returned`: it came back and nobody knows why yet; a person who holds the envelope
 * says whether it was refused, unclaimed or wrongly addressed.
 */
export type PostalStatus =
  | 'posted'
  | 'presented'
  | 'received'
  | 'refused'
  | 'unclaimed'
  | 'wrong-address'
  | 'returned'

/** It goes by the post, registered or not. */
export function isOnPaper({ channel }: Pick<Action, 'channel'>): boolean {
  return channel === 'letter' || channel === 'registered-letter'
}

/** The letter as posted, the proof of its deposit, the acknowledgement of its receipt, the envelope that came back. */
export type ProofKind = 'letter' | 'deposit' | 'receipt' | 'return'

/** News of a posted letter, as the post, a provider or a person tells it. */
export type PostalNews = {
  status: PostalStatus
  on: Day
  trackingNumber: string | null
  detail: string | null
}

/**
 * The case once news of a letter is known. The deadline of a formal notice runs from the first presentation, whether the
 * debtor takes the letter or refuses it; one that goes unclaimed keeps the presentation already known. A wrong address is
 * a failure of the channel: the step is taken back.
 */
export function withPostalNews(caseFile: Case, action: Action, { status, on }: PostalNews): Case {
  switch (status) {
    case 'presented':
    case 'received':
    case 'refused':
      return presentedOn(caseFile, action, on)
    case 'wrong-address':
      return action.status === 'done' ? failed(caseFile, action.id, on) : caseFile
    case 'posted':
    case 'unclaimed':
    case 'returned':
      return caseFile
  }
}

function presentedOn(caseFile: Case, action: Action, on: Day): Case {
  const first = action.presentedOn === null ? on : earlierOf(action.presentedOn, on)
  if (first === action.presentedOn || action.channel !== 'registered-letter') return caseFile
  return {
    ...caseFile,
    actions: caseFile.actions.map(other =>
      other.id === action.id ? { ...other, presentedOn: first } : other,
    ),
  }
}

/** A letter whose way is over: later news of an earlier stage is old. */
export function isAtItsEnd(status: PostalStatus): boolean {
  return status !== 'posted' && status !== 'presented'
}
