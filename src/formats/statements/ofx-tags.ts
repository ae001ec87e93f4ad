/** A text of OFX, the old SGML whose values have no end tag or the newer XML → its tags in order. */

/** `value` is null for a tag that holds others; `end` for the end of one. */
export type OfxTag = { line: number; name: string; end: boolean; value: string | null }

const TAG = /<(\/?)([A-Z][A-Z0-9._]*)\s*(\/?)>([^<]*)/gi
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

/** Tags from `<OFX>` on; what stands before is the header. */
export function ofxTags(text: string): OfxTag[] {
  const body = withoutSections(text)
  const start = body.search(/<OFX>/i)
  if (start < 0) return []
  const tags: OfxTag[] = []
  let line = 1
  let counted = 0
  for (const match of body.matchAll(TAG)) {
    if (match.index < start) continue
    line += linesIn(body, counted, match.index)
    counted = match.index
    const value = decoded(match[4] ?? '').trim()
    const end = match[1] === '/'
    tags.push({ line, name: (match[2] ?? '').toUpperCase(), end, value: end || value === '' ? null : value })
  }
  return tags
}

/** What `<![CDATA[…]]>` holds is text, not tags. */
function withoutSections(text: string): string {
  const [before = '', ...sections] = text.split('<![CDATA[')
  const parts = sections.map(section => {
    const end = section.indexOf(']]>')
    return end < 0 ? section : section.slice(0, end).replace(/</g, '&lt;') + section.slice(end + 3)
  })
  return [before, ...parts].join('')
}

function linesIn(text: string, from: number, to: number): number {
  let lines = 0
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}

function decoded(text: string): string {
  return text.replace(/&(#x?[\da-f]{1,6}|[a-z]{2,5});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
