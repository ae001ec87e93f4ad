import { needsNobody, repliesRead } from '../../domain/facts/received.ts'
import type { Tx } from '../../store/database.ts'
import {
  type InboundMessage,
  lockInbound,
  markRead,
  tieInbound,
  unreadReplies,
} from '../../store/inbox/inbound-messages.ts'
import type { Desk } from '../desk.ts'
import { findOneCase } from '../find-case.ts'
import { type Refused, refuse } from '../refused.ts'
import { unknownMessage } from './read-message.ts'
import { changeByMessage, takeEffect } from './take-effect.ts'
import { tieTo } from './tie-message.ts'

export type AssignMessage = { number: number; debtor: string }
export type AssignedMessage = { id: string; case: string; class: InboundMessage['class'] }

/** Ties a message to the case that a person says; it takes effect there, and a reply no longer does where it was. */
export async function assignMessage(desk: Desk, input: AssignMessage): Promise<AssignedMessage | Refused> {
  const { number } = input
  return desk.transaction(async tx => {
    const message = await lockInbound(tx, number)
    if (!message) return unknownMessage(number)
    const found = await findOneCase(tx, input.debtor)
    if ('refused' in found) return found
    const answer = { id: `M-${number}`, case: found.id, class: message.class }
    if (message.caseId === found.caseId) return answer
    if (hasTakenEffect(message)) return refuse('already-tied', { message: `M-${number}` })
    const tied = await tieTo(tx, found.caseId, message.class === 'reply' ? null : message.recipient, 'person')
    await tieInbound(tx, number, tied)
    await markRead(tx, number, needsNobody(message.class, message.suggestions) ? desk.today : null, null)
    if (message.caseId !== null) await leave(desk, tx, message.caseId, message)
    await takeEffect(desk, tx, message, tied)
    return answer
  })
}

/** A bounce un-passed a step, an accepted suggestion was recorded: neither goes from one case to another. */
function hasTakenEffect({ caseId, class: kind, suggestions }: InboundMessage): boolean {
  if (caseId === null) return false
  const isAccepted = suggestions.some(({ state }) => state === 'accepted' || state === 'changed')
  return isAccepted || kind === 'hard-bounce' || kind === 'soft-bounce' || kind === 'abuse-report'
}

async function leave(
  desk: Desk,
  tx: Tx,
  caseId: string,
  { number, class: kind }: InboundMessage,
): Promise<void> {
  const holdsNoMore = kind === 'reply' && (await unreadReplies(tx, caseId)) === 0
  const entry = { message: `M-${number}`, leaves: true }
  await changeByMessage(desk, tx, caseId, entry, caseFile =>
    holdsNoMore ? repliesRead(caseFile, desk.today) : caseFile,
  )
}
