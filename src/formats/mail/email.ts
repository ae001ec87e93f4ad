/** A message that comes back (RFC 5322) → what it is, whom it is about, what the person newly wrote and may have meant. */
import type { Day } from '../../domain/date.ts'
import type { MessageClass, Suggestion } from '../../domain/facts/reply.ts'
import { readDate } from '../calendar-date.ts'
import { error, type Problem, warning } from '../problem.ts'
import { suggestionsOf } from '../replies/reply-suggestions.ts'
import { withWindowsLetters } from '../text-encoding.ts'
import { absentUntil, isAway } from './email-absence.ts'
import { isAutoReply, isBulk, isChallenge } from './email-auto.ts'
import { type Bounce, readBounce } from './email-bounce.ts'
import { type Mail, mailboxes, parseMail } from './email-mime.ts'
import { newText } from './email-new-text.ts'
import { feedbackReport, isReadReceipt, returnedMessageId } from './email-report.ts'

export type EmailReading = {
  class: MessageClass
  /** The address that could not be reached, as the last machine knew it; of a complaint, the address that complained. */
  recipient: string | null
  /** The address that we had written to, where a forwarding made another of it. */
  originalRecipient: string | null
  /** Enhanced code of RFC 3463 (`5.1.1`), else the three digits of SMTP. */
  status: string | null
  /** What the refusing machine said. */
  diagnostic: string | null
  /** What the sender newly wrote, without quotes and signature; null for a machine's report. */
  newText: string | null
  suggestions: Suggestion[]
  /** Message ids without their angle brackets. */
  messageId: string | null
  inReplyTo: string | null
  references: string[]
  from: EmailAddress | null
  to: EmailAddress[]
  subject: string | null
  /** The instant of the Date header, ISO 8601 in UTC. */
  sentAt: string | null
  /** The sender's own day at that instant. */
  sentOn: Day | null
  /** Of the message that bounced or was complained about. */
  originalMessageId: string | null
  /** Last day of an absence. */
  absentUntil: Day | null
}

export type EmailAddress = { name: string | null; address: string }

/** Attached files included. */
const LARGEST_EMAIL = 2 ** 26
const MOST_REFERENCES = 100

/** `email` is null when the bytes can't be taken as a message; then a problem says why. Never throws. */
export async function readEmail(
  bytes: Uint8Array,
): Promise<{ email: EmailReading | null; problems: Problem[] }> {
  if (bytes.length > LARGEST_EMAIL) return { email: null, problems: [tooLarge(bytes.length)] }
  if (!isEmail(bytes)) return { email: null, problems: [error(null, 'no-email')] }
  const mail = await parseMail(bytes)
  if (mail === null) return { email: null, problems: [error(null, 'email-too-nested')] }
  const text = newText(mail.text)
  const kind = readKind(mail, text)
  const isReport = REPORTS.includes(kind.class)
  const sentOn = sentDay(mail.header('date'))
  const written = isReport ? null : text
  const email: EmailReading = {
    recipient: null,
    originalRecipient: null,
    status: null,
    diagnostic: null,
    ...kind,
    newText: written,
    suggestions: suggested(kind.class, written, sentOn),
    ...headersOf(mail),
    sentOn,
    originalMessageId: isReport ? returnedMessageId(mail) : null,
    absentUntil:
      kind.class === 'auto-reply' ? absentUntil(mail.email.subject ?? '', written ?? '', sentOn) : null,
  }
  return { email, problems: isCutShort(mail, bytes) ? [warning(null, 'email-cut-short')] : [] }
}

/** True of what begins with the header of a message: fields alone, some of them such as machines write. */
export function isEmail(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 2 ** 16))
    .toString('latin1')
    .replace(/^From .*\r?\n/, '')
  const header = start.split(/\r?\n\r?\n/, 1)[0] ?? ''
  const lines = header.split(/\r?\n/).filter(line => !/^[ \t]/.test(line))
  if (!lines.slice(0, -1).every(line => FIELD.test(line)) || !FIELD.test(lines[0] ?? '')) return false
  const names = new Set(lines.map(line => FIELD.exec(line)?.[1]?.toLowerCase() ?? ''))
  return [...names].some(name => OF_PEOPLE.has(name)) && [...names].some(name => OF_MACHINES.has(name))
}

