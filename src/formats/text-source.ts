/** A text file read by pieces: its encoding told once, its lines one by one, and any of them again by its place. */
import { type ByteSource, inMemory } from './byte-source.ts'
import { error, type Problem } from './problem.ts'
import {
  binaryFile,
  damagedLetters,
  emptyFile,
  markedEncoding,
  noData,
  windowsText,
} from './text-encoding.ts'

export type TextSource = {
  /** From after the byte order mark to before the end-of-file sign of DOS. */
  bytes: ByteSource
  from: number
  to: number
  encoding: string
  problems: Problem[]
  decode(bytes: Uint8Array): string
}

const PIECE = 1 << 20
/** What has no end of line for so long is no table. */
const LONGEST_LINE = 1 << 24
/** What must be written anew as UTF-8 is held whole. */
const LARGEST_REWRITTEN = 1 << 28

export function openText(source: ByteSource): TextSource | Problem {
  if (source.size === 0) return emptyFile()
  const marked = markedEncoding(source.read(0, 3))
  if (marked === 'utf-16le' || marked === 'utf-16be') return rewritten(source, marked)
  const seen = inspect(source, marked === null ? 0 : 3)
  if (seen.zero || seen.controls > source.size / 100) return binaryFile()
  if (seen.blank) return noData()
  if (marked !== null && !seen.utf8) return rewritten(source, marked)
  const encoding = seen.utf8 ? 'utf-8' : seen.windows || !seen.latin9 ? 'windows-1252' : 'iso-8859-15'
  const from = marked === null ? 0 : 3
  const last = source.read(source.size - 1, source.size)[0]
  const to = last === 0x1a ? source.size - 1 : source.size
  const problems = seen.damagedLine === null ? [] : [damagedLetters(seen.damagedLine)]
  return { bytes: source, from, to, encoding, problems, decode: decoderOf(encoding) }
}

/** UTF-16, or UTF-8 that is damaged: places of its letters can't be told from its bytes. */
function rewritten(source: ByteSource, encoding: string): TextSource | Problem {
  if (source.size > LARGEST_REWRITTEN) {
    return error(null, 'file-too-large', { kind: 'encoded', encoding, most: LARGEST_REWRITTEN >> 20 })
  }
  const text = new TextDecoder(encoding).decode(source.read(0, source.size))
  if (text === '') return emptyFile()
  const opened = openText(inMemory(new TextEncoder().encode(text)))
  return 'code' in opened ? opened : { ...opened, encoding }
}

type Inspected = {
  utf8: boolean
  zero: boolean
  blank: boolean
  controls: number
  windows: boolean
  latin9: boolean
  damagedLine: number | null
}

/** Every byte once: no sample tells whether the last line is UTF-8 too. */
function inspect(source: ByteSource, from: number): Inspected {
  const seen = { utf8: true, zero: false, blank: true, controls: 0, windows: false, latin9: false }
  const strict = new TextDecoder('utf-8', { fatal: true })
  let damagedLine: number | null = null
  let lines = 1
  for (let at = from; at < source.size; at += PIECE) {
    const bytes = source.read(at, Math.min(at + PIECE, source.size))
    inspectBytes(bytes, seen)
    if (!seen.utf8) continue
    try {
      const text = strict.decode(bytes, { stream: at + PIECE < source.size })
      if (damagedLine !== null) continue
      const mark = text.indexOf('\uFFFD')
      if (mark >= 0) damagedLine = lines + newlines(text.slice(0, mark))
      else lines += newlines(text)
    } catch {
      seen.utf8 = false
    }
  }
  return { ...seen, damagedLine: seen.utf8 ? damagedLine : null }
}

function inspectBytes(bytes: Uint8Array, seen: Omit<Inspected, 'damagedLine'>): void {
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] as number
    if (byte >= 0x80) {
      seen.blank = false
      if (byte <= 0x9f) seen.windows = true
      else if (byte === 0xa4 || byte === 0xbc || byte === 0xbd) seen.latin9 = true
    } else if (byte > 0x20) seen.blank = false
    else if (byte === 0) seen.zero = true
    else if (byte < 9 || (byte > 13 && byte < 0x20)) {
      // DOS programs end a text with 0x1A.
      if (byte !== 0x1a) seen.controls += 1
    }
  }
}

