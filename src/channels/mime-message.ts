import { createHash } from 'node:crypto'
import { domainToASCII } from 'node:url'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { Address, Failure, Message } from './channel.ts'
import { type DkimKey, signed } from './dkim.ts'

/** A message as it travels: its bytes, and the addresses of its envelope. */
export type MimeMessage = {
  readonly messageId: string
  readonly from: string
  readonly to: string
  readonly raw: Buffer
}

/**
 * Writes an e-mail. The same message gives the same bytes, Message-ID included, so that a mail server or a reader can
 * tell a copy from a second reminder.
 *
 * What nobody has looked at says so (`Auto-Submitted`, RFC 3834), which keeps absence messages from answering it; what
 * a person has confirmed does not, since ticket systems put aside what bears it. No `List-Unsubscribe`: a reminder is no
 * mailing, and nobody can unsubscribe from a debt.
 */
export async function writeMime(
  message: Message,
  keys: readonly DkimKey[] = [],
): Promise<MimeMessage | Failure> {
  const { from, to, replyTo, thread = [] } = message
  for (const { address } of [from, to, ...(replyTo ? [replyTo] : [])]) {
    if (!isAddress(address))
      return { kind: 'permanent', detail: `not an e-mail address: ${JSON.stringify(address)}` }
  }
  const messageId = messageIdOf(message)
  const composer = new MailComposer({
    from: mailbox(from),
    to: mailbox(to),
    ...(replyTo ? { replyTo: mailbox(replyTo) } : {}),
    subject: oneLine(message.subject),
    text: withCrlf(message.text),
    html: withCrlf(message.html),
    textEncoding: 'quoted-printable',
    attachments: (message.attachments ?? []).map(({ filename, contentType, content, cid }) => ({
      filename: oneLine(filename),
      contentType: oneLine(contentType),
      content: Buffer.from(content.buffer, content.byteOffset, content.length),
      ...(cid !== undefined && { cid: oneLine(cid), contentDisposition: 'inline' as const }),
    })),
    ...(thread.length > 0 && { inReplyTo: thread.at(-1), references: [...thread] }),
    messageId,
    date: new Date(message.writtenAt),
    headers: {
      'Content-Language': oneLine(message.language),
      ...(message.isAutomatic && { 'Auto-Submitted': 'auto-generated' }),
    },
    baseBoundary: shortHash(message.idempotencyKey),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const [sender, recipient] = [asciiDomain(from), asciiDomain(to)]
  const raw = await signed(await composer.compile().build(), sender, keys)
  return 'kind' in raw ? raw : { messageId, from: sender, to: recipient, raw }
}

/** Lines end as they do on their way (RFC 5322): what is kept and signed is what travels. */
function withCrlf(text: string): string {
  return text.replace(/\r?\n/g, '\r\n')
}

export function messageIdOf({ idempotencyKey, from }: Pick<Message, 'idempotencyKey' | 'from'>): string {
  return `<${shortHash(idempotencyKey)}${asciiDomain(from).replace(/^.*@/, '@')}>`
}

export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}

/** Mail servers know international domains by their ASCII form. */
function asciiDomain({ address }: Address): string {
  const at = address.lastIndexOf('@')
  return `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1)) || address.slice(at + 1)}`
}

/** Stricter than the standard: no quoted part, no comment, nothing that could be taken for a second address. */
function isAddress(address: string): boolean {
  return address.length <= 254 && /^[^\s\p{C}<>()[\]\\,;:"@]+@[^\s\p{C}<>()[\]\\,;:"@]+$/u.test(address)
}

function mailbox({ name, address }: Address): { name: string; address: string } {
  return { name: oneLine(name ?? ''), address }
}

/** A line break in a header would start another header. */
function oneLine(text: string): string {
  return text
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, whitespace => (whitespace === '\u00A0' ? whitespace : ' '))
    .trim()
}
