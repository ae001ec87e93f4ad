/** A text → the QR code that holds it, at the error correction that payment codes ask for (M). */
import { renderSVG, renderUnicodeCompact } from 'uqr'

const OPTIONS = { ecc: 'M', border: 4 } as const

/** For a terminal: two modules to a character. */
export function qrText(payload: string): string {
  return renderUnicodeCompact(payload, OPTIONS)
}

export function qrSvg(payload: string): string {
  return `${renderSVG(payload, OPTIONS)}\n`
}
