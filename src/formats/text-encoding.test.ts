import { describe, expect, test } from 'vitest'
import { decodeText } from './text-encoding.ts'

describe('decodeText', () => {
  test.each<[string, number[], string, string]>([
    ['UTF-8', [0xc5, 0x93], 'œ', 'utf-8'],
    ['UTF-8 with its mark', [0xef, 0xbb, 0xbf, 0xc3, 0xa9], 'é', 'utf-8'],
    ['UTF-16 little endian', [0xff, 0xfe, 0x53, 0x01], 'œ', 'utf-16le'],
    ['UTF-16 big endian', [0xfe, 0xff, 0x01, 0x53], 'œ', 'utf-16be'],
    ['Windows-1252', [0x9c, 0x92, 0x80, 0xe9], 'œ’€é', 'windows-1252'],
    ['Latin letters common to both', [0xe9, 0xe0], 'éà', 'windows-1252'],
    ['ISO 8859-15', [0xbd, 0xa4, 0xe9], 'œ€é', 'iso-8859-15'],
    ['the end of a DOS file', [0x61, 0x1a], 'a', 'utf-8'],
  ])('%s', (_name, bytes, text, encoding) =>
    expect(decodeText(Uint8Array.from(bytes))).toEqual({ text, encoding, problems: [] }),
  )

  test.each<[string, number[], string]>([
    ['nothing', [], 'empty-file'],
    ['only blanks', [0x20, 0x0d, 0x0a], 'empty-file'],
    ['a zero byte', [0x61, 0x00, 0x62], 'binary-file'],
    ['control bytes', [0x61, 0x01, 0x02], 'binary-file'],
  ])('refuses %s', (_name, bytes, code) => expect(decodeText(Uint8Array.from(bytes))).toMatchObject({ code }))

  test('tells where letters were lost', () => {
    expect(decodeText(new TextEncoder().encode('a\nPi\uFFFDce'))).toMatchObject({
      problems: [{ line: 2, code: 'damaged-letters', severity: 'warning' }],
    })
  })
})
