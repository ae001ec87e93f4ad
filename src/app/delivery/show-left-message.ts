import { readLeftMessage } from '../../store/outbox/messages.ts'
import { findAction } from '../../store/screens/actions.ts'
import type { Desk } from '../desk.ts'
import { type Refused, refuse } from '../refused.ts'

/** `content`: the message byte for byte, as the mail server was given it (RFC 5322). */
export type LeftMessage = { id: string; status: string; endedAt: string | null; content: Uint8Array }

export type ShowLeftMessage = { id: string }

/** An e-mail that left, or may have: signature, attachments and all. */
export async function showLeftMessage(desk: Desk, { id }: ShowLeftMessage): Promise<LeftMessage | Refused> {
  return desk.transaction(async tx => {
    const known = /^\d{1,9}-\d{1,9}$/.test(id) ? await findAction(tx, id) : null
    if (!known) return refuse('unknown-action', { action: id })
    const left = await readLeftMessage(tx, known.caseId, known.actionId)
    if (!left) return refuse('not-left', { action: id })
    return { id, ...left }
  })
}
