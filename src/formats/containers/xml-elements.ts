/** XML in pieces → the elements asked for, each whole and forgotten once handed over, so that memory stays flat. */
import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes'
import { error, type Problem } from '../problem.ts'

/** `name` without its prefix. `text` is what stands directly in it, trimmed, entities replaced. */
export type XmlElement = {
  name: string
  attributes: Readonly<Record<string, string>>
  children: XmlElement[]
  text: string
}

/** Paths go from the element `root` down, names without prefixes: `Document/BkToCstmrStmt/Stmt`. */
export type XmlVisitor = {
  root: string
  /** Paths of the elements wanted whole. One inside another is handed over first, and left out of it. */
  wanted: ReadonlySet<string>
  /** Not told inside an element wanted. */
  starts(path: string, namespace: string): void
  ends(path: string): void
  takes(path: string, element: XmlElement): void
}

/** `problem` is null until the file is refused; nothing is visited after that. */
export type XmlReader = { write(piece: string): void; close(): void; problem(): Problem | null }

/** No statement of a bank comes near these: a file beyond them was made to do harm, or is something else. */
const MAX_DEPTH = 60
const MAX_TEXT_LENGTH = 10_000
const MAX_ELEMENT_LENGTH = 200_000
const MAX_CHILDREN = 20_000

type Open = { path: string; element: XmlElement | null; isWanted: boolean; size: Size }
type Size = { length: number; elements: number }

export function xmlReader(visitor: XmlVisitor): XmlReader {
  const parser = new SaxesParser({ xmlns: true })
  const names = new Set([...visitor.wanted].map(path => path.slice(path.lastIndexOf('/') + 1)))
  const open: Open[] = []
  let problem: Problem | null = null

  const refuse = (found: Problem) => {
    problem ??= found
  }

  const grow = (size: Size, length: number, elements: number) => {
    size.length += length
    size.elements += elements
    if (size.length > MAX_ELEMENT_LENGTH || size.elements > MAX_CHILDREN)
      refuse(error(parser.line, 'too-much-text', { kind: 'element', most: MAX_ELEMENT_LENGTH }))
  }

  const start = (tag: SaxesTagNS) => {
    if (problem) return
    const parent = open.at(-1)
    const isRoot = tag.local === visitor.root && !(parent && isUnder(visitor.root, parent.path))
    const path = parent && !isRoot ? `${parent.path}/${tag.local}` : tag.local
    if (open.length >= MAX_DEPTH) return refuse(error(parser.line, 'too-deep', { most: MAX_DEPTH }))
    if (!parent?.element) visitor.starts(path, tag.uri)
    const isWanted = names.has(tag.local) && visitor.wanted.has(path)
    if (!isWanted && !parent?.element) {
      open.push({ path, element: null, isWanted, size: NOTHING })
      return
    }
    const element = { name: tag.local, attributes: attributesOf(tag), children: [], text: '' }
    if (!isWanted) parent?.element?.children.push(element)
    const size = isWanted || !parent ? { length: 0, elements: 0 } : parent.size
    grow(size, lengthOf(element.attributes), 1)
    open.push({ path, element, isWanted, size })
  }

  const text = (value: string) => {
    if (problem) return
    const current = open.at(-1)
    if (!current?.element) return
    const trimmed = value.trim()
    if (trimmed === '') return
    if (trimmed.length > MAX_TEXT_LENGTH)
      refuse(error(parser.line, 'too-much-text', { kind: 'field', most: MAX_TEXT_LENGTH }))
    grow(current.size, trimmed.length, 0)
    current.element.text = current.element.text === '' ? trimmed : `${current.element.text} ${trimmed}`
  }

  const end = () => {
    const closed = open.pop()
    if (problem || !closed) return
    if (closed.isWanted && closed.element) visitor.takes(closed.path, closed.element)
    if (!open.at(-1)?.element) visitor.ends(closed.path)
  }

  parser.on('opentag', start)
  parser.on('closetag', end)
  parser.on('text', text)
  parser.on('cdata', text)
  parser.on('doctype', () => refuse(error(parser.line, 'xml-doctype')))
  parser.on('error', () => refuse(error(parser.line, 'bad-xml', { kind: 'pieces', line: parser.line })))
  return {
    write: piece => {
      if (problem === null) parser.write(piece)
    },
    close: () => {
      if (problem === null) parser.close()
    },
    problem: () => problem,
  }
}

const NOTHING: Size = { length: 0, elements: 0 }

function isUnder(root: string, path: string): boolean {
  return path === root || path.startsWith(`${root}/`)
}

const NO_ATTRIBUTES: Readonly<Record<string, string>> = {}

function attributesOf(tag: SaxesTagNS): Readonly<Record<string, string>> {
  const written: SaxesAttributeNS[] = Object.values(tag.attributes)
  if (written.length === 0) return NO_ATTRIBUTES
  const own = written.filter(({ prefix, name }) => prefix !== 'xmlns' && name !== 'xmlns')
  return Object.fromEntries(own.map(({ local, value }) => [local, value]))
}

function lengthOf(attributes: Readonly<Record<string, string>>): number {
  return Object.values(attributes).reduce((length, value) => length + value.length, 0)
}

type Nested<Element> = { name: string; children: Element[] }

/** Every element at the end of a path, in the order of the file. */
export function elementsAt<Element extends Nested<Element>>(
  element: Element,
  ...path: readonly string[]
): Element[] {
  let found = [element]
  for (const name of path) found = childrenNamed(found, name)
  return found
}

function childrenNamed<Element extends Nested<Element>>(
  parents: readonly Element[],
  name: string,
): Element[] {
  const found: Element[] = []
  for (const { children } of parents) for (const child of children) if (child.name === name) found.push(child)
  return found
}

/** The first element at the end of a path. */
export function elementAt(element: XmlElement, ...path: readonly string[]): XmlElement | null {
  return elementsAt(element, ...path)[0] ?? null
}

/** Text at the end of a path, spaces made single; null when absent or empty. */
export function textAt(element: XmlElement, ...path: readonly string[]): string | null {
  return textsAt(element, ...path)[0] ?? null
}

export function textsAt(element: XmlElement, ...path: readonly string[]): string[] {
  const texts: string[] = []
  for (const { text } of elementsAt(element, ...path)) if (text !== '') texts.push(text.replace(/\s+/g, ' '))
  return texts
}
