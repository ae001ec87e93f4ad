/** A black and white picture as a PNG (ISO/IEC 15948): for mail programs, which show no SVG. */
import { crc32, deflateSync } from 'node:zlib'

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10]
/** One bit to a pixel, grey: 1 is white. */
const DEPTH = 1
const GREY = 0
const NO_FILTER = 0

/** A window and a memory for a few kilobytes: making ready for more would take longer than the rest. */
const SMALL = { level: 1, windowBits: 12, memLevel: 5 }

/** Pixels to a side of what was one square of the picture: four, so that two squares fill a byte. */
const SCALE = 4
const WHITE_LEFT = 0xf0
const WHITE_RIGHT = 0x0f

/** `rows` of a square picture, true where it is black; each becomes a square of four by four pixels. */
export function squarePng(rows: readonly (readonly boolean[])[]): Uint8Array {
  const side = rows.length * SCALE
  const width = 1 + Math.ceil(rows.length / 2)
  const lines = Buffer.alloc(width * side)
  for (const [y, row] of rows.entries()) {
    const first = y * SCALE * width
    drawLine(lines.subarray(first, first + width), row)
    for (let copy = 1; copy < SCALE; copy++) lines.copy(lines, first + copy * width, first, first + width)
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header[8] = DEPTH
  header[9] = GREY
  return Buffer.concat([
    Buffer.from(SIGNATURE),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines, SMALL)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A line: its filter, then eight pixels to a byte, the first on the left. */
function drawLine(line: Uint8Array, row: readonly boolean[]): void {
  line[0] = NO_FILTER
  for (let x = 0; x < row.length; x += 2) {
    const left = row[x] ? 0 : WHITE_LEFT
    line[1 + (x >> 1)] = row[x + 1] ? left : left | WHITE_RIGHT
  }
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(data.length, 0)
  ends.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)])
}
