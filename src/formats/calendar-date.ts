/** Dates as French software writes them: `31/12/2026`, `31.12.26`, `20261231`, `31 déc. 2026`, `2026-12-31T00:00`. */
import { civilDay, type Day } from '../domain/date.ts'

export type DateOrder = 'dmy' | 'mdy'

const NUMERIC = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})$/
const YEAR_FIRST = /^(\d{4})[/.\- ](\d{1,2})[/.\- ](\d{1,2})$/
const WORDED = /^(?:[a-z]+\.? )?(\d{1,2})(?:er)?[ -]([a-z]{3,9})\.?[ -](\d{4}|\d{2})$/
const TIME = /[T ]\d{1,2}[:h]\d{2}.*$/
const MONTHS = [
  ['janv', 'jan', 'january'],
  ['fevr', 'fev', 'feb', 'february'],
  ['mars', 'mar', 'march'],
  ['avr', 'apr', 'april'],
  ['mai', 'may'],
  ['juin', 'jun', 'june'],
  ['juil', 'jul', 'july'],
  ['aout', 'aou', 'aug', 'august'],
  ['sept', 'sep', 'september'],
  ['oct', 'october'],
  ['nov', 'november'],
  ['dec', 'december'],
]
const FRENCH_MONTHS =
  'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(' ')

/** The day, or null when the text is no date, or one that doesn't exist, or lies outside 1900–2199. */
export function readDate(text: string, order: DateOrder): Day | null {
  if (text.length > 60) return null
  const asIs = NUMERIC.exec(text)
  if (asIs) return dayOf(asIs, order)
  const bare = text.replace(/\s+/g, ' ').trim().replace(TIME, '')
  const numeric = NUMERIC.exec(bare)
  if (numeric) return dayOf(numeric, order)
  const iso = YEAR_FIRST.exec(bare)
  if (iso) return plausible(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  return /^\d{8}$/.test(bare) ? eightDigits(bare) : worded(bare)
}

/**
 * Day first, the French order, unless the file clearly writes the month first: a second number is above 12
 * somewhere and a first number nowhere.
 */
export function dateOrder(texts: Iterable<string>): DateOrder {
  const watch = watchDateOrder()
  for (const text of texts) watch.see(text)
  return watch.order()
}

/** The same, of texts shown one by one. */
export function watchDateOrder(): { see(text: string): void; order(): DateOrder } {
  let dayFirst = false
  let monthFirst = false
  const see = (text: string) => {
    if (dayFirst || text === '' || text.length > 60) return
    const match = NUMERIC.exec(text) ?? NUMERIC.exec(text.trim().replace(TIME, ''))
    if (!match) return
    if (Number(match[1]) > 12) dayFirst = true
    else if (Number(match[2]) > 12) monthFirst = true
  }
  return { see, order: () => (monthFirst && !dayFirst ? 'mdy' : 'dmy') }
}

function dayOf([, one, two, years = '']: RegExpExecArray, order: DateOrder): Day | null {
  const [first, second, year] = [Number(one), Number(two), fullYear(years)]
  return order === 'mdy' ? plausible(year, first, second) : plausible(year, second, first)
}

/** `AAAAMMJJ`, else `JJMMAAAA`: within 1900–2199 no text is a date both ways. */
function eightDigits(text: string): Day | null {
  const at = (from: number, to: number) => Number(text.slice(from, to))
  return plausible(at(0, 4), at(4, 6), at(6, 8)) ?? plausible(at(4, 8), at(2, 4), at(0, 2))
}

function worded(text: string): Day | null {
  const folded = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const match = WORDED.exec(folded)
  if (!match) return null
  return plausible(fullYear(match[3] ?? ''), monthNumber(match[2] ?? ''), Number(match[1]))
}

/** 1 to 12 of a month's name or abbreviation, in small letters without accents; 0 of any other word. */
export function monthNumber(word: string): number {
  return FRENCH_MONTHS.indexOf(word) + 1 || MONTHS.findIndex(names => names.includes(word)) + 1
}

/** Two digits below 80 are of this century. */
export function fullYear(text: string): number {
  const year = Number(text)
  if (text.length === 4) return year
  return year < 80 ? 2000 + year : 1900 + year
}

function plausible(year: number, month: number, day: number): Day | null {
  return year >= 1900 && year <= 2199 ? civilDay(year, month, day) : null
}
