/** Messages as others would send them back: an answer, a bounce, an absence, a complaint. */
import { createHash } from 'node:crypto'

export type Letter = {
  from: string
  to?: string
  subject?: string
  messageId?: string
  inReplyTo?: string
  headers?: readonly string[]
  text: string
}

/** A message that a person, or a machine in a person's name, writes. */
export function letterOf(letter: Letter): Uint8Array {
  const { from, to = 'relances@atelier.example', subject = 'Re: votre relance', text } = letter
  return bytesOf([
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    'Date: Mon, 16 Feb 2026 10:00:00 +0100',
    `Message-ID: <${letter.messageId ?? `${idOf(from + text)}@durand.example`}>`,
    ...(letter.inReplyTo ? [`In-Reply-To: ${letter.inReplyTo}`, `References: ${letter.inReplyTo}`] : []),
    ...(letter.headers ?? []),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    '',
  ])
}

/** A delivery status notification (RFC 3464) about one address, with the header of the message that failed. */
export function bounceOf(about: {
  recipient: string
  status: string
  diagnostic: string
  action?: 'failed' | 'delayed'
  original: string | null
}): Uint8Array {
  const { recipient, status, diagnostic, action = 'failed', original } = about
  return bytesOf([
    'Return-Path: <>',
    'From: Mail Delivery System <mailer-daemon@mx.example>',
    'To: relances@atelier.example',
    'Subject: Undelivered Mail Returned to Sender',
    'Date: Mon, 16 Feb 2026 10:05:00 +0100',
    `Message-ID: <${idOf(recipient + diagnostic + original)}@mx.example>`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="report"',
    '',
    '--report',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'I could not deliver your message.',
    '',
    '--report',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: smtp; ${diagnostic}`,
    '',
    '--report',
    'Content-Type: text/rfc822-headers',
    '',
    ...(original ? [`Message-ID: ${original}`] : []),
    `To: ${recipient}`,
    'Subject: Votre facture',
    '',
    '--report--',
    '',
  ])
}

/** A complaint of spam (RFC 5965) about a message of ours. */
export function complaintOf({ recipient, original }: { recipient: string; original: string }): Uint8Array {
  return bytesOf([
    'From: fbl@webmail.example',
    'To: relances@atelier.example',
    'Subject: Email Feedback Report',
    'Date: Mon, 16 Feb 2026 11:00:00 +0100',
    `Message-ID: <${idOf(`plainte ${original}`)}@webmail.example>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=feedback-report; boundary="report"',
    '',
    '--report',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'This is an email abuse report.',
    '',
    '--report',
    'Content-Type: message/feedback-report',
    '',
    'Feedback-Type: abuse',
    'User-Agent: Webmail/1.0',
    'Version: 1',
    `Original-Rcpt-To: ${recipient}`,
    '',
    '--report',
    'Content-Type: message/rfc822',
    '',
    'From: relances@atelier.example',
    `To: ${recipient}`,
    `Message-ID: ${original}`,
    'Subject: Votre facture',
    '',
    'Bonjour',
    '--report--',
    '',
  ])
}

function bytesOf(lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(lines.join('\r\n'))
}

/** The same text gives the same name: a message twice is the same message. */
function idOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
