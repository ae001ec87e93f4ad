import { actorText } from '../../domain/access/actor.ts'
import { holdUntilRead, repliesRead } from '../../domain/facts/received.ts'
import type { Tx } from '../../store/database.ts'
import {
  type InboundMessage,
  lockInbound,
  markRead,
  unreadReplies,
} from '../../store/inbox/inbound-messages.ts'
import { caseNames } from '../../store/parties/parties.ts'
import type { Desk } from '../desk.ts'
import { type Refused, refuse } from '../refused.ts'
import { changeByMessage } from './take-effect.ts'

export type ReadInbound = { number: number; isRead: boolean }
export type ReadAnswer = { id: string; case: string | null; read: boolean }

/** A person has read a message, or puts it back among the unread. A reply holds its case for as long as it is unread. */
export async function readInbound(desk: Desk, input: ReadInbound): Promise<ReadAnswer | Refused> {
  const { number, isRead } = input
  return desk.transaction(async tx => {
    const message = await lockInbound(tx, number)
    if (!message) return unknownMessage(number)
    if (isRead) await readMessage(desk, tx, message)
    else await unreadMessage(desk, tx, message)
    const [name = null] = message.caseId === null ? [] : await caseNames(tx, [message.caseId])
    return { id: `M-${number}`, case: name, read: isRead }
  })
}

/** The hold ends with the last reply that was unread. */
export async function readMessage(
  desk: Desk,
  tx: Tx,
  { number, caseId, readOn, class: kind }: InboundMessage,
): Promise<void> {
  if (readOn !== null) return
  await markRead(tx, number, desk.today, actorText(desk.actor))
  if (caseId === null || kind !== 'reply' || (await unreadReplies(tx, caseId)) > 0) return
  await changeByMessage(desk, tx, caseId, { message: `M-${number}`, read: true }, caseFile =>
    repliesRead(caseFile, desk.today),
  )
}

async function unreadMessage(
  desk: Desk,
  tx: Tx,
  { number, caseId, readOn, class: kind }: InboundMessage,
): Promise<void> {
  if (readOn === null) return
  await markRead(tx, number, null, null)
  if (caseId === null || kind !== 'reply') return
  await changeByMessage(desk, tx, caseId, { message: `M-${number}`, read: false }, caseFile =>
    holdUntilRead(caseFile, desk.today),
  )
}

export function unknownMessage(number: number): Refused {
  return refuse('unknown-message', { message: `M-${number}` })
}
