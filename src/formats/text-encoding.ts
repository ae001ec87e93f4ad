import { error, type Problem, warning } from './problem.ts'

/** What Windows-1252 has at 0x80–0x9F; five places are empty. */
const WINDOWS_LETTERS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

export type Decoded = { text: string; encoding: string; problems: Problem[] }

/**
 * Text of a file: its byte order mark decides, else UTF-8 if every byte fits, else the Windows or ISO Latin
 * of French software. Statistical detectors mistake French text for Windows-1250 or MacCyrillic.
 */
export function decodeText(bytes: Uint8Array): Decoded | Problem {
  if (bytes.length === 0) return emptyFile()
  const encoding = markedEncoding(bytes) ?? (isUtf8(bytes) ? 'utf-8' : singleByteEncoding(bytes))
  const text = withoutEndOfFile(
    encoding === 'windows-1252' ? windowsText(bytes) : new TextDecoder(encoding).decode(bytes),
  )
  if (looksBinary(text)) return binaryFile()
  if (text.trim() === '') return noData()
  return { text, encoding, problems: text.includes('\uFFFD') ? [damagedLetters(lineOf(text))] : [] }
}

export function emptyFile(): Problem {
  return error(null, 'empty-file', { kind: 'file' })
}

export function noData(): Problem {
  return error(null, 'empty-file', { kind: 'text' })
}

export function binaryFile(): Problem {
  return error(null, 'binary-file', { kind: 'text' })
}

function lineOf(text: string): number {
  return text.slice(0, text.indexOf('\uFFFD')).split('\n').length
}

/** The encoding that a byte order mark tells. */
export function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** True when every byte fits UTF-8. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/**
 * ISO 8859-15 is legal for a FEC (LPF art. A47 A-1) and has controls at 0x80–0x9F, where Windows-1252 has
 * letters and quotes. Without those, the bytes of €, Œ and œ are likelier than ¤, ¼ and ½ in a ledger.
 */
function singleByteEncoding(bytes: Uint8Array): string {
  let latin9 = false
  for (const byte of bytes) {
    if (byte >= 0x80 && byte <= 0x9f) return 'windows-1252'
    if (byte === 0xa4 || byte === 0xbc || byte === 0xbd) latin9 = true
  }
  return latin9 ? 'iso-8859-15' : 'windows-1252'
}

/** By hand: since Node 20.18.3 TextDecoder reads windows-1252 as ISO 8859-1, losing € ’ œ (nodejs/node#56542). */
export function windowsText(bytes: Uint8Array): string {
  return withWindowsLetters(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'))
}

/** A text that was read as ISO 8859-1: its controls become the letters that Windows-1252 has there. */
export function withWindowsLetters(text: string): string {
  if (!/[\u0080-\u009F]/.test(text)) return text
  return text.replace(/[\u0080-\u009F]/g, control => WINDOWS_LETTERS[control.charCodeAt(0) - 0x80] ?? control)
}

/** DOS programs end a text with 0x1A. */
function withoutEndOfFile(text: string): string {
  return text.endsWith('\u001a') ? text.slice(0, -1) : text
}

function looksBinary(text: string): boolean {
  let controls = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === 0) return true
    // Tab, line feed, vertical tab (a line break inside an Excel cell), form feed, return.
    if (code < 0x20 && (code < 9 || code > 13)) controls += 1
  }
  return controls > text.length / 100
}

export function damagedLetters(line: number): Problem {
  return warning(line, 'damaged-letters')
}
