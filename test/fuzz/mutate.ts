/** Files made worse by chance: in their bytes, their lines, their fields. */

import type { Random } from '../../src/bench/random.ts'
import { storedZip, unzip, zipBudget } from '../../src/formats/containers/zip.ts'
import type { FuzzedFormat } from './formats.ts'

const NASTY = [
  '',
  ' ',
  '"',
  '""',
  "'",
  '30/02/2026',
  '31/11/2025',
  '20260230',
  '00000000',
  '2026-13-45',
  '#N/A',
  '#REF!',
  '-',
  '--1',
  '1e309',
  '-0',
  '0',
  '9'.repeat(40),
  '1,2,3',
  '1.234',
  '(12,00)-',
  'NaN',
  'x'.repeat(5000),
  '\u0000',
  '\u001a',
  '\uFEFF',
  'é',
  '😀',
  '\uFFFD',
  '=CMD()',
  '411',
  '70',
  '44571',
  '\r',
  '\n',
  '\r\n',
  '\t',
  ';',
  '|',
  'EUR',
  'USD',
  'Total',
  'A'.repeat(1001),
  '<',
  '&',
  '&#0;',
  '>',
] as const
const SEPARATORS = [';', '\t', ',', '|', '<', '>', '"', ' ', ':'] as const
/** Longer files are cut to a few lines: as many faults are found, sooner. */
const LARGEST = 20_000

export function mutated({ made, seeds }: FuzzedFormat, random: Random): Uint8Array {
  const seed = random.pick(seeds as [Uint8Array, ...Uint8Array[]])
  if (made === 'bytes') return changedTimes(shortened(seed, random), random, inBytes)
  if (made === 'zip' && random.chance(0.8)) return inParts(seed, random)
  const other = random.pick(seeds as [Uint8Array, ...Uint8Array[]])
  return changedTimes(shortened(seed, random), random, (bytes, chance) => inText(bytes, other, chance))
}

type Change = (bytes: Uint8Array, random: Random) => Uint8Array

function changedTimes(bytes: Uint8Array, random: Random, change: Change): Uint8Array {
  let current = bytes
  for (let left = random.between(1, 6); left > 0; left -= 1) current = change(current, random)
  return current
}

function inParts(zip: Uint8Array, random: Random): Uint8Array {
  const entries = unzip(zip, 'f', zipBudget(), () => true)
  if ('code' in entries) return inBytes(zip, random)
  const chosen = random.between(0, entries.length - 1)
  return storedZip(
    entries.flatMap((entry, index) => {
      if (index !== chosen) return [entry]
      if (random.chance(0.05)) return []
      return [
        {
          ...entry,
          bytes: changedTimes(entry.bytes, random, (bytes, chance) => inText(bytes, bytes, chance)),
        },
      ]
    }),
  )
}

function inText(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  switch (random.between(0, 9)) {
    case 0:
    case 1:
      return inBytes(bytes, random)
    case 2:
    case 3:
    case 4:
      return inLines(bytes, other, random)
    case 5:
      return inEncoding(bytes, random)
    default:
      return inFields(bytes, random)
  }
}

function inBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const list = Array.from(bytes.length > 200_000 ? bytes.subarray(0, 200_000) : bytes)
  const at = random.between(0, list.length)
  const length = random.between(1, Math.max(1, Math.min(list.length, 64)))
  switch (random.between(0, 5)) {
    case 0:
      list[at] = random.between(0, 255)
      break
    case 1:
      list.splice(at, length)
      break
    case 2:
      list.splice(at, 0, ...list.slice(at, at + length))
      break
    case 3:
      list.splice(at, 0, ...Array.from({ length }, () => random.between(0, 255)))
      break
    case 4:
      list.length = at
      break
    default:
      list[at] = (list[at] ?? 0) ^ (1 << random.between(0, 7))
  }
  return Uint8Array.from(list)
}

function inLines(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  const lines = latin(bytes).split('\n')
  const at = random.between(0, lines.length - 1)
  const to = random.between(0, lines.length - 1)
  const line = lines[at] ?? ''
  switch (random.between(0, 6)) {
    case 0:
      lines.splice(at, 1)
      break
    case 1:
      lines.splice(to, 0, line)
      break
    case 2:
      lines[at] = lines[to] ?? ''
      lines[to] = line
      break
    case 3:
      lines.splice(at, 2, line + (lines[at + 1] ?? ''))
      break
    case 4:
      lines.splice(at, 0, ...Array.from({ length: random.between(2, 50) }, () => line))
      break
    case 5:
      lines.splice(at, 1, line.slice(0, random.between(0, line.length)))
      break
    default: {
      const others = latin(other).split('\n')
      lines.splice(at, 0, others[random.between(0, others.length - 1)] ?? '')
    }
  }
  return Uint8Array.from(Buffer.from(lines.join('\n'), 'latin1'))
}

function inFields(bytes: Uint8Array, random: Random): Uint8Array {
  const lines = latin(bytes).split('\n')
  const at = random.between(0, lines.length - 1)
  const present = SEPARATORS.filter(separator => (lines[at] ?? '').includes(separator))
  const separator = random.pick(
    (present.length > 0 ? present : SEPARATORS) as unknown as [string, ...string[]],
  )
  const fields = (lines[at] ?? '').split(separator)
  const place = random.between(0, fields.length - 1)
  const nasty = Buffer.from(random.pick(NASTY)).toString('latin1')
  switch (random.between(0, 4)) {
    case 0:
      fields.splice(place, 1)
      break
    case 1:
      fields.splice(place, 0, nasty)
      break
    case 2:
      fields[place] = `"${fields[place]}`
      break
    default:
      fields[place] = nasty
  }
  lines[at] = fields.join(separator)
  return Uint8Array.from(Buffer.from(lines.join('\n'), 'latin1'))
}

function inEncoding(bytes: Uint8Array, random: Random): Uint8Array {
  const text = new TextDecoder().decode(bytes)
  switch (random.between(0, 4)) {
    case 0:
      return Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le'))
    case 1:
      return Uint8Array.from(Buffer.from(text, 'latin1'))
    case 2:
      return Uint8Array.from(Buffer.from(`\uFEFF${text}`))
    case 3:
      return Uint8Array.from(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]))
    default:
      return Uint8Array.from(
        Buffer.from(latin(bytes).replaceAll('\n', random.pick(['\r', '\r\n', '\n\n'])), 'latin1'),
      )
  }
}

/** The first lines, and some others. */
function shortened(bytes: Uint8Array, random: Random): Uint8Array {
  if (bytes.length <= LARGEST) return bytes
  const lines = latin(bytes).split('\n')
  if (lines.length < 10) return bytes.subarray(0, LARGEST)
  const from = random.between(1, lines.length - 1)
  return Uint8Array.from(
    Buffer.from([lines[0], ...lines.slice(from, from + random.between(1, 80))].join('\n'), 'latin1'),
  )
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
