/** A black and white picture as a PNG (ISO/IEC 15948): for mail programs, which show no SVG. */
import { crc32, deflateSync } from 'node:zlib'

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10]
/** One bit to a pixel, grey: 1 is white. */
const DEPTH = 1
const GREY = 0
const NO_FILTER = 0

/** `rows` of a square picture, true where it is black; each becomes a square of `scale` × `scale` pixels. */
export function squarePng(rows: readonly (readonly boolean[])[], scale: number): Uint8Array {
  const side = rows.length * scale
  const lines = rows.flatMap(row => {
    const line = pixels(row, side, scale)
    return Array.from({ length: scale }, () => line)
  })
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header[8] = DEPTH
  header[9] = GREY
  return Buffer.concat([
    Buffer.from(SIGNATURE),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(lines), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A line: its filter, then eight pixels to a byte, the first on the left. */
function pixels(row: readonly boolean[], side: number, scale: number): Buffer {
  const line = Buffer.alloc(1 + Math.ceil(side / 8))
  line[0] = NO_FILTER
  for (let x = 0; x < side; x++) {
    if (row[Math.floor(x / scale)]) continue
    const at = 1 + (x >> 3)
    line[at] = (line[at] ?? 0) | (0x80 >> (x & 7))
  }
  return line
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(data.length, 0)
  ends.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)])
}