function newlines(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

function decoderOf(encoding: string): (bytes: Uint8Array) => string {
  if (encoding === 'windows-1252') return windowsText
  if (encoding === 'utf-8')
    return bytes => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  const decoder = new TextDecoder(encoding)
  return bytes => decoder.decode(bytes)
}

/** Visits each line with its place, until the visitor answers false. A problem when a line has no end. */
export function eachLine(
  text: TextSource,
  visit: (line: string, from: number, to: number) => boolean,
): Problem | null {
  let from = text.from
  let wanted = PIECE
  let count = 0
  const counted = (line: string, start: number, end: number) => {
    count += 1
    return visit(line, start, end)
  }
  while (from < text.to) {
    const bytes = text.bytes.read(from, Math.min(from + wanted, text.to))
    const whole = from + bytes.length >= text.to ? bytes.length : lastBreak(bytes)
    if (whole === 0) {
      if (wanted >= LONGEST_LINE) return lineTooLong(count + 1)
      wanted *= 2
      continue
    }
    const piece = bytes.subarray(0, whole)
    if (!linesOf(text.decode(piece), piece, from, counted)) return null
    from += whole
    wanted = PIECE
  }
  return null
}

/** The first lines, as far as they stand in the first 64 kB. */
export function topLines(text: TextSource, count: number): string[] {
  const bytes = text.bytes.read(text.from, Math.min(text.from + 65_536, text.to))
  return text.decode(bytes).split(/\r\n|\n|\r/, count)
}

export function firstLine(text: TextSource): string {
  return topLines(text, 1)[0] ?? ''
}

export type Place = { from: number; to: number }

/** Lines near one another are read at once. */
const NEAR = 4096
const AT_ONCE = 1 << 18

/** Texts read again by their places, which come in the order of the file. */
export function textsAgain(
  text: TextSource,
  places: readonly Place[],
  visit: (content: string, index: number) => void,
): void {
  for (let first = 0; first < places.length; ) {
    const start = (places[first] as Place).from
    let last = first
    while (last + 1 < places.length && isNear(places[last] as Place, places[last + 1] as Place, start))
      last += 1
    const bytes = text.bytes.read(start, (places[last] as Place).to)
    for (let index = first; index <= last; index += 1) {
      const { from, to } = places[index] as Place
      visit(text.decode(bytes.subarray(from - start, to - start)), index)
    }
    first = last + 1
  }
}

function isNear(a: Place, b: Place, start: number): boolean {
  return b.from - a.to < NEAR && b.to - start < AT_ONCE
}

/** How many bytes stand before the last line that is not whole. A return at the very end may be half of a line's end. */
function lastBreak(bytes: Uint8Array): number {
  const feed = bytes.lastIndexOf(10)
  const back = bytes.lastIndexOf(13, bytes.length - 2)
  return Math.max(feed, back) + 1
}

/** Ends of lines are looked for in the letters and in the bytes side by side: they come in the same order. */
function linesOf(
  text: string,
  bytes: Uint8Array,
  from: number,
  visit: (line: string, from: number, to: number) => boolean,
): boolean {
  const oneByteEach = text.length === bytes.length
  const nextBreak = text.includes('\r') ? anyBreak : lineFeed
  let place = 0
  for (let at = 0; at < text.length; ) {
    const { end, width } = nextBreak(text, at)
    const byBytes = end < text.length ? bytes.indexOf(text.charCodeAt(end), place) : bytes.length
    const until = oneByteEach ? end : byBytes
    if (!visit(text.slice(at, end), from + place, from + until)) return false
    at = end + width
    place = until + width
  }
  return true
}

function lineFeed(text: string, at: number): { end: number; width: number } {
  const end = text.indexOf('\n', at)
  return { end: end < 0 ? text.length : end, width: 1 }
}

/** Sought together: a search for returns alone would run to the end of the piece at each line that has none. */
function anyBreak(text: string, at: number): { end: number; width: number } {
  BREAK.lastIndex = at
  const found = BREAK.exec(text)
  return found ? { end: found.index, width: found[0].length } : { end: text.length, width: 1 }
}

const BREAK = /\r\n|\n|\r/g

function lineTooLong(line: number): Problem {
  return error(line, 'line-too-long', { line, most: LONGEST_LINE >> 20 })
}
