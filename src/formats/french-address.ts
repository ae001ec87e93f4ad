/** An address on one line, or on several → its lines, its postal code and its town. */
export type FrenchAddress = { lines: string[]; postalCode: string; city: string }

/** `3 place du Marché, 59800 Lille`, a country at the end left out. Null without a postal code of France and a town. */
export function readFrenchAddress(text: string): FrenchAddress | null {
  const parts = text
    .split(/[,\n]/)
    .map(part => part.replace(/\s+/g, ' ').trim())
    .filter(part => part !== '' && !/^france$/i.test(part))
  const last = /^(?:F-)?(\d{5}) (\D.*)$/.exec(parts.at(-1) ?? '')
  if (!last || parts.length < 2) return null
  return { lines: parts.slice(0, -1), postalCode: last[1] as string, city: last[2] as string }
}
