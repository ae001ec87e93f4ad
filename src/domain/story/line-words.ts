/**
 * The words of a line of a story. A word stands between double quotes where it holds a space, or would otherwise be read as one of
 * the language's own words or as a comment; a double quote inside is written twice, as in a CSV file.
 */

const WORD = /"(?:[^"]|"")*"|\S+/g
const WORD_OR_COMMENT = /"(?:[^"]|"")*"|((?<=^|\s)#.*$)|\S+/g

/** Words that end a list of names. Between quotes they are names themselves. */
const OWN_WORDS: readonly string[] = ['by', 'liquidation', 'on', 'until']

/** The words as written, quotes included: only a bare one can be a word of the language's own. */
export function writtenWords(line: string): string[] {
  return line.match(WORD) ?? []
}

export function splitWords(line: string): string[] {
  return writtenWords(line).map(unquoted)
}

export function unquoted(written: string): string {
  const isQuoted = written.length > 1 && written.startsWith('"') && written.endsWith('"')
  return isQuoted ? written.slice(1, -1).replaceAll('""', '"') : written
}

/** The word as a line holds it: `unquoted` gives it back. */
export function quoted(word: string): string {
  const isBare = /^[^\s"#][^\s"]*$/.test(word) && !OWN_WORDS.includes(word)
  return isBare ? word : `"${word.replaceAll('"', '""')}"`
}

/** The line up to its comment: a `#` that begins a word, outside quotes. */
export function withoutComment(line: string): string {
  return line.replace(WORD_OR_COMMENT, (word: string, comment?: string) =>
    comment === undefined ? word : '',
  )
}
