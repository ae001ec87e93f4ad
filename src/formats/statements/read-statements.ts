/** Any file of bank statements, told by its content, or an archive of them → what each says. */

import { inMemory } from '../byte-source.ts'
import { isoMessage, otherMessage } from '../containers/iso20022.ts'
import { decodeXml } from '../containers/xml-encoding.ts'
import { unzip, type ZipBudget, zipBudget } from '../containers/zip.ts'
import { type FileKind, fileKind } from '../file-kind.ts'
import { error, type Problem } from '../problem.ts'
import { decodeText } from '../text-encoding.ts'
import { readBankTable } from './bank-csv.ts'
import { readBankWorkbook } from './bank-xlsx.ts'
import { isCamt, readCamt } from './camt/camt.ts'
import { isCfonb120, isCfonb240, readCfonb120 } from './cfonb-120.ts'
import { isMt940, readMt940 } from './mt940.ts'
import { isOfx, readOfx } from './ofx.ts'
import { isQif, readQif } from './qif.ts'
import { refusedStatements, type StatementReading } from './statement.ts'

/** A format is one line here, the surest recognisers first: one that takes any table stands last. */
const READERS = [
  { name: 'camt', recognises: text(isCamt), read: text(readCamt) },
  { name: 'ofx', recognises: text(isOfx), read: text(readOfx) },
  { name: 'mt940', recognises: text(isMt940), read: text(readMt940) },
  { name: 'cfonb120', recognises: text(isCfonb), read: text(readCfonb120) },
  { name: 'qif', recognises: text(isQif), read: text(readQif) },
  { name: 'csv', recognises: isTable, read: text(readBankTable) },
] as const satisfies Reader[]

export type StatementFormat = (typeof READERS)[number]['name']

/** In an archive, `name` is the archive's and the file's, joined by a slash. */
export type StatementFile = { name: string; reading: StatementReading }

/** `text` is null for what is no text. */
type Source = { bytes: Uint8Array; kind: FileKind | null; text: string | null; fileName: string }

type Reader = {
  name: string
  recognises(source: Source): boolean | null
  read(source: Source): StatementReading | null
}

/**
 * A ZIP gives several files, those of a ZIP inside it too, one level down; any other file gives one. `format` is the user's word
 * against the content's.
 */
export async function readStatements(
  bytes: Uint8Array,
  options: { fileName: string; format?: StatementFormat | undefined },
): Promise<{ files: StatementFile[] }> {
  return { files: await readFile(bytes, options.fileName, options.format, zipBudget(), 1) }
}

async function readFile(
  bytes: Uint8Array,
  name: string,
  format: StatementFormat | undefined,
  budget: ZipBudget,
  levels: number,
): Promise<StatementFile[]> {
  const kind = fileKind(inMemory(bytes))
  if (kind?.format === 'xlsx') return [{ name, reading: await readBankWorkbook(bytes) }]
  if (kind?.format !== 'zip') return [{ name, reading: readOne(bytes, name, kind, format) }]
  if (levels < 0) return refusal(name, 'zip', error(null, 'zip-nested', { archive: name }))
  const unpacked = unzip(bytes, name, budget)
  if ('code' in unpacked) return refusal(name, 'zip', unpacked)
  const read: StatementFile[] = []
  for (const file of unpacked)
    read.push(...(await readFile(file.bytes, `${name}/${file.name}`, format, budget, levels - 1)))
  return read
}

function readOne(
  bytes: Uint8Array,
  fileName: string,
  kind: FileKind | null,
  format: StatementFormat | undefined,
): StatementReading {
  const decoded = isText(kind) ? decoding(bytes, kind) : null
  if (decoded && 'code' in decoded)
    return decoded.code === 'empty-file'
      ? refusedStatements('unknown', [decoded])
      : unsupported({ bytes, kind, text: null, fileName })
  const source: Source = { bytes, kind, text: decoded?.text ?? null, fileName }
  const reader = READERS.find(format ? ({ name }) => name === format : ({ recognises }) => recognises(source))
  const reading = reader?.read(source) ?? unsupported(source)
  return { ...reading, problems: [...(decoded?.problems ?? []), ...reading.problems] }
}

function isText(kind: FileKind | null): boolean {
  return kind === null || kind.format === 'xml' || kind.format === 'html'
}

function decoding(bytes: Uint8Array, kind: FileKind | null) {
  return kind?.format === 'xml' ? decodeXml(bytes) : decodeText(bytes)
}

/** CFONB 240 is known by its name, and refused by it. */
function isCfonb(content: string): boolean {
  return isCfonb120(content) || isCfonb240(content)
}

/** Any text of several columns that is nothing else may be a table: its titles tell. */
function isTable({ kind, text }: Source): boolean {
  return kind === null && text !== null && /^[^\n]*[;,\t|]/m.test(text)
}

/** A reader of texts among readers of any file. */
function text<Answer>(read: (text: string) => Answer): (source: Source) => Answer | null {
  return source => (source.text === null ? null : read(source.text))
}

/** What the file is, when it is no statement that is read here. */
function unsupported({ kind, text, fileName }: Source): StatementReading {
  const message = text === null ? null : isoMessage(text)
  if (message) return refusedStatements(message.name, [otherMessage(message.name)])
  if (kind?.format === 'xml') return refusedStatements('xml', [otherMessage(undefined)])
  const what = kind
    ? ({ kind: 'statements', file: fileName, found: kind.format } as const)
    : ({ kind: 'unrecognised', file: fileName } as const)
  return refusedStatements(kind?.format ?? 'unknown', [error(null, 'unsupported-format', what)])
}

function refusal(name: string, format: string, problem: Problem): StatementFile[] {
  return [{ name, reading: refusedStatements(format, [problem]) }]
}
