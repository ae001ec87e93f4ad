/**
 * A letter as its template draws it (`letter/letter.typ`): every word and figure written out for its reader, nothing left
 * to compute but the layout. This is the JSON that Typst reads; it never becomes Typst source.
 */
import type { Language } from '../domain/language.ts'

export type PrintedLetter = {
  readonly language: Language
  /** Of the PDF: shown by readers, read aloud first. */
  readonly title: string
  readonly author: string
  /** ISO date of the letter; the same letter on the same date has the same bytes. */
  readonly on: string
  readonly sender: { readonly logo: Picture | null; readonly name: string; readonly lines: readonly string[] }
  /** Lines of the address block, six at most. */
  readonly addressee: readonly string[]
  /** The mention of a registered letter; null for an ordinary one. */
  readonly registered: string | null
  readonly placeAndDate: string
  readonly references: readonly Labelled[]
  readonly subject: string
  readonly body: readonly LetterBlock[]
  /** Each on pages of its own. */
  readonly annexes: readonly { readonly title: string; readonly body: readonly LetterBlock[] }[]
  /** Who the sender is in law, at the foot of each page. */
  readonly footer: readonly string[]
}

/** `bytes` are handed to Typst as a file. `alt` says the picture to who can't see it (PDF/UA). */
export type Picture = { readonly format: PictureFormat; readonly bytes: Uint8Array; readonly alt: string }
export type PictureFormat = 'png' | 'jpg' | 'svg'

export type Labelled = { readonly label: string; readonly value: string }

export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly strong: boolean; readonly emphasis: boolean }
  | { readonly kind: 'break' }

export type LetterBlock =
  | { readonly kind: 'paragraph' | 'heading'; readonly inline: readonly Inline[] }
  /** `start` numbers an ordered list; null for bullets. */
  | {
      readonly kind: 'list'
      readonly start: number | null
      readonly items: readonly (readonly LetterBlock[])[]
    }
  | { readonly kind: 'quote'; readonly body: readonly LetterBlock[] }
  | { readonly kind: 'rule' }
  | LetterTable
  | { readonly kind: 'sums'; readonly sums: readonly LetterSum[] }
  | {
      readonly kind: 'payment'
      readonly title: string
      readonly lines: readonly Labelled[]
      readonly code: (Picture & { readonly caption: string }) | null
    }
  /** Room to sign above the lines that say who does. */
  | { readonly kind: 'signature'; readonly picture: Picture | null; readonly inline: readonly Inline[] }
  | {
      readonly kind: 'boxes'
      readonly boxes: readonly { readonly title: string; readonly lines: readonly string[] }[]
    }

/** A table over as many pages as it takes, `sums` under it. */
export type LetterTable = {
  readonly kind: 'table'
  /** Tells it from the other tables of the letter. */
  readonly id: string
  /** `width` in millimetres, or as its content wants, or what is left of the page. */
  readonly columns: readonly {
    readonly label: string
    readonly right: boolean
    readonly width: number | 'auto' | 'grows'
  }[]
  /** `carried` is the total down to this row, shown where a page ends after it. */
  readonly rows: readonly { readonly cells: readonly LetterCell[]; readonly carried: string }[]
  /** The words of totals carried from and to a page; null where adding up would mean nothing. */
  readonly carried: { readonly from: string; readonly to: string } | null
  readonly sums: readonly LetterSum[]
}

/** `note` stands smaller, on a line of its own. */
export type LetterCell = { readonly text: string; readonly note: string | null }

export type LetterSum = { readonly label: string; readonly amount: string; readonly isTotal: boolean }
