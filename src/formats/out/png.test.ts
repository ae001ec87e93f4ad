import { crc32, inflateSync } from 'node:zlib'
import jsqr from 'jsqr'
import { expect, test } from 'vitest'
import { randomFrom } from '../../bench/random.ts'
import { squarePng } from './png.ts'
import { qrPng } from './qr-code.ts'

/** CommonJS, whose types do not say so. */
const readCode = jsqr as unknown as typeof jsqr.default

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
  const unfiltered = Array.from({ length: height }, (_, y) => data[y * stride] === 0)
  expect(unfiltered).not.toContain(false)
  const isBlack = (x: number, y: number) => (((data[y * stride + 1 + (x >> 3)] ?? 0) << (x & 7)) & 0x80) === 0
  return Array.from({ length: height }, (_, y) => Array.from({ length: width }, (_, x) => isBlack(x, y)))
}

test('each square is four pixels wide and high, black where true', () => {
  const [on, off] = [true, false]
  const rows = [
    [on, off, on],
    [off, off, off],
    [on, on, on],
  ]
  const expected = ['####....####', '............', '############'].flatMap(line => Array(4).fill(line))
  const pixels = readPng(squarePng(rows))
  expect(pixels.map(row => row.map(black => (black ? '#' : '.')).join(''))).toEqual(expected)
})

test('a QR code keeps its quiet zone, and another program reads what it holds', () => {
  const random = randomFrom(3)
  for (let n = 0; n < 30; n++) {
    const invoices = Array.from({ length: random.between(1, 9) }, () => `F-2026-${random.between(1, 9999)}`)
    const amount = (random.between(1, 99_999_999) / 100).toFixed(2)
    const payload = `BCD\n002\n1\nSCT\n\nMétallerie Noël & Fils\nFR7630006000011234567890189\nEUR${amount}\n\n\n${invoices.join(', ')}`
    const rows = readPng(qrPng(payload))
    for (const edge of [0, 15, rows.length - 16, rows.length - 1])
      expect(rows[edge]?.some(Boolean)).toBe(false)
    const pixels = Uint8ClampedArray.from(
      rows.flat().flatMap(black => [...Array(3).fill(black ? 0 : 255), 255]),
    )
    const found = readCode(pixels, rows.length, rows.length)
    expect(new TextDecoder().decode(Uint8Array.from(found?.binaryData ?? []))).toBe(payload)
  }
})
