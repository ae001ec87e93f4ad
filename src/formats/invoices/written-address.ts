/** Where letters reach somebody, from what files say of it in pieces. */

export type AddressPieces = {
  streets: readonly (string | null)[]
  postalCode: string | null
  town: string | null
  /** A name, or a code of two letters (ISO 3166-1). */
  country: string | null
}

/** Beyond this it is no address, but a file gone wrong. */
const LONGEST = 300

/**
 * One line, as `quittance debtor --address` takes it: `12 rue des Lilas, 59000 Lille`; the country last and in capitals, unless it
 * is France. Null without a street, or without a town in any of the pieces.
 */
export function writtenAddress({ streets, postalCode, town, country }: AddressPieces): string | null {
  const lines = [...new Set(streets.map(tidy).filter(isSaid))]
  const place = [postalCodeOf(tidy(postalCode), tidy(country)), tidy(town)].filter(isSaid).join(' ')
  if (lines.length === 0 || lines.some(line => line.includes('@'))) return null
  if (place === '' && !/\d{4}/.test(lines.join(' '))) return null
  const written = [...lines, place, countryLine(tidy(country))].filter(isSaid).join(', ')
  return written.length <= LONGEST ? written : null
}

function tidy(text: string | null): string {
  return (text ?? '').replace(/\s+/g, ' ').replace(/^[\s,;]+|[\s,;]+$/g, '')
}

function isSaid(text: string): boolean {
  return text !== '' && !/^(-+|—|n\/a|null|n[eé]ant)$/i.test(text)
}

/** Spreadsheets take the zero away from `01000`; elsewhere four digits may be all there are. */
function postalCodeOf(text: string, country: string): string {
  return FRANCE.test(country) && /^\d{4}$/.test(text) ? `0${text}` : text
}

const FRANCE = /^(fr|fra|france)$/i

function countryLine(country: string): string {
  if (!isSaid(country) || FRANCE.test(country)) return ''
  const name = /^[a-z]{2}$/i.test(country) ? nameOf(country.toUpperCase()) : country
  return name.toUpperCase()
}

function nameOf(code: string): string {
  return new Intl.DisplayNames('fr', { type: 'region', fallback: 'code' }).of(code) ?? code
}
