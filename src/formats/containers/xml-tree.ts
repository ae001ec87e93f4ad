/** XML text → its elements with their line, without namespaces. Declarations and entities of its own are refused. */
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { error, type Problem } from '../problem.ts'
import { shown } from '../shown.ts'

/** `place`, for a person: its parent's name and its own. */
export type Xml = {
  name: string
  place: string
  text: string
  attributes: Readonly<Record<string, string>>
  children: Xml[]
  line: number
}

/** `namespace` is that of the root; null when it has none. */
export type XmlDocument = { root: Xml; namespace: string | null }

type Parsed = Record<string, unknown>

const LONGEST = 12_000_000
const PLACE = XMLParser.getMetaDataSymbol() as unknown as keyof Parsed
const LETTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const parser = new XMLParser({
  preserveOrder: true,
  removeNSPrefix: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  trimValues: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  cdataPropName: '#cdata',
  captureMetaData: true,
})

export function readXml(text: string): XmlDocument | Problem {
  if (text.length > LONGEST)
    return error(null, 'file-too-long', { kind: 'xml', millions: LONGEST / 1_000_000 })
  const lineOf = lineFinder(text)
  const declaration = indexOfDeclaration(text)
  if (declaration !== null) return error(lineOf(declaration), 'xml-declaration')
  const validity = XMLValidator.validate(text)
  if (validity !== true) return malformed(validity.err.line, validity.err.msg)
  try {
    const roots = (parser.parse(text) as Parsed[]).filter(node => !('#text' in node))
    const [first, second] = roots
    if (!first) return malformed(1, 'no element')
    const builder = { lineOf, unknown: null }
    const root = elementOf(first, builder)
    if (second) return malformed(elementOf(second, builder).line, 'a second root element')
    return builder.unknown ?? { root, namespace: namespaceOf(text) }
  } catch (thrown) {
    return malformed(null, thrown instanceof Error ? thrown.message : String(thrown))
  }
}

/** The first element at the end of a path such as `Party/PartyName/Name`. */
export function find(from: Xml | null, path: string): Xml | null {
  return findAll(from, path)[0] ?? null
}

export function findAll(from: Xml | null, path: string): Xml[] {
  let found = from ? [from] : []
  for (const name of path.split('/'))
    found = found.flatMap(element => element.children.filter(child => child.name === name))
  return found
}

/** Some totals are given a second time, in the currency of the tax. */
export function inCurrency(amounts: readonly Xml[], currency: string): Xml | null {
  return amounts.find(({ attributes }) => (attributes.currencyID ?? currency) === currency) ?? null
}

type Builder = { lineOf: (index: number) => number; unknown: Problem | null }

function elementOf(parsed: Parsed, builder: Builder, parent = ''): Xml {
  const name = Object.keys(parsed).find(key => key !== ':@') ?? ''
  const content = parsed[name] as Parsed[]
  const metadata = parsed[PLACE] as { startIndex?: number } | undefined
  const line = builder.lineOf(metadata?.startIndex ?? 0)
  const texts: string[] = []
  const children: Xml[] = []
  for (const node of content) {
    if ('#text' in node) texts.push(unescaped(String(node['#text']), line, builder))
    else if ('#cdata' in node)
      texts.push(...(node['#cdata'] as Parsed[]).map(part => String(part['#text'] ?? '')))
    else children.push(elementOf(node, builder, name))
  }
  const attributes = (parsed[':@'] ?? {}) as Record<string, string>
  const place = parent === '' ? name : `${parent}/${name}`
  return { name, place, text: texts.join('').trim(), attributes, children, line }
}

/** The five entities of XML and characters by their number; any other would need a declaration. */
function unescaped(text: string, line: number, builder: Builder): string {
  if (!text.includes('&')) return text
  return text.replace(/&([^&;]{0,40})(;?)/g, (all, name: string, end: string) => {
    const letter = end === '' ? undefined : (LETTERS[name] ?? letterByNumber(name))
    if (letter === undefined) builder.unknown ??= malformed(line, `&${name};`)
    return letter ?? all
  })
}

function letterByNumber(name: string): string | undefined {
  const match = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(name)
  const code = match?.[1] ? Number.parseInt(match[1], 16) : Number(match?.[2] ?? -1)
  const isLetter = code >= 0x20 ? code <= 0x10ffff : code === 9 || code === 10 || code === 13
  return isLetter ? String.fromCodePoint(code) : undefined
}

/** Of `<!DOCTYPE`, or of any other declaration: only comments and CDATA begin with `<!` elsewhere. */
function indexOfDeclaration(text: string): number | null {
  let at = text.indexOf('<!')
  while (at >= 0) {
    const closing = text.startsWith('<!--', at) ? '-->' : text.startsWith('<![CDATA[', at) ? ']]>' : null
    if (closing === null) return at
    const end = text.indexOf(closing, at + 4)
    if (end < 0) return null
    at = text.indexOf('<!', end)
  }
  return null
}

/** Declared on the root element, with its prefix or without. */
function namespaceOf(text: string): string | null {
  const [, prefix] =
    /<([\w.-]+:)?[\w.-]+/.exec(text.replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->/g, '').slice(0, 4000)) ?? []
  const name = prefix ? `xmlns:${prefix.slice(0, -1)}` : 'xmlns'
  return new RegExp(`\\s${name}\\s*=\\s*["']([^"']{0,300})["']`).exec(text)?.[1] ?? null
}

function malformed(line: number | null, why: string): Problem {
  return error(line, 'bad-xml', { kind: 'whole', why: shown(why) })
}

function lineFinder(text: string): (index: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return index => {
    let [low, high] = [0, starts.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= index) low = middle + 1
      else high = middle
    }
    return low
  }
}
