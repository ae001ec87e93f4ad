/** Amounts as a French or an English reader writes them. */
import type { Language } from './language.ts'

/** `1 234,56 €` (both spaces U+00A0) or `€1,234.56`; other currencies by their code. */
export function amountText(cents: bigint, currency: string, language: Language): string {
  const figures = amountFigures(cents < 0n ? -cents : cents, language)
  const minus = cents < 0n ? '\u2212' : ''
  const isEuro = currency === 'EUR'
  return language === 'fr'
    ? `${minus}${figures}${NO_BREAK}${isEuro ? '€' : currency}`
    : `${minus}${isEuro ? '€' : `${currency}${NO_BREAK}`}${figures}`
}

/** `1 234,56`, `1,234.56`: an amount that is not below zero, without the sign of its currency. */
export function amountFigures(cents: bigint, language: Language): string {
  const digits = cents.toString().padStart(3, '0')
  const units = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, language === 'fr' ? NO_BREAK : ',')
  return `${units}${language === 'fr' ? ',' : '.'}${digits.slice(-2)}`
}

const NO_BREAK = '\u00A0'
