/** Amounts as French software writes them: `1 234,56 €`, `1.234,56-`, `(1234.56)`. */
import { type Cents, cents, divideHalfUp } from '../domain/money.ts'

export type DecimalMark = ',' | '.'

const EURO = /^(?:€|EUR(?:OS?)?)|(?:€|EUR(?:OS?)?)$/gi
/** What nearly every amount looks like. */
const PLAIN = /^-?\d{1,15}([.,])\d\d$/
const BODY = /^(\d+|\d{1,3}(?:([ '.,])\d{3})(?:\2\d{3})*)?(?:([.,])(\d*))?$/

/**
 * Cents, or null when the text is no amount, or when only the column can tell what its mark means (`1,234`):
 * then `mark` decides. More than two decimals are rounded half up.
 */
export function readAmount(text: string, mark: DecimalMark | null): Cents | null {
  if (text === '') return null
  const plain = PLAIN.exec(text)
  if (plain && (mark === null || plain[1] === mark)) return cents(BigInt(text.replace(/[.,]/, '')))
  const signed = unsign(text.replace(/\s/g, ' ').trim())
  if (signed === null) return null
  // Excel's accounting format shows zero as a lone dash.
  if (signed.body === '') return signed.dashed ? cents(0n) : null
  const parts = split(signed.body, mark)
  if (parts === null) return null
  const scale = 10n ** BigInt(Math.max(parts.decimals.length - 2, 0))
  const value = divideHalfUp(BigInt(`${parts.units}${parts.decimals.padEnd(2, '0')}`), scale)
  return cents(signed.negative ? -value : value)
}

/** `1,234`: a lone mark before exactly three digits, that may open the thousands or the decimals. */
export function isAmbiguousAmount(text: string): boolean {
  const signed = unsign(text.replace(/\s/g, ' ').trim())
  return signed !== null && /^[1-9]\d{0,2}[.,]\d{3}$/.test(signed.body)
}

/**
 * The decimal mark of a file, from all its amounts together, since one program writes them all the same way:
 * a mark not followed by exactly three digits, or that follows another separator, is the decimal one; a mark
 * that occurs twice is the thousands one. Null when nothing tells, or when the file contradicts itself.
 */
export function decimalMark(texts: Iterable<string>): DecimalMark | null {
  const watch = watchDecimalMark()
  for (const text of texts) watch.see(text)
  return watch.mark()
}

/** The same, of texts shown one by one. */
export function watchDecimalMark(): { see(text: string): void; mark(): DecimalMark | null } {
  const seen = new Set<DecimalMark>()
  const see = (text: string) => {
    if (text === '' || seen.size === 2) return
    const plain = PLAIN.exec(text)
    const mark = plain ? (plain[1] as DecimalMark) : ownMark(text)
    if (mark !== null) seen.add(mark)
  }
  const mark = () => {
    const [first, second] = seen
    return second === undefined ? (first ?? null) : null
  }
  return { see, mark }
}

function ownMark(text: string): DecimalMark | null {
  const signed = unsign(text.replace(/\s/g, ' ').trim())
  if (signed === null || isAmbiguousAmount(text)) return null
  const match = BODY.exec(signed.body)
  if (!match) return null
  const decimal = match[3] as DecimalMark | undefined
  if (decimal !== undefined) return decimal === match[2] ? null : decimal
  if (match[2] === ',') return '.'
  return match[2] === '.' ? ',' : null
}

function split(body: string, mark: DecimalMark | null): { units: string; decimals: string } | null {
  if (isAmbiguousAmount(body)) {
    if (mark === null) return null
    const [head = '', tail = ''] = body.split(/[.,]/)
    return body.includes(mark) ? { units: head, decimals: tail } : { units: head + tail, decimals: '' }
  }
  const match = BODY.exec(body)
  if (!match) return null
  const [, whole = '', thousands, decimal, decimals = ''] = match
  if (whole === '' && decimals === '') return null
  if (decimal !== undefined && decimal === thousands) return null
  if (mark !== null && (thousands === mark || (decimal !== undefined && decimal !== mark))) return null
  const units = whole.replace(/\D/g, '') || '0'
  return units.length > 16 || decimals.length > 16 ? null : { units, decimals }
}

/** Takes currency and sign off, in whatever order they stand. Null when two signs contradict each other. */
function unsign(text: string): { body: string; negative: boolean; dashed: boolean } | null {
  if (text.length > 60) return null
  const bare = text.replace(/[\u2212\u2013\u2010\u2011]/g, '-').replace(/[\u2019\u02BC]/g, "'")
  const parenthesised = /^\((.*)\)$/.exec(withoutEuro(bare))
  const inside = withoutEuro(parenthesised?.[1] ?? bare)
  const match = /^([+-]?)([^+-]*)([+-]?)$/.exec(inside)
  if (!match) return null
  const [, before = '', body = '', after = ''] = match
  if ((before && after) || (parenthesised && (before || after))) return null
  const dashed = before === '-' || after === '-'
  return { body: withoutEuro(body), negative: dashed || parenthesised !== null, dashed }
}

function withoutEuro(text: string): string {
  return text.trim().replace(EURO, '').trim()
}
