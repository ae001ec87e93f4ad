import type { Day } from '../../domain/date.ts'
import { findReferences } from '../../domain/match/match-reference.ts'
import type { EmailReading } from '../../formats/mail/email.ts'
import type { Tx } from '../../store/database.ts'
import type { Tie } from '../../store/inbox/inbound-messages.ts'
import { casesOfAddress, lastSentTo, sentByMessageId } from '../../store/outbox/sent-messages.ts'
import { findCreditors } from '../../store/parties/creditors.ts'
import type { OpenReferences, References } from './open-references.ts'

/** `recipient`: the address that we had written to, whatever a forwarding made of it. */
export type Tied = Tie & { recipient: string | null }

/**
 * The case that a message belongs to, by what it proves: the message of ours that it answers, then invoice numbers or a
 * case's codes in what was newly written, then the address it comes from or tells of. Null when that leaves a doubt: a
 * message is never tied to the likeliest case of several.
 */
export async function tieMessage(
  tx: Tx,
  email: EmailReading,
  creditorId: string | null,
  on: Day,
  references: OpenReferences,
): Promise<Tied | null> {
  return (await byHeaders(tx, email, creditorId)) ?? (await byContent(tx, email, creditorId, on, references))
}

/** A message tied to a case by other means than headers concerns the last one that left for its address. */
export async function tieTo(
  tx: Tx,
  caseId: string,
  recipient: string | null,
  tiedBy: Tie['tiedBy'],
): Promise<Tied> {
  const sent = await lastSentTo(tx, caseId, recipient)
  return { caseId, actionId: sent?.actionId ?? null, tiedBy, recipient: recipient ?? sent?.recipient ?? null }
}

async function byHeaders(tx: Tx, email: EmailReading, creditorId: string | null): Promise<Tied | null> {
  const ids = [email.originalMessageId, email.inReplyTo, ...email.references.toReversed()]
  const named = ids.filter((id): id is string => id !== null)
  const sent = await sentByMessageId(tx, named)
  for (const id of named) {
    const found = sent.find(
      one => one.messageId === id && (creditorId === null || one.creditorId === creditorId),
    )
    if (found) {
      const { caseId, actionId, recipient } = found
      return { caseId, actionId, tiedBy: 'headers', recipient: recipient ?? addressOf(email) }
    }
  }
  return null
}

async function byContent(
  tx: Tx,
  email: EmailReading,
  creditorId: string | null,
  on: Day,
  references: OpenReferences,
): Promise<Tied | null> {
  const addressed = await casesOfAddress(tx, creditorId, addressesOf(email))
  const creditors = creditorId ? [creditorId] : (await findCreditors(tx)).map(one => one.creditorId)
  const named = { surely: new Set<string>(), maybe: new Set<string>() }
  const text = [email.subject, email.newText].filter(Boolean).join('\n')
  for (const creditor of creditors) noteReferences(await references(tx, creditor, on), text, named)
  const theirs = addressed.map(({ caseId }) => caseId)
  const open = addressed.filter(({ isClosed }) => !isClosed).map(({ caseId }) => caseId)
  const isTheirs = (caseId: string) => theirs.includes(caseId)
  const recipient = addressOf(email)
  const byReference = only([...named.surely].filter(isTheirs)) ?? only([...named.surely])
  if (byReference) return tieTo(tx, byReference, recipient, 'reference')
  if (named.surely.size > 1) return null
  const byAddress = only(theirs) ?? only([...named.maybe].filter(isTheirs)) ?? only(open)
  return byAddress === null ? null : tieTo(tx, byAddress, recipient, 'address')
}

/** A short number is often there by chance: it only tells the cases of one address apart. */
function noteReferences(
  { index, caseOfItem, cases }: References,
  text: string,
  named: { surely: Set<string>; maybe: Set<string> },
): void {
  for (const reference of findReferences(text, index).exact) {
    const found = reference.strength === 'faint' ? named.maybe : named.surely
    for (const item of reference.items) found.add(caseOfItem[item] as string)
  }
  const words = new Set(text.split(/[^\p{L}\p{N}/_.-]+/u))
  for (const { caseId, case: codes } of cases) if (words.has(codes)) named.surely.add(caseId)
}

/** The address that failed or complained, as we had written it; null of a message that people wrote. */
function addressOf({ originalRecipient, recipient }: EmailReading): string | null {
  return originalRecipient ?? recipient
}

function addressesOf(email: EmailReading): string[] {
  const told = [email.originalRecipient, email.recipient].filter(address => address !== null)
  if (told.length > 0) return told
  return email.from ? [email.from.address] : []
}

function only<Value>(values: readonly Value[]): Value | null {
  return values.length === 1 ? (values[0] as Value) : null
}
