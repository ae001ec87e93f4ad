/**
 * The same text letter for letter, in small letters without accents, straight quotes and plain spaces: what is found in it
 * stands at the same place in the original.
 */
export function plainLetters(text: string): string {
  return text.replace(/[^\n\x20-@[-~]/g, letter => PLAIN.get(letter) ?? bare(letter))
}

/** One UTF-16 unit for one. */
function bare(letter: string): string {
  const base = letter.normalize('NFD').charAt(0).toLowerCase()
  return base.length === 1 ? base : letter
}

const PLAIN = new Map([
  ...[...'’‘ʼ´`′'].map(quote => [quote, "'"] as const),
  ...[...'“”«»„'].map(quote => [quote, '"'] as const),
  ...[...'–—‑‐−'].map(dash => [dash, '-'] as const),
  ...[...'\u00a0\u202f\u2009\u2007\t'].map(space => [space, ' '] as const),
])
