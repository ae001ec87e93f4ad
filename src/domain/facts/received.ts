import { type Case, lookAgain } from '../case/case.ts'
import { withoutEmail } from '../case/contact-address.ts'
import type { Day } from '../date.ts'
import { failed } from '../decide/adopt.ts'
import { addHold, endHolds } from './record-agreement.ts'
import type { MessageClass, Suggestion } from './reply.ts'

/**
 * A message that came in, as far as its case goes. `actionId`: the action whose message it answers; null when nothing
 * says which. `address`: the one we had written to, which bounced or complained. `softBounces`: messages to it that
 * were put off one after the other, this one included.
 */
export type ReceivedMessage = {
  class: MessageClass
  actionId: number | null
  address: string | null
  softBounces: number
}

/** An address that puts off so many messages in a row is taken for dead. */
const SOFT_BOUNCES = 3

/** The case once a message came in: an answer waits to be read, what never arrived goes another way (docs/rules.md 25.2, 25.3). */
export function received(caseFile: Case, message: ReceivedMessage, on: Day): Case {
  switch (message.class) {
    case 'reply':
      return holdUntilRead(caseFile, on)
    case 'hard-bounce':
      return neverArrived(caseFile, message, on)
    case 'soft-bounce':
      return message.softBounces >= SOFT_BOUNCES ? neverArrived(caseFile, message, on) : caseFile
    case 'abuse-report':
      return lookAgain(withoutEmail(caseFile, message.address), on)
    case 'policy-rejection':
    case 'auto-reply':
    case 'other':
      return caseFile
  }
}

/** True when nobody needs to read the message: a machine wrote it, its effect is done, and it suggests nothing. */
export function needsNobody(kind: MessageClass, suggestions: readonly Suggestion[]): boolean {
  const isByMachine = kind === 'hard-bounce' || kind === 'soft-bounce' || kind === 'auto-reply'
  return isByMachine && suggestions.length === 0
}

/** Nothing leaves by itself while a reply is unread (docs/rules.md 25.2). Several unread replies make one hold. */
export function holdUntilRead(caseFile: Case, on: Day): Case {
  if (caseFile.holds.some(hold => hold.reason === 'reply-unread' && hold.endedOn === null)) return caseFile
  const held = addHold(caseFile, { reason: 'reply-unread', itemIds: null, from: on, until: null })
  return lookAgain(held, on)
}

export function repliesRead(caseFile: Case, on: Day): Case {
  return lookAgain(endHolds(caseFile, 'reply-unread', on), on)
}

/**
 * Only a message that had left is taken back: told of twice, it has failed already, and its fallback may have gone
 * since.
 */
function neverArrived(caseFile: Case, { actionId, address }: ReceivedMessage, on: Day): Case {
  const action = caseFile.actions.find(({ id }) => id === actionId)
  const hadLeft = action?.status === 'done' || action?.status === 'uncertain'
  return lookAgain(withoutEmail(hadLeft ? failed(caseFile, action.id, on) : caseFile, address), on)
}
