/**
 * The list of a day's letters and the letters → one PDF, PDF/A-3a and PDF/UA-1 as each of them is. All come from the same compiler.
 * The list lends its metadata and its colours; pages, what is read aloud of them, and bookmarks are joined.
 */
import { createHash } from 'node:crypto'
import {
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFObjectCopier,
  PDFPage,
  type PDFPageLeaf,
  PDFRef,
  PDFString,
} from 'pdf-lib'

/** `name` is that of its bookmark. */
export type BoundLetter = { readonly name: string; readonly pdf: Uint8Array }

/** The same files give the same bytes. @throws when one is not as the compiler writes it. */
export async function bindLetters(list: Uint8Array, letters: readonly BoundLetter[]): Promise<Uint8Array> {
  const bound = await load(list)
  const structure = structureOf(bound)
  const hash = createHash('sha256').update(list)
  for (const [index, { name, pdf }] of letters.entries()) {
    hash.update(pdf)
    const letter = await load(pdf)
    const copier = PDFObjectCopier.for(letter.context, bound.context)
    addStructure(structure, letter, copier, `${index + 1}-`)
    const pages = letter.getPages().map(({ ref }) => copier.copy(ref))
    for (const page of pages)
      bound.addPage(PDFPage.of(bound.context.lookup(page) as PDFPageLeaf, page, bound))
    addBookmark(bound, name, pages[0] as PDFRef)
  }
  sortNames(structure.ids)
  const identifier = PDFHexString.of(hash.digest('hex').slice(0, 32))
  bound.context.trailerInfo.ID = bound.context.obj([identifier, identifier])
  return bound.save({
    objectsPerTick: Number.POSITIVE_INFINITY,
    addDefaultPage: false,
    updateFieldAppearances: false,
  })
}

function load(pdf: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(pdf, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })
}

const key = PDFName.of

/** What is read aloud of a file: a tree under one element, which of its elements each page shows, and those that have an identifier. */
type Structure = {
  readonly root: PDFDict
  readonly whole: PDFRef
  readonly element: PDFDict
  /** A number, then the elements of the page that has this number, and so on. */
  readonly pages: PDFArray
  /** An identifier, then its element, and so on; in the order of their bytes. */
  readonly ids: PDFArray
}

function structureOf({ catalog, context }: PDFDocument): Structure {
  const root = catalog.lookup(key('StructTreeRoot'), PDFDict)
  const children = root.lookup(key('K'), PDFArray)
  const whole = children.get(0)
  if (children.size() !== 1 || !(whole instanceof PDFRef)) throw new Error('a structure of another compiler')
  if (!root.has(key('IDTree'))) root.set(key('IDTree'), context.obj({ Names: [] }))
  return {
    root,
    whole,
    element: context.lookup(whole, PDFDict),
    pages: root.lookup(key('ParentTree'), PDFDict).lookup(key('Nums'), PDFArray),
    ids: root.lookup(key('IDTree'), PDFDict).lookup(key('Names'), PDFArray),
  }
}

/** A letter becomes a part of the whole, in its own language; its pages are numbered on, and its identifiers are its own. */
function addStructure(bound: Structure, letter: PDFDocument, copier: PDFObjectCopier, prefix: string): void {
  const own = structureOf(letter)
  const numbered = bound.root.lookup(key('ParentTreeNextKey'), PDFNumber).asNumber()
  renumber(letter, numbered)
  rename(letter, prefix)
  own.element.set(key('S'), key('Part'))
  own.element.set(key('Lang'), letter.catalog.lookup(key('Lang'), PDFString))
  own.element.delete(key('P'))
  const part = copier.copy(own.whole)
  const { context } = bound.root
  context.lookup(part, PDFDict).set(key('P'), bound.whole)
  bound.element.lookup(key('K'), PDFArray).push(part)
  for (const [number, elements] of pairsOf(own.pages)) {
    bound.pages.push(PDFNumber.of((number as PDFNumber).asNumber() + numbered))
    bound.pages.push(copier.copy(elements))
  }
  for (const [id, element] of pairsOf(own.ids)) {
    bound.ids.push(prefixed(id as PDFString, prefix))
    bound.ids.push(copier.copy(element))
  }
  const next = own.root.lookup(key('ParentTreeNextKey'), PDFNumber).asNumber()
  bound.root.set(key('ParentTreeNextKey'), PDFNumber.of(numbered + next))
  const roles = bound.root.lookup(key('RoleMap'), PDFDict)
  for (const [role, meaning] of own.root.lookup(key('RoleMap'), PDFDict).entries()) roles.set(role, meaning)
}

/** Pages, and what can be clicked on them, say by a number which elements they show. */
function renumber(letter: PDFDocument, by: number): void {
  const shift = (shown: PDFDict, name: string) => {
    const number = shown.lookupMaybe(key(name), PDFNumber)
    if (number) shown.set(key(name), PDFNumber.of(number.asNumber() + by))
  }
  for (const { node } of letter.getPages()) {
    shift(node, 'StructParents')
    for (const clicked of node.Annots()?.asArray() ?? [])
      shift(letter.context.lookup(clicked, PDFDict), 'StructParent')
  }
}

/** The headings of a table have an identifier, and its cells name them by it. */
function rename(letter: PDFDocument, prefix: string): void {
  for (const [, element] of letter.context.enumerateIndirectObjects()) {
    if (!(element instanceof PDFDict) || element.get(key('Type')) !== key('StructElem')) continue
    const id = element.lookupMaybe(key('ID'), PDFString)
    if (id) element.set(key('ID'), prefixed(id, prefix))
    for (const attributes of element.lookupMaybe(key('A'), PDFArray)?.asArray() ?? []) {
      const headings = (attributes as PDFDict).lookupMaybe(key('Headers'), PDFArray)
      for (const [index, heading] of headings?.asArray().entries() ?? [])
        headings?.set(index, prefixed(heading as PDFString, prefix))
    }
  }
}

function prefixed(text: PDFString, prefix: string): PDFString {
  return PDFString.of(`${prefix}${text.asString()}`)
}

function pairsOf(list: PDFArray) {
  const all = list.asArray()
  return all.flatMap((name, index) => (index % 2 === 0 ? [[name, all[index + 1] as PDFRef] as const] : []))
}

function sortNames(names: PDFArray): void {
  const text = (name: unknown) => (name as PDFString).asString()
  const sorted = pairsOf(names).sort(([a], [b]) => (text(a) < text(b) ? -1 : 1))
  for (const [index, object] of sorted.flat().entries()) names.set(index, object)
}

function addBookmark({ catalog, context }: PDFDocument, name: string, page: PDFRef): void {
  const parent = catalog.get(key('Outlines')) as PDFRef
  const bookmarks = context.lookup(parent, PDFDict)
  const last = bookmarks.get(key('Last')) as PDFRef
  const added = context.register(
    context.obj({
      Title: PDFHexString.fromText(name),
      Parent: parent,
      Prev: last,
      Dest: [page, 'XYZ', null, null, null],
    }),
  )
  context.lookup(last, PDFDict).set(key('Next'), added)
  bookmarks.set(key('Last'), added)
  const count = bookmarks.lookup(key('Count'), PDFNumber).asNumber()
  bookmarks.set(key('Count'), PDFNumber.of(count + 1))
}
