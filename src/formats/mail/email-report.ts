/** Machine-readable reports: delivery status (RFC 3464), disposition (RFC 8098), feedback (RFC 5965). */
import { ADDRESS } from '../email-address.ts'
import type { Mail } from './email-mime.ts'

/** One recipient of a delivery report. */
export type Delivery = {
  recipient: string | null
  originalRecipient: string | null
  /** `failed`, `delayed`, `delivered`, `relayed` or `expanded` (RFC 3464, 2.3.3). */
  action: string
  status: string | null
  diagnostic: string | null
}

type Fields = ReadonlyMap<string, string>

/** Null when the message has no such report. */
export function deliveryReport(mail: Mail): Delivery[] | null {
  const report = partText(mail, /^message\/(global-)?delivery-status$/) ?? fieldsInText(mail)
  if (report === null) return null
  return fieldGroups(report)
    .filter(fields => fields.has('final-recipient') || fields.has('action') || fields.has('status'))
    .map(fields => ({
      recipient: addressOf(fields.get('final-recipient')),
      originalRecipient: addressOf(fields.get('original-recipient')),
      action: (fields.get('action') ?? 'failed').toLowerCase(),
      status: /\d\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? null,
      diagnostic: fields.get('diagnostic-code') ?? null,
    }))
}

/** The address that complained; null of it when the report doesn't tell. Null when the message is no such report. */
export function feedbackReport(mail: Mail): { recipient: string | null } | null {
  const report = partText(mail, /^message\/feedback-report$/)
  if (report === null) return null
  const told = fieldGroups(report).map(fields => addressOf(fields.get('original-rcpt-to')))
  return { recipient: told.find(address => address !== null) ?? null }
}

export function isReadReceipt(mail: Mail): boolean {
  return partText(mail, /^message\/(global-)?disposition-notification$/) !== null
}

/** Message id of what was sent back, from its headers: a part of their own, or at the end of the text. */
export function returnedMessageId(mail: Mail): string | null {
  const returned = partText(mail, /^(message\/(rfc822|global|rfc822-headers)|text\/rfc822-headers)$/)
  return /^message-id:\s*<([^<>\s]{1,998})>/im.exec(returned ?? mail.text)?.[1] ?? null
}

/** `rfc822;neko@example.net`, `<neko@example.net>` → the address alone. */
export function addressOf(text: string | undefined): string | null {
  return ADDRESS.exec(text ?? '')?.[0] ?? null
}

function partText({ parts }: Mail, type: RegExp): string | null {
  return parts.find(part => type.test(part.type))?.text ?? null
}

/** A relay may have lost the divisions of a report: its fields are lines of the text then. */
function fieldsInText({ text }: Mail): string | null {
  return /^final-recipient:.*\n(?:.*\n){0,5}?(?:action|status):/im.test(text) ? text : null
}

/** Groups of fields, divided by empty lines; a line that begins with a space goes on. */
function fieldGroups(text: string): Fields[] {
  return text
    .replace(/\n[ \t]+(?=\S)/g, ' ')
    .split(/\n\s*\n/)
    .map(group => {
      const lines = group.split('\n').map(line => /^([\w-]{1,70}):[ \t]*(.*)$/.exec(line))
      return new Map(lines.flatMap(field => (field ? [[`${field[1]}`.toLowerCase(), `${field[2]}`]] : [])))
    })
}
