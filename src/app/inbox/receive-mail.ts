import { createHash } from 'node:crypto'
import { formatDay } from '../../domain/date.ts'
import { needsNobody } from '../../domain/facts/received.ts'
import type { MessageClass } from '../../domain/facts/reply.ts'
import { type EmailReading, readEmail } from '../../formats/mail/email.ts'
import type { Problem } from '../../formats/problem.ts'
import type { Tx } from '../../store/database.ts'
import { findInbound, type InboundMessage, insertInbound } from '../../store/inbox/inbound-messages.ts'
import { type MailboxPlace, noteMailboxPlace } from '../../store/inbox/mailbox-places.ts'
import { findCreditors } from '../../store/parties/creditors.ts'
import { lockOrganisation } from '../../store/parties/organisations.ts'
import { caseNames } from '../../store/parties/parties.ts'
import { actingAs, type Desk } from '../desk.ts'
import { creditorNamed } from '../find-creditor.ts'
import type { Refused } from '../refused.ts'
import { openReferences } from './open-references.ts'
import { takeEffect } from './take-effect.ts'
import { type Tied, tieMessage } from './tie-message.ts'

/** Larger ones stay where they are: a person opens them there. */
export const LARGEST_MAIL = 25 * 2 ** 20

/** `creditor`: the code of the one whose mailbox it came by. `place`: how far that mailbox is then read. */
export type ReceiveMail = {
  bytes: Uint8Array
  creditor: string | null
  place?: MailboxPlace & { mailbox: string }
}
/** `id` as people write it, `M-12`; `case` is null while nobody knows whose it is. */
export type ReceivedMail = { id: string; isNew: boolean; class: MessageClass; case: string | null }
export type UnreadableMail = { unreadable: Problem }

/**
 * Takes a message that came in, once: keeps it, ties it to its case, and lets it change the case. `references`: of those who take
 * several.
 */
export async function receiveMail(
  desk: Desk,
  input: ReceiveMail,
  references = openReferences(desk),
): Promise<ReceivedMail | UnreadableMail | Refused> {
  const reading = await read(input.bytes)
  return desk.transaction(async tx => {
    await lockOrganisation(tx)
    const owner = await mailboxOwner(tx, input.creditor)
    if ('refused' in owner) return owner
    const { creditorId } = owner
    if (input.place) await noteMailboxPlace(tx, input.place.mailbox, input.place)
    if ('unreadable' in reading) return reading
    const fingerprint = reading.messageId ?? createHash('sha256').update(input.bytes).digest('hex')
    const known = await findInbound(tx, creditorId, fingerprint)
    if (known) return { ...told(known, await nameOf(tx, known.caseId)), isNew: false }
    const tied = await tieMessage(tx, reading, creditorId, desk.today, references)
    const message = toStore(desk, reading, creditorId, tied)
    const number = await insertInbound(tx, message, { fingerprint, raw: input.bytes })
    if (tied)
      await takeEffect(actingAs(desk, { kind: 'program', name: 'inbox' }), tx, { ...message, number }, tied)
    return { ...told({ ...message, number }, await nameOf(tx, message.caseId)), isNew: true }
  })
}

async function read(bytes: Uint8Array): Promise<EmailReading | UnreadableMail> {
  const { email, problems } = await readEmail(bytes)
  if (email) return email
  const [problem] = problems
  if (!problem) throw new Error('an unreadable message without a problem')
  return { unreadable: problem }
}

/** The creditor named, the only one there is, or null: a mailbox of the whole organisation. */
async function mailboxOwner(tx: Tx, code: string | null): Promise<{ creditorId: string | null } | Refused> {
  const creditors = await findCreditors(tx)
  if (code === null) return { creditorId: (creditors.length === 1 && creditors[0]?.creditorId) || null }
  return creditorNamed(creditors, code)
}

function toStore(
  desk: Desk,
  email: EmailReading,
  creditorId: string | null,
  tied: Tied | null,
): Omit<InboundMessage, 'number'> {
  return {
    creditorId,
    class: email.class,
    fromName: storable(email.from?.name),
    fromAddress: storable(email.from?.address),
    subject: storable(email.subject),
    newText: storable(email.newText),
    recipient: storable(tied?.recipient ?? email.originalRecipient ?? email.recipient),
    status: storable(email.status),
    diagnostic: storable(email.diagnostic),
    // A clock that has gone astray writes years of five digits, which no table takes.
    sentAt: email.sentAt !== null && /^\d{4}-/.test(email.sentAt) ? email.sentAt : null,
    receivedAt: desk.now(),
    absentUntil: email.absentUntil === null ? null : formatDay(email.absentUntil),
    caseId: tied?.caseId ?? null,
    actionId: tied?.actionId ?? null,
    tiedBy: tied?.tiedBy ?? null,
    suggestions: email.suggestions.map(({ kind, evidence, params }) => ({
      kind,
      evidence: storable(evidence) ?? '',
      params,
      state: 'proposed' as const,
      recorded: null,
    })),
    readOn: tied && needsNobody(email.class, email.suggestions) ? formatDay(desk.today) : null,
  }
}

/** Without what is no text: PostgreSQL refuses a NUL, and half of a pair of UTF-16 in JSON. */
function storable(text: string | null | undefined): string | null {
  return text?.replace(/\0|\p{Surrogate}/gu, '') ?? null
}

async function nameOf(tx: Tx, caseId: string | null): Promise<string | null> {
  return caseId === null ? null : ((await caseNames(tx, [caseId]))[0] ?? null)
}

function told(message: InboundMessage, name: string | null): Omit<ReceivedMail, 'isNew'> {
  return { id: `M-${message.number}`, class: message.class, case: name }
}
