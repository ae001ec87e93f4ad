/** Archives taken apart within bounds, before anybody else does: what an entry says of its size is held against what it is. */
import { inflateRawSync } from 'node:zlib'

export type ZipEntry = { name: string; bytes: Uint8Array }

export type ZipBounds = {
  /** Only these entries are looked at. */
  wanted(name: string): boolean
  mostEntries: number
  mostBytes: number
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50

/** The wanted entries, unpacked; `too-large` beyond the bounds, `broken` when the archive is damaged or protected. */
export function unzip(zip: Uint8Array, bounds: ZipBounds): ZipEntry[] | 'too-large' | 'broken' {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const end = endOfCentral(view)
  if (end < 0) return 'broken'
  const count = view.getUint16(end + 10, true)
  if (count > bounds.mostEntries) return 'too-large'
  try {
    const entries = listed(view, view.getUint32(end + 16, true), count).filter(entry =>
      bounds.wanted(entry.name),
    )
    if (entries.reduce((total, entry) => total + entry.size, 0) > bounds.mostBytes) return 'too-large'
    return entries.map(entry => ({ name: entry.name, bytes: unpacked(zip, view, entry) }))
  } catch (cause) {
    if (cause instanceof RangeError && (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      return 'too-large'
    if (isDamage(cause)) return 'broken'
    throw cause
  }
}

class Damaged extends Error {}

/** Ours, a place outside the archive, or one of zlib's. */
function isDamage(cause: unknown): boolean {
  const code = (cause as NodeJS.ErrnoException).code ?? ''
  return cause instanceof Damaged || cause instanceof RangeError || /^(Z_|ERR_)/.test(code)
}

function endOfCentral(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) if (view.getUint32(at, true) === END) return at
  return -1
}

type Listed = { name: string; method: number; packed: number; size: number; at: number }

function listed(view: DataView, start: number, count: number): Listed[] {
  const entries = new Map<string, Listed>()
  let at = start
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== CENTRAL) throw new Damaged()
    if ((view.getUint16(at + 8, true) & 1) !== 0) throw new Damaged('encrypted')
    const length = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, length))
    entries.set(name, {
      name,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    })
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return [...entries.values()]
}

/** An entry that gives more than it says is refused as soon as it does. */
function unpacked(zip: Uint8Array, view: DataView, entry: Listed): Uint8Array {
  if (view.getUint32(entry.at, true) !== LOCAL) throw new Damaged()
  const from = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
  const packed = zip.subarray(from, from + entry.packed)
  if (packed.length !== entry.packed) throw new Damaged()
  if (entry.method === 0) return packed
  if (entry.method !== 8) throw new Damaged()
  if (entry.size === 0) return new Uint8Array()
  return inflateRawSync(packed, { maxOutputLength: entry.size })
}

/** An archive of entries that are not compressed. */
export function storedZip(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Uint8Array[] = []
  const central: Uint8Array[] = []
  let at = 0
  for (const { name, bytes } of entries) {
    const letters = new TextEncoder().encode(name)
    const local = header(30, LOCAL, letters, bytes.length)
    central.push(header(46, CENTRAL, letters, bytes.length, at))
    parts.push(local, bytes)
    at += local.length + bytes.length
  }
  const size = central.reduce((total, { length }) => total + length, 0)
  const end = new DataView(new ArrayBuffer(22))
  end.setUint32(0, END, true)
  end.setUint16(8, entries.length, true)
  end.setUint16(10, entries.length, true)
  end.setUint32(12, size, true)
  end.setUint32(16, at, true)
  return Buffer.concat([...parts, ...central, new Uint8Array(end.buffer)])
}

/** A local header has 30 bytes, one of the central directory 46 with the place of the entry. */
function header(length: 30 | 46, mark: number, name: Uint8Array, size: number, place = 0): Uint8Array {
  const bytes = new Uint8Array(length + name.length)
  const view = new DataView(bytes.buffer)
  const shift = length === 46 ? 2 : 0
  view.setUint32(0, mark, true)
  view.setUint16(4 + shift, 20, true)
  view.setUint32(18 + shift, size, true)
  view.setUint32(22 + shift, size, true)
  view.setUint16(26 + shift, name.length, true)
  if (length === 46) view.setUint32(42, place, true)
  bytes.set(name, length)
  return bytes
}
