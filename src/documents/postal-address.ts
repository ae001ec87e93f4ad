/**
 * An address kept on one line, as the lines of an envelope: `3 place du Marché, 59800 Lille` → `3 place du Marché`,
 * `59800 LILLE`. A house number stays with its street, the town is in capitals (NF Z 10-011).
 */
export function addressLines(address: string): string[] {
  const lines: string[] = []
  for (const piece of address.split(/[,\n]/).map(text => text.trim())) {
    if (piece === '') continue
    const before = lines.at(-1)
    if (before !== undefined && HOUSE_NUMBER.test(before)) lines[lines.length - 1] = `${before} ${piece}`
    else lines.push(piece)
  }
  return lines.map(line => (TOWN.test(line) ? line.toUpperCase() : line))
}

/** The town of an address in France; null where it has no postcode. */
export function townOf(address: string): string | null {
  for (const piece of address.split(/[,\n]/).reverse()) {
    const town = TOWN.exec(piece.trim())?.[1]
    if (town) return town.replace(CEDEX, '')
  }
  return null
}

const HOUSE_NUMBER = /^\d+( ?(bis|ter|quater|[a-d]))?$/i
const TOWN = /^(?:F-?)?\d{5} +(.+)$/
const CEDEX = / +cedex( \d+)?$/i
