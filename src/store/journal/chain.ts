/** The form of a journal: lines that nobody can change unseen, and whose contents the law may have erased. docs/adr/0027-a-desk-for-each-request.md. */
import { createHash, randomBytes } from 'node:crypto'

/** What is chained of a line: `recordedAt` to the millisecond, UTC. */
export type Written = {
  position: number
  day: string
  recordedAt: string
  actor: string
  kind: string
}

/** A line as it stands in a journal. Hashes and salt are hexadecimal. */
export type Link = Written & {
  /** The very JSON that was hashed; null once it was erased. */
  entry: string | null
  /** Of salt and entry; null in lines of the first form, whose hash covers the entry itself. */
  contentHash: string | null
  /** Drawn for each line, so that nobody finds an erased entry by trying; null in the first form, and once it was erased. */
  salt: string | null
  /** When the entry was erased; null while it stands. */
  erasedAt: string | null
  hash: string
}

/** What is added to a line that is to be written. */
export type Seal = { salt: Buffer; contentHash: Buffer; hash: Buffer }

const SALT_BYTES = 16

/** Chains a line to the one before it, whose hash is given; empty before the first. */
export function seal(previous: Uint8Array, written: Written, entry: unknown): Seal {
  const salt = drawSalt()
  const contentHash = sha256(salt, canonical(entry))
  return { salt, contentHash, hash: sha256(previous, header(written, contentHash.toString('hex'))) }
}

/** Drawn from many at a time: asking the system for each would cost more than hashing. */
function drawSalt(): Buffer {
  if (drawn + SALT_BYTES > salts.length) {
    salts = randomBytes(SALTS_AT_ONCE * SALT_BYTES)
    drawn = 0
  }
  drawn += SALT_BYTES
  return salts.subarray(drawn - SALT_BYTES, drawn)
}

const SALTS_AT_ONCE = 1024
let salts = Buffer.alloc(0)
let drawn = 0

export type ChainFault = { position: number; fault: 'missing-line' | 'changed-line' | 'changed-entry' }

/** Where a journal ends, as what it belongs to has it; the hash is hexadecimal, empty before the first line. */
export type End = { length: number; hash: string }

/** What a journal's lines show, in order from the first: what was erased, and the first line that is not as it was written. */
export type Verified = { lines: number; erased: number[]; fault: ChainFault | null }

/** Follows the hashes of one journal, whose lines are given in order, up to its end: a journal cut short is seen too. */
export function verify(lines: readonly Link[], end: End): Verified {
  const erased: number[] = []
  let previous = Buffer.alloc(0)
  for (const [index, line] of lines.entries()) {
    const fault = line.position === index + 1 ? faultOf(previous, line) : 'missing-line'
    if (fault !== null)
      return { lines: lines.length, erased, fault: { position: Math.min(line.position, index + 1), fault } }
    if (line.erasedAt !== null) erased.push(line.position)
    previous = Buffer.from(line.hash, 'hex')
  }
  const isWhole = lines.length === end.length && previous.toString('hex') === end.hash
  const fault: ChainFault | null = isWhole ? null : { position: lines.length + 1, fault: 'missing-line' }
  return { lines: lines.length, erased, fault }
}

/** An erased line of the first form proves no more than its place: its hash covered the entry. */
function faultOf(previous: Uint8Array, line: Link): ChainFault['fault'] | null {
  const { contentHash, salt, entry, erasedAt, hash } = line
  if (contentHash === null) {
    if (entry === null) return erasedAt === null ? 'changed-entry' : null
    return hash === sha256(previous, firstForm(line, entry)).toString('hex') ? null : 'changed-line'
  }
  if (hash !== sha256(previous, header(line, contentHash)).toString('hex')) return 'changed-line'
  if (entry === null || salt === null) return erasedAt === null ? 'changed-entry' : null
  return contentHash === sha256(Buffer.from(salt, 'hex'), entry).toString('hex') ? null : 'changed-entry'
}

/** The same JSON whatever order its keys come back in. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const record = value as Record<string, unknown>
  const keys = Object.keys(record)
    .filter(key => record[key] !== undefined)
    .sort()
  return `{${keys.map(key => `${JSON.stringify(key)}:${canonical(record[key])}`).join(',')}}`
}

const text = JSON.stringify

function header({ actor, day, kind, position, recordedAt }: Written, contentHash: string): string {
  return `{"actor":${text(actor)},"content":"${contentHash}","day":"${day}","kind":"${kind}","position":${position},"recorded_at":"${recordedAt}"}`
}

function firstForm({ actor, day, kind, position, recordedAt }: Written, entry: string): string {
  return `{"actor":${text(actor)},"day":"${day}","entry":${entry},"kind":"${kind}","position":${position},"recorded_at":"${recordedAt}"}`
}

function sha256(...parts: readonly (Uint8Array | string)[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
