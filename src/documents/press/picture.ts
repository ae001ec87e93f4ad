import type { PrintedLetter } from '../letter.ts'
import type { PictureFile } from '../paper/letter-heading.ts'
import { openTypesetter, Unprintable } from './typesetter.ts'

/** A picture is kept in the database and goes into every letter. */
const MOST_BYTES = 2 ** 20

export type PictureProblem = 'picture-too-large' | 'picture-unknown-format' | 'picture-unreadable'

/** PNG, JPEG or SVG, told by its first bytes and tried on paper once: what gets in here never stops a letter. */
export function readPicture(bytes: Uint8Array): PictureFile | { readonly problem: PictureProblem } {
  if (bytes.length > MOST_BYTES) return { problem: 'picture-too-large' }
  const format = formatOf(bytes)
  if (format === null) return { problem: 'picture-unknown-format' }
  try {
    openTypesetter().print(withLogo({ format, bytes }))
    return { format, bytes }
  } catch (error) {
    if (error instanceof Unprintable) return { problem: 'picture-unreadable' }
    throw error
  }
}

function formatOf(bytes: Uint8Array): PictureFile['format'] | null {
  const starts = (...first: number[]) => first.every((byte, index) => bytes[index] === byte)
  if (starts(0x89, 0x50, 0x4e, 0x47)) return 'png'
  if (starts(0xff, 0xd8, 0xff)) return 'jpg'
  return /^\uFEFF?\s*<(?:svg|[?!][\s\S]*<svg)[\s>]/i.test(new TextDecoder().decode(bytes.subarray(0, 4096)))
    ? 'svg'
    : null
}

function withLogo(logo: PictureFile): PrintedLetter {
  return {
    language: 'fr',
    title: 'Essai',
    author: 'Essai',
    on: '2026-01-01',
    sender: { logo: { ...logo, alt: 'Essai' }, name: 'Essai', lines: [] },
    addressee: ['Essai'],
    registered: null,
    placeAndDate: '',
    references: [],
    subject: 'Essai',
    body: [],
    annexes: [],
    footer: [],
  }
}
