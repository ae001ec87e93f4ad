/** The files attached to a PDF: its tree of names, the files associated with it, else any that it holds. */
import type * as Pdf from 'pdf-lib'
import { error, type Problem } from '../problem.ts'
import { hidesTooMuch, inflated } from './pdf-streams.ts'

/** `content` decompresses; null when the bytes are damaged, too many, or coded in a way not known. */
export type Attachment = { name: string; content: () => Uint8Array | null }

type Library = typeof Pdf
type Reader = { pdf: Library; document: Pdf.PDFDocument; seen: Set<Pdf.PDFObject>; found: Attachment[] }

const LONGEST_PDF = 50_000_000
const LONGEST_OBJECTS = 100_000_000
const LONGEST_CONTENT = 20_000_000
const DEEPEST_TREE = 50
const MOST_ATTACHMENTS = 1000

export async function attachmentsOf(bytes: Uint8Array): Promise<Attachment[] | Problem> {
  if (bytes.length > LONGEST_PDF)
    return error(null, 'file-too-long', { kind: 'pdf', most: LONGEST_PDF / 1_000_000 })
  if (hidesTooMuch(bytes, LONGEST_OBJECTS)) return error(null, 'file-too-long', { kind: 'pdf-unpacked' })
  const pdf = await import('pdf-lib')
  try {
    const document = await pdf.PDFDocument.load(bytes, {
      updateMetadata: false,
      ignoreEncryption: true,
      parseSpeed: pdf.ParseSpeeds.Fastest,
    })
    if (document.isEncrypted) return error(null, 'encrypted-pdf')
    const reader = { pdf, document, seen: new Set<Pdf.PDFObject>(), found: [] }
    fromCatalog(reader)
    if (reader.found.length === 0) fromAnywhere(reader)
    return reader.found
  } catch {
    return error(null, 'bad-pdf')
  }
}

function fromCatalog(reader: Reader): void {
  const { pdf, document } = reader
  const names = dictionary(reader, document.catalog.get(pdf.PDFName.of('Names')))
  fromNameTree(reader, names?.get(pdf.PDFName.of('EmbeddedFiles')), 0)
  fromList(reader, document.catalog.get(pdf.PDFName.of('AF')))
}

/** Names and files in turn in `Names`; branches in `Kids`, which may go round in circles in a forged file. */
function fromNameTree(reader: Reader, node: Pdf.PDFObject | undefined, depth: number): void {
  const { pdf } = reader
  const tree = dictionary(reader, node)
  if (!tree || depth > DEEPEST_TREE || reader.seen.has(tree)) return
  reader.seen.add(tree)
  const names = resolved(reader, tree.get(pdf.PDFName.of('Names')))
  if (names instanceof pdf.PDFArray)
    for (let index = 1; index < names.size(); index += 2)
      take(reader, names.get(index), textOf(reader, names.get(index - 1)))
  const kids = resolved(reader, tree.get(pdf.PDFName.of('Kids')))
  if (kids instanceof pdf.PDFArray) for (const kid of kids.asArray()) fromNameTree(reader, kid, depth + 1)
}

function fromList(reader: Reader, list: Pdf.PDFObject | undefined): void {
  const files = resolved(reader, list)
  if (files instanceof reader.pdf.PDFArray) for (const file of files.asArray()) take(reader, file, null)
}

/** A file that no tree leads to: attached to a page, or left by a program that broke the tree. */
function fromAnywhere(reader: Reader): void {
  for (const [, object] of reader.document.context.enumerateIndirectObjects()) take(reader, object, null)
}

/** Takes a file specification, once. */
function take(reader: Reader, object: Pdf.PDFObject | undefined, treeName: string | null): void {
  const { pdf, found, seen } = reader
  const specification = dictionary(reader, object)
  if (!specification || seen.has(specification) || found.length >= MOST_ATTACHMENTS) return
  seen.add(specification)
  const files = dictionary(reader, specification.get(pdf.PDFName.of('EF')))
  if (!files) return
  const get = (from: Pdf.PDFDict, key: string) => resolved(reader, from.get(pdf.PDFName.of(key)))
  const stream = [get(files, 'F'), get(files, 'UF')].find(file => file instanceof pdf.PDFRawStream)
  if (!(stream instanceof pdf.PDFRawStream)) return
  const name = textOf(reader, get(specification, 'UF')) ?? textOf(reader, get(specification, 'F')) ?? treeName
  found.push({ name: name ?? '', content: () => contentOf(reader, stream) })
}

function contentOf(reader: Reader, { dict, contents }: Pdf.PDFRawStream): Uint8Array | null {
  const { pdf } = reader
  const filter = resolved(reader, dict.get(pdf.PDFName.of('Filter')))
  const filters = filter instanceof pdf.PDFArray ? filter.asArray() : filter ? [filter] : []
  let bytes: Uint8Array | null = contents
  for (const name of filters) {
    const code = resolved(reader, name)
    if (bytes === null || code !== pdf.PDFName.of('FlateDecode')) return null
    bytes = inflated(bytes, LONGEST_CONTENT)
  }
  return bytes
}

/** A reference may name another, and this one the first. */
function resolved({ pdf, document }: Reader, object: Pdf.PDFObject | undefined): Pdf.PDFObject | undefined {
  let current = object
  for (let hops = 0; current instanceof pdf.PDFRef && hops < 10; hops += 1)
    current = document.context.lookup(current)
  return current instanceof pdf.PDFRef ? undefined : current
}

function dictionary(reader: Reader, object: Pdf.PDFObject | undefined): Pdf.PDFDict | null {
  const found = resolved(reader, object)
  return found instanceof reader.pdf.PDFDict ? found : null
}

function textOf(reader: Reader, object: Pdf.PDFObject | undefined): string | null {
  const { PDFString, PDFHexString } = reader.pdf
  const found = resolved(reader, object)
  return found instanceof PDFString || found instanceof PDFHexString ? found.decodeText() : null
}
