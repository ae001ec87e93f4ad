/** A text → the QR code that holds it, at the error correction that payment codes ask for (M), on white with its quiet zone. */
import encodeQR from 'qr'
import { squarePng } from './png.ts'

/** True where a square is black. */
function squaresOf(payload: string): boolean[][] {
  return encodeQR(payload, 'raw', { ecc: 'medium', border: 4 })
}

/** For a terminal: two squares to a character. */
export function qrText(payload: string): string {
  return encodeQR(payload, 'ascii', { ecc: 'medium', border: 4 }).trimEnd()
}

/** One path of the runs of each row: squares drawn one by one would show seams. */
export function qrSvg(payload: string): string {
  const squares = squaresOf(payload)
  const side = squares.length
  const runs = squares.flatMap((row, y) =>
    [
      ...row
        .map(black => (black ? '#' : ' '))
        .join('')
        .matchAll(/#+/g),
    ].map(({ index, 0: { length } }) => `M${index} ${y}h${length}v1h-${length}z`),
  )
  const picture = `<rect fill="white" width="${side}" height="${side}"/><path fill="black" d="${runs.join('')}"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}">${picture}</svg>\n`
}

/** Four pixels to a square: sharp at the size at which mail programs show it, on any background. */
export function qrPng(payload: string): Uint8Array {
  return squarePng(squaresOf(payload))
}
