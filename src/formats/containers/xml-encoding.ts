import { error, type Problem, warning } from '../problem.ts'
import { type Decoded, isUtf8, markedEncoding, windowsText } from '../text-encoding.ts'

const DECLARED = /^<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([^"'<>]{1,40})["']/
const WINDOWS = new Set(['windows-1252', 'cp1252', 'iso-8859-1', 'iso8859-1', 'latin1', 'iso_8859-1'])

/**
 * Text of an XML file: its byte order mark decides, then what its bytes prove, then its first line, else it is UTF-8. One that
 * says UTF-8, or nothing, and is not, is read as Windows-1252, and that is told; one that says Latin and is UTF-8 is UTF-8.
 */
export function decodeXml(bytes: Uint8Array): Decoded | Problem {
  if (bytes.length === 0) return error(null, 'empty-file', { kind: 'file' })
  const marked = markedEncoding(bytes) ?? unmarkedUtf16(bytes)
  const declared = (DECLARED.exec(latin(bytes.subarray(0, 300)))?.[1] ?? 'utf-8').toLowerCase()
  if (marked !== null) return sound(new TextDecoder(marked).decode(bytes), marked, [])
  if (WINDOWS.has(declared) && !isUtf8(bytes)) return sound(windowsText(bytes), 'windows-1252', [])
  // Bytes that could be read so far are no UTF-16, whatever they say.
  if (WINDOWS.has(declared) || /^(utf-?(8|16)|us-ascii|ascii)/.test(declared)) {
    if (isUtf8(bytes)) return sound(new TextDecoder('utf-8').decode(bytes), 'utf-8', [])
    return sound(windowsText(bytes), 'windows-1252', [notUtf8(bytes)])
  }
  try {
    return sound(new TextDecoder(declared).decode(bytes), declared, [])
  } catch {
    return error(1, 'unknown-encoding', { encoding: declared })
  }
}

function unmarkedUtf16([first, second]: Uint8Array): string | null {
  if (first === 0x3c && second === 0) return 'utf-16le'
  return first === 0 && second === 0x3c ? 'utf-16be' : null
}

/** XML has no control characters but tabs and line ends: others are the sign of another kind of file. */
function sound(text: string, encoding: string, problems: Problem[]): Decoded | Problem {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code >= 0x20 || code === 9 || code === 10 || code === 13) continue
    return error(lineAt(text, index), 'binary-file', { kind: 'xml' })
  }
  return { text, encoding, problems }
}

function notUtf8(bytes: Uint8Array): Problem {
  const text = new TextDecoder('utf-8').decode(bytes)
  return warning(lineAt(text, text.indexOf('\uFFFD')), 'wrong-encoding')
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split(/\r\n?|\n/).length
}

function latin(bytes: Uint8Array): string {
  return Array.from(bytes, byte => String.fromCharCode(byte)).join('')
}
