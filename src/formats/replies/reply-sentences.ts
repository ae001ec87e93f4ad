/** A reply cut in sentences, as rules read them. */
import { plainLetters } from '../plain-letters.ts'

/** `text` is as it was written; `plain` is the same letter for letter, on one line, without words quoted. */
export type Sentence = {
  text: string
  plain: string
  /** Where a question begins, after the last comma: what stands before it is said, not asked. Null when there is none. */
  asksFrom: number | null
}

/** Beyond, nobody answers a reminder: it is a thread or an attached text. */
const MOST_SENTENCES = 200
const LONGEST_SENTENCE = 1000

/** Up to the closing formula; what follows it, a signature or a disclaimer, says nothing of the invoice. */
export function sentencesOf(text: string): Sentence[] {
  const plain = plainLetters(text)
  const sentences: Sentence[] = []
  let from = 0
  for (const end of [...endsOf(plain), plain.length]) {
    const said = plain.slice(from, end)
    const start = from + (said.length - said.trimStart().length)
    from = end
    const trimmed = said.trim().slice(0, LONGEST_SENTENCE)
    if (trimmed === '') continue
    if (DISCLAIMER.test(trimmed) && sentences.length > 0) break
    const sentence = text.slice(start, start + trimmed.length)
    sentences.push({
      text: sentence,
      plain: withoutQuoted(trimmed).replace(/\n/g, ' '),
      asksFrom: /\?\W*$/.test(trimmed) ? trimmed.search(/[^,;:]*$/) : null,
    })
    if (sentences.length === MOST_SENTENCES) break
  }
  return sentences
}

/** After a full stop and a space, a blank line, or a line short enough to have ended by itself. */
function endsOf(plain: string): number[] {
  const ends: number[] = []
  for (const { 0: mark, index } of plain.matchAll(/[.!?;…]+(?=[\s)"])|\n/g)) {
    const end = index + mark.length
    const isEnd =
      mark === '\n' ? isLineEnd(plain, index) : !ABBREVIATION.test(plain.slice(Math.max(0, index - 6), index))
    if (isEnd) ends.push(end)
  }
  return ends
}

function isLineEnd(plain: string, at: number): boolean {
  const line = plain.slice(plain.lastIndexOf('\n', at - 1) + 1, at)
  return line.length < FOLDED || /^\s*(\n|[-*•]|$)/.test(plain.slice(at + 1, at + 4))
}

/** Mail programs fold lines at 72 or more; a shorter one was ended by its writer. */
const FOLDED = 55
const ABBREVIATION = /(?:^|[\s(])(?:m|mr|mme|mrs|ms|dr|ste|sté|no|n°|ref|tel|inv|fact|p|st|av)$/
const DISCLAIMER =
  /\bconfidenti(?:el|al)|\b(?:n'etes pas|not) (?:le|the) (?:destinataire|intended)|\bintended recipient|avant d'imprimer|before printing/

/** Words between quotation marks are somebody else's, from three words on. */
function withoutQuoted(plain: string): string {
  return plain.replace(/"[^"]{0,400}"/g, quoted =>
    quoted.trim().split(/\s+/).length > 3 ? ' '.repeat(quoted.length) : quoted,
  )
}
