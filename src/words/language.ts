import { amountText as writtenAmount } from '../domain/amount-text.ts'
import type { Language } from '../domain/language.ts'

export { LANGUAGES, type Language } from '../domain/language.ts'

/** The same words in each language. */
export type Phrase = Readonly<Record<Language, string>>

/** What one command says, in each language: the compiler refuses an English without its French, and the reverse. */
export function phrases<Words>(fr: Words, en: NoInfer<Words>): Readonly<Record<Language, Words>> {
  return { fr, en }
}

/** A sentence for each code, in each language, out of its own parameters. */
export type Sentences<Params> = {
  readonly [Code in keyof Params]: Readonly<Record<Language, (params: Params[Code]) => string>>
}

export function sentenceOf<Params, Code extends keyof Params>(
  sentences: Sentences<Params>,
  code: Code,
  params: Params[Code],
): Phrase {
  const { fr, en } = sentences[code]
  return { fr: fr(params), en: en(params) }
}

/** The language of a locale's name or of a browser's first choice (`en_GB.UTF-8`, `en-GB,en;q=0.9`). */
export function languageOf(text: string | undefined): Language {
  return /^\s*en\b|^\s*en[-_]/i.test(text ?? '') ? 'en' : 'fr'
}

/** `2026-03-02` → `02/03/2026`, `2 Mar 2026`. */
export function dateText(iso: string, language: Language): string {
  const [year = '', month = '', day = ''] = iso.split('-')
  return language === 'fr'
    ? `${day}/${month}/${year}`
    : `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`
}

/** Cents → `1 234,56 €` with non-breaking spaces, `€1,234.56`; other currencies by their code. */
export function amountText(cents: number | bigint, currency: string, language: Language): string {
  return writtenAmount(BigInt(cents), currency, language)
}

/** `1215` basis points → `12,15 %`, `12.15%`. */
export function percentText(basisPoints: number, language: Language): string {
  const value = (basisPoints / 100).toFixed(2)
  return language === 'fr' ? `${value.replace('.', ',')} %` : `${value}%`
}

/** One thing, or several: French counts zero among the first, English among the second. */
export function counted(count: number, one: string, many: string, language: Language): string {
  const isOne = language === 'fr' ? count < 2 : count === 1
  return `${count} ${isOne ? one : many}`
}

/** Names between quotation marks, one after the other. */
export function quoted(names: readonly string[], language: Language): string {
  return names.map(name => (language === 'fr' ? `« ${name} »` : `"${name}"`)).join(', ')
}

/** Between two parts of a sentence. */
export const SEPARATOR: Phrase = { fr: ' ; ', en: '; ' }
export const COLON: Phrase = { fr: ' : ', en: ': ' }

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
