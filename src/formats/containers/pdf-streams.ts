/** Compressed parts of a PDF, never decompressed beyond a limit: a hundred kilobytes may hold gigabytes of zeros. */
import { inflateSync } from 'node:zlib'

const FLATE = /\/(?:FlateDecode|Fl)\b/
/** `stream`, its line end, then the bytes. */
const STREAM = /\bstream(?:\r\n|\n|\r)/g
const LONGEST_DICTIONARY = 20_000
/** Each that is damaged costs the reader some time. */
const MOST_OBJECTS = 200_000

/** Null when the bytes are damaged or hold more than `limit`. */
export function inflated(bytes: Uint8Array, limit: number): Uint8Array | null {
  try {
    return inflateSync(bytes, { maxOutputLength: limit })
  } catch {
    return null
  }
}

/**
 * True when a PDF has more objects than any document, or when the streams that a reader opens by itself, those of objects
 * and of cross references, hold more than `limit` in all or are compressed in a way that no program uses.
 */
export function hidesTooMuch(bytes: Uint8Array, limit: number): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if ((text.match(/\bobj\b/g) ?? []).length > MOST_OBJECTS) return true
  let left = limit
  let previous = 0
  for (const match of text.matchAll(STREAM)) {
    const start = match.index + match[0].length
    const dictionary = unescapedNames(
      text.slice(Math.max(previous, match.index - LONGEST_DICTIONARY), match.index),
    )
    previous = start
    if (!/\/(?:ObjStm|XRef)\b|\/Type\s+\d+\s+\d+\s+R/.test(dictionary)) continue
    const filters = /\/Filter\s*(\[[^\]]*\]|\/\w+|\d+\s+\d+\s+R)/.exec(dictionary)?.[1]
    if (filters === undefined) continue
    if (!FLATE.test(filters) || (filters.match(/\//g) ?? []).length !== 1) return true
    const length = lengthWithin(bytes.subarray(start), left)
    if (length === null) return true
    left -= length
  }
  return false
}

/** `/Obj#53tm` is `/ObjStm`. */
function unescapedNames(text: string): string {
  return text.replace(/#([\da-f]{2})/gi, (_all, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

/** Zero for damaged bytes, which the reader refuses by itself. */
function lengthWithin(bytes: Uint8Array, limit: number): number | null {
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(limit, 1) }).length
  } catch (thrown) {
    return (thrown as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? null : 0
  }
}
