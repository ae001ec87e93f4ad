/** Any text → the letters that every bank of SEPA takes (EPC217-08): Latin letters, digits, and `/ - ? : ( ) . , ' +` and space. */
export function sepaText(text: string, most: number): string {
  const plain = [...text.normalize('NFD')]
    .map(letter => SPELT[letter] ?? letter)
    .join('')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z\d/\-?:().,'+ ]/gu, ' ')
    .replace(/\s+/g, ' ')
    // A text neither begins nor ends with a slash, nor holds two in a row.
    .replace(/\/{2,}/g, '/')
    .replace(/^[/ ]+/, '')
  return plain.slice(0, most).replace(/[/ ]+$/, '')
}

/** A reference has no spaces to lose and no letters to change: it fits as it is, or not at all. */
export function isSepaReference(text: string): boolean {
  return /^(?!\/)(?!.*\/\/)[A-Za-z\d/\-?:().,'+ ]{1,35}(?<![/ ])$/.test(text)
}

const SPELT: Readonly<Record<string, string>> = {
  œ: 'oe',
  Œ: 'OE',
  æ: 'ae',
  Æ: 'AE',
  ß: 'ss',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  '&': '+',
  '’': "'",
  '‘': "'",
  '–': '-',
  '—': '-',
  _: '-',
}
