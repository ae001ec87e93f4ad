import { crc32, inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { squarePng } from './png.ts'
import { qrPng, qrText } from './qr-code.ts'

/** Read back by the letter of the standard: chunks with their sums, then lines of bits. */
function readPng(bytes: Uint8Array): boolean[][] {
  const file = Buffer.from(bytes)
  expect(file.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at)
    const named = file.subarray(at + 4, at + 8 + length)
    expect(file.readUInt32BE(at + 8 + length)).toBe(crc32(named))
    chunks.set(named.subarray(0, 4).toString('latin1'), named.subarray(4))
    at += 12 + length
  }
  expect([...chunks.keys()]).toEqual(['IHDR', 'IDAT', 'IEND'])
  const header = chunks.get('IHDR') as Buffer
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  expect([...header.subarray(8)]).toEqual([1, 0, 0, 0, 0])
  const data = inflateSync(chunks.get('IDAT') as Buffer)
  const stride = 1 + Math.ceil(width / 8)
  expect(data.length).toBe(stride * height)
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => {
      expect(data[y * stride]).toBe(0)
      return (((data[y * stride + 1 + (x >> 3)] ?? 0) << (x & 7)) & 0x80) === 0
    }),
  )
}

test('each square is as large as asked, black where true', () => {
  const [on, off] = [true, false]
  expect(
    readPng(
      squarePng(
        [
          [on, off],
          [off, on],
        ],
        1,
      ),
    ),
  ).toEqual([
    [on, off],
    [off, on],
  ])
  const nine = readPng(
    squarePng(
      [
        [on, off, on],
        [off, off, off],
        [on, on, on],
      ],
      3,
    ),
  )
  expect(nine.map(row => row.map(black => (black ? '#' : '.')).join(''))).toEqual([
    '###...###',
    '###...###',
    '###...###',
    '.........',
    '.........',
    '.........',
    '#########',
    '#########',
    '#########',
  ])
})

test('a QR code keeps its quiet zone, and says what the drawn one says', () => {
  const payload = 'BCD\n002\n1\nSCT\n\nAtelier Nord\nFR7630006000011234567890189\nEUR1200.00'
  const rows = readPng(qrPng(payload))
  const modules = rows.filter((_, y) => y % 4 === 0).map(row => row.filter((_, x) => x % 4 === 0))
  for (const edge of [0, 1, 2, 3, modules.length - 1, modules.length - 4])
    expect(modules[edge]?.some(Boolean)).toBe(false)
  // The same code as characters: each stands for two modules, one above the other.
  const drawn = qrText(payload).split('\n')
  expect(modules.length).toBe(drawn[0]?.length)
  const upper = (character: string) => character === ' ' || character === '▄'
  modules
    .filter((_, y) => y % 2 === 0)
    .forEach((row, y) => {
      expect(row).toEqual([...(drawn[y] ?? '')].map(upper))
    })
})
