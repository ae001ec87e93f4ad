/** Rates, dates and delays as a French or an English reader writes them. */

import { civil, type Day } from '../domain/date.ts'
import type { Language } from '../domain/language.ts'

/** Basis points: `12,15 %`, `12.15%`. */
export function percent(rateBps: number, language: Language): string {
  const value = (rateBps / 100).toFixed(2)
  return language === 'fr' ? `${value.replace('.', ',')}${NO_BREAK}%` : `${value}%`
}

/** `13/02/2026`, `13 Feb 2026`: where a column has no room for more. */
export function shortDate(day: Day, language: Language): string {
  const { year, month, day: dayOfMonth } = civil(day)
  if (language === 'fr')
    return `${String(dayOfMonth).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`
  return `${dayOfMonth}${NO_BREAK}${MONTHS.en[month - 1]?.slice(0, 3)}${NO_BREAK}${year}`
}

/** `13 février 2026`, `1ᵉʳ mars 2026`; `13 February 2026`. */
export function longDate(day: Day, language: Language): string {
  const { year, month, day: dayOfMonth } = civil(day)
  const first = language === 'fr' && dayOfMonth === 1 ? '1ᵉʳ' : String(dayOfMonth)
  return `${first}${NO_BREAK}${MONTHS[language][month - 1]}${NO_BREAK}${year}`
}

export function delay(days: number, language: Language): string {
  const unit = language === 'fr' ? 'jour' : 'day'
  return `${days}${NO_BREAK}${unit}${days > 1 ? 's' : ''}`
}

/** An IBAN in groups of four, as banks print it. */
export function groupedIban(iban: string): string {
  return iban.replace(/\s/g, '').replace(/.{4}(?=.)/g, `$&${NO_BREAK}`)
}

const NO_BREAK = '\u00A0'

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
}
