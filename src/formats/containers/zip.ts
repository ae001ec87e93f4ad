/** A ZIP archive → its files in memory, within bounds that no honest archive reaches. Nothing is written anywhere. */
import { crc32 } from 'node:zlib'
import { inflateSync, zipSync } from 'fflate'
import { error, type Problem } from '../problem.ts'
import { packedBytes, readZipDirectory, type ZipMember } from './zip-directory.ts'

/** What is left to unpack, shared by an archive and those inside it. */
export type ZipBudget = { files: number; bytes: number }

export type ZipFile = { name: string; bytes: Uint8Array }

const MOST_BYTES = 128 * 2 ** 20

export function zipBudget(): ZipBudget {
  return { files: 1_000, bytes: MOST_BYTES }
}

/** Above this a small file hides a huge one; statements pack 10 to 60 times. */
const MAX_RATIO = 250
/** Below this length a ratio means nothing. */
const MIN_LENGTH_FOR_RATIO = 1024 * 1024

/** The files of an archive that are `wanted`: all but folders and what systems add. The budget goes down by what was unpacked. */
export function unzip(
  bytes: Uint8Array,
  archive: string,
  budget: ZipBudget,
  wanted: (name: string) => boolean = name => !isNoise(name),
): ZipFile[] | Problem {
  const members = readZipDirectory(bytes, budget.files)
  if (members === 'too-many')
    return error(null, 'zip-too-big', { kind: 'files', archive, most: budget.files })
  if (members === null) return damaged(archive)
  const files: ZipFile[] = []
  for (const member of members) {
    if (!wanted(member.name)) continue
    const unpacked = unpack(bytes, member, archive, budget)
    if ('code' in unpacked) return unpacked
    budget.files -= 1
    budget.bytes -= unpacked.bytes.length
    files.push(unpacked)
  }
  if (files.length === 0) return error(null, 'empty-zip', { archive })
  return files
}

function unpack(bytes: Uint8Array, member: ZipMember, archive: string, budget: ZipBudget): ZipFile | Problem {
  const name = harmlessName(member.name)
  if (member.isEncrypted) return error(null, 'zip-encrypted', { archive })
  if (member.method !== 0 && member.method !== 8) return error(null, 'zip-method', { archive, file: name })
  if (member.length > budget.bytes)
    return error(null, 'zip-too-big', { kind: 'content', archive, most: MOST_BYTES / 2 ** 20 })
  if (member.length > MIN_LENGTH_FOR_RATIO && member.length > member.packedLength * MAX_RATIO)
    return error(null, 'zip-too-big', { kind: 'ratio', archive, file: name, most: MAX_RATIO })
  const packed = packedBytes(bytes, member)
  const unpacked = packed && (member.method === 0 ? packed : inflated(packed, member.length))
  if (!unpacked || unpacked.length !== member.length || crc32(unpacked) !== member.crc)
    return damaged(archive)
  return { name, bytes: unpacked }
}

/** One byte more than claimed: a file that lies about its length is seen, and never grows past it. */
function inflated(packed: Uint8Array, length: number): Uint8Array | null {
  try {
    return inflateSync(packed, { out: new Uint8Array(length + 1) })
  } catch {
    return null
  }
}

/** Folders, hidden files and what macOS leaves beside each file. */
function isNoise(name: string): boolean {
  const parts = name.split(/[\\/]/)
  const isHidden = (part: string) => part === '__MACOSX' || /^\.[^.]/.test(part)
  return parts.at(-1) === '' || parts.some(isHidden)
}

/** A name to show, and no path: no drive, no way up, no control. */
function harmlessName(name: string): string {
  const parts = name
    .replace(/\p{Cc}/gu, '')
    .split(/[\\/]/)
    .filter(part => !/^(\.{0,2}|[A-Za-z]:)$/.test(part))
  return parts.join('/').slice(-200) || '?'
}

function damaged(archive: string): Problem {
  return error(null, 'bad-zip', { archive })
}

/** An archive of files that are not compressed. */
export function storedZip(files: readonly ZipFile[]): Uint8Array {
  const members = files.map(({ name, bytes }) => [name, bytes] as const)
  return zipSync(Object.fromEntries(members), { level: 0, mtime: '2000-01-01' })
}
