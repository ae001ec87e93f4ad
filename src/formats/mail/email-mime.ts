/** MIME (RFC 2045, RFC 5322) → headers, text and parts, within bounds. */
import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime'
import { htmlText } from '../containers/html-text.ts'
import { withWindowsLetters } from '../text-encoding.ts'

export type Mail = {
  /** The first header of that name, decoded by the library where it is an address or a subject; empty when absent. */
  header(name: string): string
  email: Email
  /** Body in plain text, of its HTML where there is no other; lines end with `\n`. */
  text: string
  /** Parts that are not the body: reports, returned messages, attached files. */
  parts: MailPart[]
}

/** `text` is read from the part's start only: enough for a report or the headers of a message. */
export type MailPart = { type: string; text: string }

const DEEPEST = 32
const LARGEST_HEADERS = 2 ** 18
const LONGEST_PART = 2 ** 16
/** Beyond what a person reads, and what rules need. */
const LONGEST_TEXT = 2 ** 18
/** A line that begins so may open a part; no honest message has more. */
const MOST_BOUNDARIES = 20_000

/** Null when the message is nested or divided beyond reason. */
export async function parseMail(bytes: Uint8Array): Promise<Mail | null> {
  if (countBoundaries(bytes) > MOST_BOUNDARIES) return null
  const source = Buffer.from(withoutMailboxLine(bytes)).toString('latin1')
  const flowed = /format="?flowed/i.test(source)
  const email = await parse(flowed ? source.replace(FLOWED, '$1fixed') : source)
  if (email === null) return null
  const headers = new Map<string, string>()
  for (const { key, value } of email.headers) if (!headers.has(key)) headers.set(key, value.trim())
  const text = cleaned(bodyOf(email, source).slice(0, LONGEST_TEXT))
  return {
    header: name => headers.get(name) ?? '',
    email,
    text: flowed ? unflowed(text) : text,
    parts: email.attachments.map(asPart),
  }
}

/** A mailbox, or each member of a group (RFC 5322, 3.4). */
export function mailboxes(addresses: readonly Address[]): { name: string | null; address: string }[] {
  return addresses
    .flatMap(one => one.group ?? [one])
    .filter(({ address }) => address !== '')
    .map(({ name, address }) => ({ name: withWindowsLetters(name) || null, address }))
}

async function parse(source: string): Promise<Email | null> {
  try {
    return await PostalMime.parse(Buffer.from(source, 'latin1'), {
      forceRfc822Attachments: true,
      maxNestingDepth: DEEPEST,
      maxHeadersSize: LARGEST_HEADERS,
    })
  } catch {
    // The library throws beyond its bounds alone.
    return null
  }
}

function asPart({ mimeType, content }: Attachment): MailPart {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)
  return { type: mimeType, text: cleaned(new TextDecoder().decode(bytes.subarray(0, LONGEST_PART))) }
}

/** A message that says it is divided and is not has its text all the same. */
function bodyOf({ text = '', html = '', attachments }: Email, source: string): string {
  if (text.trim() !== '') return text
  if (html !== '') return htmlText(html.slice(0, LONGEST_TEXT))
  return attachments.length > 0 ? '' : source.slice(source.search(/\r?\n\r?\n/))
}

/** The library joins a quoted line with the answer below it (RFC 3676, 4.5 forbids it): lines are joined here. */
const FLOWED = /(format="?)flowed/gi

function unflowed(text: string): string {
  return text.replace(/^(?!>|-- $)(.+) \n(?!>|-- $|$)/gm, '$1 ')
}

function cleaned(text: string): string {
  return withWindowsLetters(text.replace(/\r\n?/g, '\n').replace(/\0/g, '')).normalize('NFC')
}

/** Mailboxes of Unix put a line of their own above each message. */
function withoutMailboxLine(bytes: Uint8Array): Uint8Array {
  const isMailboxLine = new TextDecoder().decode(bytes.subarray(0, 5)) === 'From '
  return isMailboxLine ? bytes.subarray(bytes.indexOf(0x0a) + 1) : bytes
}

function countBoundaries(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(0x2d); at !== -1; at = bytes.indexOf(0x2d, at + 1))
    if (bytes[at + 1] === 0x2d && (at === 0 || bytes[at - 1] === 0x0a)) count += 1
  return count
}
