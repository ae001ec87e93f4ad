/** A ZIP archive → its files in memory, within bounds that no honest archive reaches. Nothing is written anywhere. */
import { crc32 } from 'node:zlib'
import { inflateSync, zipSync } from 'fflate'
import { error, type Problem } from '../problem.ts'
import { packedBytes, readZipDirectory, type ZipMember } from './zip-directory.ts'

/** What is left to unpack, shared by an archive and those inside it. */
export type ZipBudget = { files: number; bytes: number }

export type ZipFile = { name: string; bytes: Uint8Array }

export function zipBudget(): ZipBudget {
  return { files: 1_000, bytes: 128 * 1024 * 1024 }
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
  if (members === 'too-many') return tooBig(archive, `il contient plus de ${budget.files} fichiers`)
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
  if (files.length === 0) return error(null, 'empty-zip', `« ${archive} » ne contient aucun fichier.`)
  return files
}

function unpack(bytes: Uint8Array, member: ZipMember, archive: string, budget: ZipBudget): ZipFile | Problem {
  const name = harmlessName(member.name)
  if (member.isEncrypted)
    return error(
      null,
      'zip-encrypted',
      `« ${archive} » est protégé par un mot de passe : décompressez-le d’abord, puis importez son contenu.`,
    )
  if (member.method !== 0 && member.method !== 8)
    return error(
      null,
      'zip-method',
      `« ${name} », dans « ${archive} », est compressé d’une façon qui n’est pas prise en charge : refaites l’archive en ZIP ordinaire.`,
    )
  if (member.length > budget.bytes) return tooBig(archive, 'son contenu dépasse 128 Mo')
  if (member.length > MIN_LENGTH_FOR_RATIO && member.length > member.packedLength * MAX_RATIO)
    return tooBig(archive, `« ${name} » y est compressé plus de ${MAX_RATIO} fois`)
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
  return parts.join('/').slice(-200) || 'sans nom'
}

function tooBig(archive: string, why: string): Problem {
  return error(
    null,
    'zip-too-big',
    `« ${archive} » n’est pas ouvert : ${why}. Décompressez-le vous-même si vous savez d’où il vient.`,
  )
}

function damaged(archive: string): Problem {
  return error(
    null,
    'bad-zip',
    `« ${archive} » est abîmé ou incomplet : téléchargez-le à nouveau, ou importez les fichiers décompressés.`,
  )
}

/** An archive of files that are not compressed. */
export function storedZip(files: readonly ZipFile[]): Uint8Array {
  const members = files.map(({ name, bytes }) => [name, bytes] as const)
  return zipSync(Object.fromEntries(members), { level: 0, mtime: '2000-01-01' })
}
