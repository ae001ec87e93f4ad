import { type Day, formatDay } from '../../domain/date.ts'
import type { Language } from '../../domain/language.ts'
import type { PrintedLetter } from '../letter.ts'
import { longDate, shortDate } from '../wording.ts'

/** The list of the letters of a day as its template draws it (`letter/posting-list.typ`). */
export type PostingList = {
  readonly language: Language
  /** Of the PDF, and at the foot of the list. */
  readonly title: string
  /** Who the letters are from. */
  readonly authors: readonly string[]
  /** ISO date of the list; the same letters on the same date have the same bytes. */
  readonly on: string
  readonly heading: string
  readonly summary: string
  /** Box to tick, number, debtor and address, letter, tracking number. */
  readonly columns: readonly string[]
  /** Around the number of a page and the number of pages. */
  readonly page: { readonly before: string; readonly between: string }
  /** In the order of the letters. */
  readonly rows: readonly PostingRow[]
}

export type PostingRow = {
  readonly number: string
  readonly debtor: string
  readonly address: string
  /** What the letter is, as its subject says it. */
  readonly letter: string
  /** The mention of a registered letter; null for an ordinary one. */
  readonly registered: string | null
}

/** `number` is that of the work list, under which a letter is ticked. */
export type LetterToPost = { readonly number: string; readonly letter: PrintedLetter }

export function postingList(letters: readonly LetterToPost[], on: Day, language: Language): PostingList {
  const words = WORDS[language]
  const rows = letters.map(({ number, letter }): PostingRow => {
    const [debtor = '', ...address] = letter.addressee
    const registered = letter.registered === null ? null : words.registered
    return { number, debtor, address: address.join(', '), letter: letter.title, registered }
  })
  const registered = rows.filter(row => row.registered !== null).length
  return {
    language,
    title: words.title(shortDate(on, language)),
    authors: [...new Set(letters.map(({ letter }) => letter.author))],
    on: formatDay(on),
    heading: words.heading,
    summary: words.summary(longDate(on, language), letters.length, registered),
    columns: words.columns,
    page: words.page,
    rows,
  }
}

const WORDS: Readonly<Record<Language, PostingWords>> = {
  fr: {
    title: date => `Courrier à poster le ${date}`,
    heading: 'Courrier à poster',
    summary: (date, letters, registered) => {
      const many = letters > 1 ? `${letters} lettres` : '1 lettre'
      return `${date} · ${many}${registered === 0 ? '' : `, dont ${registered} en recommandé`}`
    },
    columns: ['Postée', 'N°', 'Débiteur et adresse', 'Lettre', 'Numéro de suivi'],
    page: { before: 'Liste, page ', between: ' sur ' },
    registered: 'Recommandé avec AR',
  },
  en: {
    title: date => `Letters to post on ${date}`,
    heading: 'Letters to post',
    summary: (date, letters, registered) => {
      const many = letters > 1 ? `${letters} letters` : '1 letter'
      return `${date} · ${many}${registered === 0 ? '' : `, ${registered} of them registered`}`
    },
    columns: ['Posted', 'No.', 'Debtor and address', 'Letter', 'Tracking number'],
    page: { before: 'List, page ', between: ' of ' },
    registered: 'Registered, with receipt',
  },
}

type PostingWords = {
  title(date: string): string
  heading: string
  summary(date: string, letters: number, registered: number): string
  columns: readonly string[]
  page: PostingList['page']
  registered: string
}
