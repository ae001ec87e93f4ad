/** What a file is by its first bytes, whatever its name, for those that no reader of text can take. */

import type { FileKindName } from '../words/problems/file-kinds.ts'
import type { ByteSource } from './byte-source.ts'

export type FileKind = { format: FileKindName }

/** Null for a text, which its content tells further. XML and HTML are told too: a reader of XML looks before. */
export function fileKind(source: ByteSource): FileKind | null {
  const start = asLatin(source.read(0, Math.min(1024, source.size)))
  if (start.includes('%PDF-')) return { format: 'pdf' }
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return zipKind(source, start)
  const found = SIGNATURES.find(({ at, marks }) => marks.some(mark => start.startsWith(mark, at)))
  if (found) return { format: found.format }
  const text = start.replace(/^\xEF\xBB\xBF|^\xFF\xFE|^\xFE\xFF|\0/g, '').trimStart()
  if (/^<(!doctype html|html|table)/i.test(text)) return { format: 'html' }
  return /^<[?!a-z]/i.test(text) ? { format: 'xml' } : null
}

const SIGNATURES: readonly (FileKind & { at: number; marks: readonly string[] })[] = [
  { format: 'xls', at: 0, marks: ['\xD0\xCF\x11\xE0'] },
  { format: 'image', at: 0, marks: ['\x89PNG', '\xFF\xD8\xFF', 'GIF8', 'II*\0', 'MM\0*'] },
  { format: 'image', at: 4, marks: ['ftyphei', 'ftypmif1', 'ftypavif'] },
  {
    format: 'archive',
    at: 0,
    marks: ['\x1F\x8B', '7z\xBC\xAF', 'Rar!'],
  },
]

/** Office documents are archives: a part of theirs with a fixed name tells them. */
function zipKind({ size, read }: ByteSource, start: string): FileKind {
  if (/\[Content_Types\]|xl\/|word\/|_rels\/|docProps\//.test(start)) {
    const isWord = /word\//.test(asLatin(read(Math.max(0, size - 65_536), size)))
    return isWord ? { format: 'docx' } : { format: 'xlsx' }
  }
  if (/mimetypeapplication\/vnd\.oasis/.test(start)) return { format: 'ods' }
  return { format: 'zip' }
}

function asLatin(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}
