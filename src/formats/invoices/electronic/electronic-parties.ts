/** Who owes an electronic invoice, and whom to write to there. */
import { ACCOUNTS_PAYABLE } from '../../../domain/debtor.ts'
import type { Xml } from '../../containers/xml-tree.ts'
import { type Identifier, readSirenOrSiret, readVat, sirenOfVat } from '../../identifiers.ts'
import { type Problem, warning } from '../../problem.ts'
import { shown } from '../../shown.ts'
import { readEmails, readPhone } from '../contact-fields.ts'
import { codeOfName } from '../debtor-fields.ts'
import type { Contact, DebtorRow, ElectronicParty } from '../reading.ts'
import { writtenAddress } from '../written-address.ts'
import type { ElectronicDraft, PartyDraft } from './electronic-draft.ts'
import { textOf } from './xml-fields.ts'

/** Of ISO 6523: SIREN and SIRET. */
const FRENCH_SCHEMES = new Set(['0002', '0009'])

/** Its code is its SIREN, else its VAT number, else made of its name. Null when it has none of the three. */
export function readBuyer({ buyer }: ElectronicDraft, problems: Problem[]): DebtorRow | null {
  const name = textOf(buyer.name, problems)
  const vat = checked(buyer.vat, readVat, 'vat', problems)
  const siren = readSiren(buyer, problems) ?? sirenOfVat(vat)
  const code = siren ?? vat ?? codeOfName(name ?? '')
  if (code === '') return null
  const address = readAddress(buyer, problems)
  return { code, name: name ?? code, kind: null, siren, vat, ...(address !== null && { address }) }
}

/** Where the buyer is (EN 16931, BG-8). */
function readAddress({ streets, postalCode, town, country }: PartyDraft, problems: Problem[]): string | null {
  const text = (element: Xml | null) => textOf(element, problems)
  return writtenAddress({
    streets: streets.map(text),
    postalCode: text(postalCode),
    town: text(town),
    country: text(country),
  })
}

/** Numbers as written, spaces of a VAT number apart. */
export function readParty(party: PartyDraft, problems: Problem[]): ElectronicParty {
  return {
    name: textOf(party.name, problems),
    legalId: textOf(party.legalId, problems),
    vat: textOf(party.vat, problems)?.replace(/\s/g, '') ?? null,
  }
}

export function readBuyerContacts({ buyer, line }: ElectronicDraft, problems: Problem[]): Contact[] {
  const name = textOf(buyer.contactName, problems)
  const phone = readPhone(textOf(buyer.phone, problems), buyer.phone?.line ?? line, problems)
  const emails = buyer.emails.flatMap(element =>
    readEmails(textOf(element, problems) ?? '', element.line, problems),
  )
  const [email, ...others] = [...new Map(emails.map(address => [address.toLowerCase(), address])).values()]
  const shared = { role: ACCOUNTS_PAYABLE, language: null }
  if (email === undefined && phone === null && name === null) return []
  return [
    { ...shared, name, email: email ?? null, phone },
    ...others.map(other => ({ ...shared, name: null, email: other, phone: null })),
  ]
}

/** A number that says it is French, or that a French company gives without saying. */
function readSiren(party: PartyDraft, problems: Problem[]): string | null {
  const country = party.country?.text ?? party.vat?.text.slice(0, 2)
  const candidates = [...(party.legalId ? [party.legalId] : []), ...party.identifiers]
  const french = candidates.find(({ attributes: { schemeID } }) => FRENCH_SCHEMES.has(schemeID ?? ''))
  if (french) return checked(french, readSirenOrSiret, 'siren', problems)
  if (country?.toUpperCase() !== 'FR') return null
  const unsaid = candidates.filter(({ attributes }) => attributes.schemeID === undefined)
  for (const { text } of unsaid) {
    const found = readSirenOrSiret(text)
    if ('value' in found) return found.value
  }
  return null
}

/** A wrong number is told, and left out: it never keeps an invoice from coming in. */
function checked(
  element: Xml | null,
  read: (text: string) => Identifier,
  what: 'siren' | 'vat',
  problems: Problem[],
): string | null {
  const text = textOf(element, problems)
  if (element === null || text === null) return null
  const found = read(text)
  if ('value' in found) return found.value
  problems.push(
    warning(element.line, `bad-${what}`, { kind: 'buyer', text: shown(text), fault: found.problem }),
  )
  return null
}
