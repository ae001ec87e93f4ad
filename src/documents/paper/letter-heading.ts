import { type Day, formatDay } from '../../domain/date.ts'
import type { Language } from '../../domain/language.ts'
import type { Country } from '../../domain/law/country.ts'
import type { CountryTexts } from '../../domain/law/texts.ts'
import type { Agency } from '../../domain/organisation/agency.ts'
import { LABELS } from '../labels.ts'
import type { Picture, PictureFormat, PrintedLetter } from '../letter.ts'
import { longDate } from '../wording.ts'
import { LETTER_WORDS } from './letter-words.ts'

/** Pictures of a sender: what its letters show beside words. */
export type Letterhead = { readonly logo: PictureFile | null; readonly signature: PictureFile | null }
export type PictureFile = { readonly format: PictureFormat; readonly bytes: Uint8Array }

export const NO_LETTERHEAD: Letterhead = { logo: null, signature: null }

/** Who writes to whom, and when. `agency` writes in place of the creditor, in its own name. */
export type Heading = {
  readonly today: Day
  readonly creditor: {
    readonly name: string
    readonly address?: string
    readonly phone?: string
    readonly email?: string
    readonly siren?: string
  }
  readonly agency?: Agency
  readonly debtor: { readonly name: string; readonly address?: string }
  readonly reference?: string
  readonly isRegistered: boolean
  readonly letterhead: Letterhead
}

/** Everything of a letter but its text. */
export type HeadedPaper = Omit<PrintedLetter, 'title' | 'subject' | 'body' | 'annexes'>

export function headedPaper(
  heading: Heading,
  { texts, addresses }: Pick<Country, 'texts' | 'addresses'>,
  language: Language,
): HeadedPaper {
  const { creditor, agency, debtor, today, reference, letterhead } = heading
  const words = LETTER_WORDS[language]
  const { name, address, phone, email } = agency ?? creditor
  return {
    language,
    author: name,
    on: formatDay(today),
    sender: {
      logo: pictureOf(letterhead.logo, words.logoOf(name)),
      name,
      lines: [...addresses.lines(address ?? ''), phone, email].filter(line => line?.trim()) as string[],
    },
    addressee: [debtor.name, ...addresses.lines(debtor.address ?? '')],
    registered: heading.isRegistered ? words.registered : null,
    placeAndDate: words.dated(addresses.townOf(address ?? ''), longDate(today, language)),
    references: [
      ...(reference === undefined ? [] : [{ label: words.reference, value: reference }]),
      ...(agency ? [{ label: words.onBehalfOf, value: creditorOf(creditor) }] : []),
    ],
    footer: footerOf(heading, texts, language),
  }
}

export function pictureOf(file: PictureFile | null, alt: string): Picture | null {
  return file && { ...file, alt }
}

export function subjectLine(subject: string, language: Language): string {
  return `${LETTER_WORDS[language].subject}${LABELS[language].colon}${subject}`
}

function creditorOf({ name, address }: Heading['creditor']): string {
  return address === undefined ? name : `${name}, ${address}`
}

/** The sender in law: a company by its name, seat and number; an agency by its activity and insurance. */
function footerOf({ creditor, agency }: Heading, texts: CountryTexts, language: Language): string[] {
  const words = LETTER_WORDS[language]
  if (!agency) {
    const number = creditor.siren && texts.companyNumber(creditor.siren)
    return [[creditor.name, creditor.address, number].filter(Boolean).join(' · ')]
  }
  const insurance = agency.insurance && `${words.insurance}${LABELS[language].colon}${agency.insurance}`
  return [
    [agency.name, texts.legalWords[language].agencyActivity, agency.address].filter(Boolean).join(' · '),
    ...(insurance ? [insurance] : []),
  ]
}