const FIELD = /^([!-9;-~]{1,76})[ \t]*:/
const OF_PEOPLE = new Set(['from', 'to', 'subject', 'return-path', 'received', 'delivered-to'])
const OF_MACHINES = new Set(['date', 'message-id', 'mime-version', 'received', 'return-path', 'content-type'])
const REPORTS: readonly MessageClass[] = ['hard-bounce', 'soft-bounce', 'policy-rejection', 'abuse-report']

type Kind = { class: MessageClass } & Partial<Omit<Bounce, 'class'>>

/** Reports first, since they are sure; then machines that answer; whatever is left was written by a person. */
function readKind(mail: Mail, written: string): Kind {
  const complaint = feedbackReport(mail)
  if (complaint) return { class: 'abuse-report', ...complaint }
  if (isReadReceipt(mail)) return { class: 'other' }
  const bounce = readBounce(mail)
  if (bounce !== null) return bounce === 'delivered' ? { class: 'other' } : bounce
  if (isChallenge(mail, written)) return { class: 'other' }
  if (isAutoReply(mail)) return { class: 'auto-reply' }
  return { class: isBulk(mail) ? 'other' : 'reply' }
}

/** Of an automatic answer, only who has replaced its writer for good. */
function suggested(kind: MessageClass, written: string | null, sentOn: Day | null): Suggestion[] {
  if (written === null || kind === 'other' || (kind === 'auto-reply' && isAway(written))) return []
  const suggestions = suggestionsOf(written, sentOn)
  return kind === 'reply' ? suggestions : suggestions.filter(({ kind }) => kind === 'wrong-contact')
}

function headersOf(
  mail: Mail,
): Pick<EmailReading, 'messageId' | 'inReplyTo' | 'references' | 'from' | 'to' | 'subject' | 'sentAt'> {
  const { from, to, subject, date } = mail.email
  return {
    messageId: idsOf(mail.header('message-id'))[0] ?? null,
    inReplyTo: idsOf(mail.header('in-reply-to'))[0] ?? null,
    references: idsOf(mail.header('references')).slice(-MOST_REFERENCES),
    from: mailboxes(from ? [from] : [])[0] ?? null,
    to: mailboxes(to ?? []),
    subject: withWindowsLetters(subject ?? '').trim() || null,
    sentAt: date !== undefined && /^\d{4}-.*Z$/.test(date) ? date : null,
  }
}

/** Some programs leave the brackets out of a single id. */
function idsOf(header: string): string[] {
  const ids = [...header.matchAll(/<([^<>\s]{1,998})>/g)].map(([, id]) => id ?? '')
  return ids.length > 0 || !/^\S+@\S+$/.test(header) ? ids : [header]
}

/** `Mon, 2 Mar 2026 23:30:00 +0100` → 2 March: the day as its writer saw it. */
function sentDay(header: string): Day | null {
  const [, date, month, year] = /\b(\d{1,2})[ -]([a-z]{3})[a-z]*[ -](\d{4})\b/i.exec(header) ?? []
  return date === undefined ? null : readDate(`${date} ${month} ${year}`, 'dmy')
}

/** Headers without end, or a divided message whose last division never comes. */
function isCutShort(mail: Mail, bytes: Uint8Array): boolean {
  if (!/\r?\n\r?\n/.test(Buffer.from(bytes).toString('latin1'))) return true
  const boundary = /^multipart\/.*\bboundary="?([^";]+)"?/is.exec(mail.header('content-type'))?.[1]
  return boundary !== undefined && !Buffer.from(bytes).includes(`--${boundary.trim()}--`)
}

function tooLarge(size: number): Problem {
  const [megabytes, most] = [Math.ceil(size / 2 ** 20), LARGEST_EMAIL / 2 ** 20]
  return error(null, 'email-too-large', { megabytes, most })
}
