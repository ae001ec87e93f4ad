import type { Case } from '../../domain/case/case.ts'
import { received } from '../../domain/facts/received.ts'
import type { Tx } from '../../store/database.ts'
import { type InboundMessage, softBounces } from '../../store/inbox/inbound-messages.ts'
import type { JournalLine } from '../../store/journal/case-journal.ts'
import { closeCase, openCase } from '../change-cases.ts'
import type { Desk } from '../desk.ts'
import type { Tied } from './tie-message.ts'

/** What a message changes in the case it is tied to, with the line that says so. */
export async function takeEffect(desk: Desk, tx: Tx, message: InboundMessage, tied: Tied): Promise<void> {
  const isPutOff = message.class === 'soft-bounce'
  const answered = {
    class: message.class,
    actionId: tied.actionId,
    address: tied.recipient,
    softBounces: isPutOff ? await softBounces(tx, tied.caseId) : 0,
  }
  await changeByMessage(desk, tx, tied.caseId, entryOf(message, tied), caseFile =>
    received(caseFile, answered, desk.today),
  )
}

/** Changes one case because of a message, which the line names. */
export async function changeByMessage(
  desk: Desk,
  tx: Tx,
  caseId: string,
  entry: JournalLine['entry'],
  change: (caseFile: Case) => Case,
): Promise<void> {
  const opened = await openCase(desk, tx, caseId)
  await closeCase(desk, tx, opened, change(opened.stored.caseFile), { kind: 'inbox', entry })
}

/** The journal quotes the beginning; the message is kept whole. */
const QUOTED = 500

/** An emoji cut in two is no text. */
function beginning(text: string | null): string | null {
  return text?.slice(0, QUOTED).replace(/\p{Surrogate}$/u, '') ?? null
}

/** What is known, in the message's own words; absent keys are left out. */
function entryOf(message: InboundMessage, { tiedBy, recipient }: Tied): JournalLine['entry'] {
  const { class: kind, fromAddress, subject, newText, status, diagnostic, absentUntil } = message
  const known = {
    from: fromAddress,
    subject,
    words: beginning(newText),
    recipient,
    status,
    diagnostic,
    absentUntil,
  }
  return {
    message: `M-${message.number}`,
    class: kind,
    tiedBy,
    ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null)),
  }
}
