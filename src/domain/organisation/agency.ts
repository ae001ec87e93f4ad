import type { Day } from '../date.ts'

/** Who collects for others (CPCE R124-1): what its letters must say of it (R124-4), and where it is paid. */
export type Agency = {
  readonly name: string
  /** Address or seat; null until somebody sets it, and then no message leaves. */
  readonly address: string | null
  readonly email: string | null
  readonly phone: string | null
  /** Account used only for the funds of creditors (CPCE R124-2); null: the creditor's own is given. */
  readonly iban: string | null
  /** Professional liability insurance (CPCE R124-2), as the letter shows it. */
  readonly insurance: string | null
  /** Who signs its formal notices: name and quality. */
  readonly signatory: string | null
}

/** The first letter of an agency about some items: its reference and date come back in whatever follows (CPCE R124-4). */
export type FirstLetter = { readonly reference: string; readonly on: Day }

/** The names under which an espace sets its particulars. */
export const AGENCY_SETTINGS = [
  'agency-name',
  'agency-address',
  'agency-email',
  'agency-phone',
  'agency-iban',
  'agency-insurance',
  'agency-signature',
] as const
export type AgencySetting = (typeof AGENCY_SETTINGS)[number]

export function isAgencySetting(name: string): name is AgencySetting {
  return AGENCY_SETTINGS.some(known => known === name)
}

/** The agency that an espace is, from its settings; null while it has no name: it collects its own claims. */
export function agencyFrom(settings: Readonly<Record<string, string>>): Agency | null {
  const value = (name: AgencySetting) => settings[name]?.trim() || null
  const name = value('agency-name')
  return name === null
    ? null
    : {
        name,
        address: value('agency-address'),
        email: value('agency-email'),
        phone: value('agency-phone'),
        iban: value('agency-iban'),
        insurance: value('agency-insurance'),
        signatory: value('agency-signature'),
      }
}
