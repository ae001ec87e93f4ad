/** A text → the QR code that holds it, at the error correction that payment codes ask for (M). */
import { encode, renderSVG, renderUnicodeCompact } from 'uqr'
import { squarePng } from './png.ts'

const OPTIONS = { ecc: 'M', border: 4 } as const

/** For a terminal: two modules to a character. */
export function qrText(payload: string): string {
  return renderUnicodeCompact(payload, OPTIONS)
}

export function qrSvg(payload: string): string {
  return `${renderSVG(payload, OPTIONS)}\n`
}

/** Readers undo any mask; looking for the handsomest of the eight takes longer than writing the rest of an e-mail. */
const MASK = 2

/** On white, four pixels to a module: sharp at the size at which mail programs show it, on any background. */
export function qrPng(payload: string): Uint8Array {
  return squarePng(encode(payload, { ...OPTIONS, maskPattern: MASK }).data)
}
