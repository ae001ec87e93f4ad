/**
 * An address kept on one line, as the lines of an envelope: `3 place du Marché, 59800 Lille` → `3 place du Marché`,
 * `59800 LILLE`. A house number stays with its street, the town is in capitals (NF Z 10-011).
 */
export function addressLines(address: string): string[] {
  return linesOf(address).map(line => (TOWN.test(line) ? line.toUpperCase() : line))
}

/** The town of an address in France; null where it has no postcode. */
export function townOf(address: string): string | null {
  const line = linesOf(address).findLast(candidate => TOWN.test(candidate))
  return line === undefined ? null : (TOWN.exec(line)?.[2]?.replace(CEDEX, '') ?? null)
}

/** An address as a postal provider asks for it: its lines but for the last, which is the postal code and the town. */
export type FrenchAddress = { lines: string[]; postalCode: string; city: string }

/** `3 place du Marché, 59800 Lille`, a country at the end left out. Null without a postal code of France and a town. */
export function readFrenchAddress(address: string): FrenchAddress | null {
  const lines = linesOf(address).filter(line => !/^france$/i.test(line))
  const [, postalCode, city] = TOWN.exec(lines.at(-1) ?? '') ?? []
  if (postalCode === undefined || city === undefined || lines.length < 2) return null
  return { lines: lines.slice(0, -1), postalCode, city }
}

function linesOf(address: string): string[] {
  const lines: string[] = []
  for (const piece of address.split(/[,\n]/).map(text => text.replace(/\s+/g, ' ').trim())) {
    if (piece === '') continue
    const before = lines.at(-1)
    if (before !== undefined && HOUSE_NUMBER.test(before)) lines[lines.length - 1] = `${before} ${piece}`
    else lines.push(piece)
  }
  return lines
}

const HOUSE_NUMBER = /^\d+( ?(bis|ter|quater|[a-d]))?$/i
const TOWN = /^(?:F-?)?(\d{5}) (\D.*)$/
const CEDEX = / cedex( \d+)?$/i
