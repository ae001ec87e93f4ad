/** The table at the end of a ZIP archive: where each file stands, and what the archive claims of it. */

/** Sizes are claims until the file is unpacked and checked. */
export type ZipMember = {
  name: string
  isEncrypted: boolean
  /** 0 stored, 8 deflated. */
  method: number
  crc: number
  packedLength: number
  length: number
  /** Of its own header, before its bytes. */
  offset: number
}

/** Null when the table is not there, is cut, or is of the kind for archives over 4 GB. */
export function readZipDirectory(bytes: Uint8Array, maxMembers: number): ZipMember[] | 'too-many' | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === null) return null
  const count = view.getUint16(end + 10, true)
  if (count > maxMembers) return 'too-many'
  const members: ZipMember[] = []
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return null
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map(place =>
      view.getUint16(at + place, true),
    ) as [number, number, number]
    members.push(memberAt(view, at, bytes.subarray(at + 46, at + 46 + nameLength)))
    at += 46 + nameLength + extraLength + commentLength
  }
  return members.some(({ length, packedLength }) => length === NOT_HERE || packedLength === NOT_HERE)
    ? null
    : members
}

/** The bytes of a member as they are packed; null when they are not all there. */
export function packedBytes(bytes: Uint8Array, { offset, packedLength }: ZipMember): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) return null
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  return start + packedLength > bytes.length ? null : bytes.subarray(start, start + packedLength)
}

/** What a ZIP64 archive has in place of a size. */
const NOT_HERE = 0xffffffff
const END_LENGTH = 22
const MAX_COMMENT_LENGTH = 65_535

function findEnd(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_LENGTH - MAX_COMMENT_LENGTH)
  for (let at = view.byteLength - END_LENGTH; at >= first; at -= 1)
    if (view.getUint32(at, true) === 0x06054b50) return at
  return null
}

function memberAt(view: DataView, at: number, name: Uint8Array): ZipMember {
  return {
    name: new TextDecoder().decode(name),
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedLength: view.getUint32(at + 20, true),
    length: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  }
}
