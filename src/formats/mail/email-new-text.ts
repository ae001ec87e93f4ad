/** What a person newly wrote: without the message quoted, below or between, and without marked signatures. */
import { isWholeQuote, quoteLinesAt } from './email-quote.ts'

/** Lines of `text` end with `\n`. Answers written between quoted lines are kept. */
export function newText(text: string): string {
  const lines = withoutQuotes(text.split('\n'))
  const end = lines.findIndex((line, at) => isSignature(line) && lines.slice(0, at).some(isWritten))
  return (end === -1 ? lines : lines.slice(0, end))
    .map(line => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function withoutQuotes(lines: readonly string[]): string[] {
  const kept: string[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (isQuoted(line) || isTornOff(lines, at)) continue
    const length = quoteLinesAt(lines, at)
    if (length === 0) kept.push(line)
    else if (isWholeQuote(lines, at) || !isQuoted(nextWritten(lines, at + length))) return kept
    else at += length - 1
  }
  return kept
}

function isQuoted(line: string): boolean {
  return /^\s{0,3}>/.test(line)
}

/** The end of a long quoted line that a mail program folded: between two quoted lines, without a blank one. */
function isTornOff(lines: readonly string[], at: number): boolean {
  const before = lines[at - 1] ?? ''
  return (
    isWritten(lines[at] ?? '') && isQuoted(before) && before.length >= 60 && isQuoted(lines[at + 1] ?? '')
  )
}

function nextWritten(lines: readonly string[], from: number): string {
  return lines.slice(from, from + 5).find(isWritten) ?? ''
}

function isWritten(line: string): boolean {
  return line.trim() !== ''
}

/** `-- ` (RFC 3676, 4.3), the line of mailing lists, or what a telephone adds. */
function isSignature(line: string): boolean {
  return /^(?:--|—|_{2,})$/.test(line.trim()) || (line.length <= 120 && BY_TELEPHONE.test(line.trim()))
}

const DEVICE =
  '(?:iphone|ipad|android|samsung|galaxy|blackberry|huawei|xiaomi|redmi|oppo|pixel|nokia|windows phone|(?:t[eé]l[eé]phone )?(?:mobile|portable)|smartphone|t[eé]l[eé]phone|outlook|yahoo|gmail|proton|mail pour windows|mail for windows|mobile device|handheld|(?:orange|sfr|free|bouygues) ?mail|mail (?:orange|sfr|free|bouygues))'
const BY_TELEPHONE = new RegExp(
  `^(?:(?:sent|envoy[eé]e?|exp[eé]di[eé]|provenance|t[eé]l[eé]charge[rz]|obtenez|obtenir|get) ?:? ?(?:from|via|using|with|de(?:puis)?|[àa] partir de|avec|par|d['’]un|)[^.!?]{0,40}?${DEVICE}|von meinem)\\b[^.!?]{0,30}(?:<?https?:\\S+>?)?\\.?$`,
  'i',
)
