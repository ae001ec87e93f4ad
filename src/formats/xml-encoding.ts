import { type Problem, warning } from './format.ts'
import { type Decoded, decodeText, isUtf8 } from './text-encoding.ts'

/** Text of an XML file. What the bytes prove goes before what the file declares, which banks' software often gets wrong. */
export function decodeXml(bytes: Uint8Array): Decoded | Problem {
  if (bytes[0] === 0x3c && bytes[1] === 0) return decodedAs('utf-16le', bytes) ?? decodeText(bytes)
  if (bytes[0] === 0 && bytes[1] === 0x3c) return decodedAs('utf-16be', bytes) ?? decodeText(bytes)
  const isMarked = bytes[0] === 0xff || bytes[0] === 0xfe
  if (isMarked || isUtf8(bytes)) return decodeText(bytes)
  const declared = declaredEncoding(bytes)
  if (LATIN.test(declared)) return decodeText(bytes)
  const other = UNICODE.test(declared) ? null : decodedAs(declared, bytes)
  if (other) return other
  const decoded = decodeText(bytes)
  return 'code' in decoded
    ? decoded
    : { ...decoded, problems: [...decoded.problems, wrongEncoding(declared)] }
}

/** These two are told apart by their bytes. */
const LATIN = /^(iso-8859-1|iso-8859-15|latin1|windows-1252)$/i
const UNICODE = /^(utf-?8|utf-?16|us-ascii|ascii)$/i

/** UTF-8 where the file declares nothing, as XML has it. */
function declaredEncoding(bytes: Uint8Array): string {
  const head = Array.from(bytes.subarray(0, 200), byte => String.fromCharCode(byte)).join('')
  return /<\?xml[^>]*?\bencoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1] ?? 'utf-8'
}

function decodedAs(encoding: string, bytes: Uint8Array): Decoded | null {
  try {
    return { text: new TextDecoder(encoding).decode(bytes), encoding, problems: [] }
  } catch {
    return null
  }
}

function wrongEncoding(declared: string): Problem {
  return warning(
    null,
    'wrong-encoding',
    `Le fichier se dit en ${declared.toUpperCase()} et ne l’est pas : lu comme du Windows-1252, vérifiez les accents.`,
  )
}
