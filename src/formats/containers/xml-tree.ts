/** XML text → its elements with their line, without namespaces. Declarations and entities of its own are refused. */
import { SaxesParser, type SaxesStartTagPlain, type SaxesTagPlain } from 'saxes'
import { error, type Problem } from '../problem.ts'
import { shown } from '../shown.ts'
import { elementsAt } from './xml-elements.ts'

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

/** No invoice comes near these: a file beyond them was made to do harm, or is something else. */
const LONGEST = 12_000_000
const MAX_DEPTH = 100
/** Read piece by piece, so that what is refused is not read to its end. */
const PIECE_LENGTH = 65_536

export function readXml(text: string): XmlDocument | Problem {
  if (text.length > LONGEST)
    return error(null, 'file-too-long', { kind: 'xml', millions: LONGEST / 1_000_000 })
  const parser = new SaxesParser({ xmlns: false, position: false })
  const open: Xml[] = []
  let document: XmlDocument | null = null
  let problem: Problem | null = null

  const start = (tag: SaxesStartTagPlain) => {
    const parent = open.at(-1)
    const name = localName(tag.name)
    const place = parent ? `${parent.name}/${name}` : name
    // The character after the name is read already: where it ends a line, the element began on the line before.
    const line = parser.column === 0 ? parser.line - 1 : parser.line
    const element = { name, place, text: '', attributes: NO_ATTRIBUTES, children: [], line }
    if (parent) parent.children.push(element)
    else if (document) problem ??= malformed(line, 'a second root element')
    else document = { root: element, namespace: null }
    if (open.length >= MAX_DEPTH) problem ??= malformed(line, `more than ${MAX_DEPTH} levels`)
    open.push(element)
  }

  const begun = (tag: SaxesTagPlain) => {
    const element = open.at(-1)
    if (element) element.attributes = ownAttributes(tag.attributes)
    if (document && element === document.root) document.namespace = namespaceOf(tag)
  }

  const append = (piece: string) => {
    const element = open.at(-1)
    if (element) element.text += piece
  }

  const end = () => {
    const element = open.pop()
    if (element) element.text = element.text.trim()
  }

  parser.on('opentagstart', start)
  parser.on('opentag', begun)
  parser.on('text', append)
  parser.on('cdata', append)
  parser.on('closetag', end)
  parser.on('doctype', declared => {
    problem ??= declaration(parser.line - (declared.split('\n').length - 1))
  })
  parser.on('error', ({ message }) => {
    problem ??= malformed(parser.line, entityBefore(text, parser.position) ?? message)
  })
  for (let at = 0; at < text.length && problem === null; at += PIECE_LENGTH)
    parser.write(text.slice(at, at + PIECE_LENGTH))
  if (problem === null) parser.close()
  return problem ?? document ?? malformed(1, 'no element')
}

/** The first element at the end of a path such as `Party/PartyName/Name`. */
export function find(from: Xml | null, path: string): Xml | null {
  return findAll(from, path)[0] ?? null
}

export function findAll(from: Xml | null, path: string): Xml[] {
  return from ? elementsAt(from, ...path.split('/')) : []
}

/** Some totals are given a second time, in the currency of the tax. */
export function inCurrency(amounts: readonly Xml[], currency: string): Xml | null {
  return amounts.find(({ attributes }) => (attributes.currencyID ?? currency) === currency) ?? null
}

const NO_ATTRIBUTES: Readonly<Record<string, string>> = {}

/** Without their prefixes, and without what declares prefixes. */
function ownAttributes(written: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const own = Object.entries(written).filter(([name]) => name !== 'xmlns' && !name.startsWith('xmlns:'))
  return own.length === 0
    ? NO_ATTRIBUTES
    : Object.fromEntries(own.map(([name, value]) => [localName(name), value]))
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** Declared on the element itself, with its prefix or without. */
function namespaceOf({ name, attributes }: SaxesTagPlain): string | null {
  const prefix = name.slice(0, Math.max(name.indexOf(':'), 0))
  return attributes[prefix === '' ? 'xmlns' : `xmlns:${prefix}`] ?? null
}

/** What can't be replaced is shown as it is written. */
function entityBefore(text: string, end: number): string | null {
  const written = text.slice(text.lastIndexOf('&', end - 1), end)
  return /^&[^&;]*;$/.test(written) ? written : null
}

function declaration(line: number): Problem {
  return error(line, 'xml-declaration')
}

function malformed(line: number | null, why: string): Problem {
  return error(line, 'bad-xml', { kind: 'whole', why: shown(why) })
}
