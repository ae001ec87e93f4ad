import type { AddressCustom } from '../../domain/law/addresses.ts'

/** `3 place du Marché, 59800 Lille` → `3 place du Marché`, `59800 LILLE`. */
export const frenchAddresses: AddressCustom = {
  /** A house number stays with its street, the town is in capitals (NF Z 10-011). */
  lines: address => linesOf(address).map(line => (TOWN.test(line) ? line.toUpperCase() : line)),
  townOf(address) {
    const line = linesOf(address).findLast(candidate => TOWN.test(candidate))
    return line === undefined ? null : (TOWN.exec(line)?.[2]?.replace(CEDEX, '') ?? null)
  },
  /** `France` at the end is left out; without a postal code of France and a town there is no address. */
  read(address) {
    const lines = linesOf(address).filter(line => !/^france$/i.test(line))
    const [, postalCode, city] = TOWN.exec(lines.at(-1) ?? '') ?? []
    if (postalCode === undefined || city === undefined || lines.length < 2) return null
    return { lines: lines.slice(0, -1), postalCode, city }
  },
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
