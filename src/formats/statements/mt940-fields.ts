/** A text of SWIFT messages → its fields, whatever headers and trailers stand around them. */
import { linesOf } from './statement-text.ts'

/** `line` is where the tag stands; `lines` what follows it, to the next tag. */
export type SwiftField = { tag: string; line: number; lines: string[] }

const TAG = /^:(\d{2}[A-Z]?|NS):(.*)$/

/**
 * A lone hyphen ends a message, except inside an entry, where some banks break a text so that one stands alone. Lines
 * before the first tag, and after the end of a message, are headers.
 */
export function swiftFields(text: string): SwiftField[] {
  const fields: SwiftField[] = []
  let current: SwiftField | null = null
  let closed = false
  for (const [index, line] of linesOf(text).entries()) {
    const match = TAG.exec(line)
    if (match) {
      current = { tag: match[1] ?? '', line: index + 1, lines: [match[2] ?? ''] }
      if (current.tag === '20') closed = false
      if (current.tag.startsWith('62')) closed = true
      fields.push(current)
    } else if (isEnd(line, closed)) current = null
    else current?.lines.push(line)
  }
  return fields
}

function isEnd(line: string, closed: boolean): boolean {
  return line.startsWith('-}') || line.startsWith('{1:') || (closed && line.startsWith('-'))
}
