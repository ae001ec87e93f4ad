/** What a country lets nobody write to a debtor, and what it wants written. */
import type { DebtorKind } from '../debtor.ts'
import type { Language } from '../language.ts'
import type { Stage } from '../scenario.ts'
import type { Medium } from './texts.ts'

/** Where words stand, and to whom they go. */
export type WordingContext = {
  readonly kind: DebtorKind
  readonly stage: Stage
  readonly medium: Medium
  readonly language: Language
  /** The message of an agency: the first letter, or a later one; null: the creditor's own. */
  readonly agency: 'first-letter' | 'later' | null
}

export type TextPart = 'subject' | 'body'

/**
 * Words that may not stand there, as patterns over text in lower case, without accents, with straight apostrophes; a space stands
 * for any run of spaces and line breaks. Merged values are not in that text: `⟦creditor.name⟧` stands where one would.
 * Absent restrictions: everywhere. `task` is read by colleagues alone and is named where a rule covers it.
 */
export type WordingRule = {
  readonly id: string
  readonly article: string
  readonly severity: 'error' | 'warning'
  readonly words: readonly string[]
  readonly language?: Language
  readonly kinds?: readonly DebtorKind[]
  readonly stages?: readonly Stage[]
  readonly media?: readonly Medium[]
  readonly parts?: readonly TextPart[]
}

/** What a message has to say: `words` as in a `WordingRule`, one of them is enough; or `literally`, a passage word for word. */
export type MandatoryStatement = {
  readonly id: string
  readonly article: string
  readonly words?: readonly string[]
  readonly literally?: string
  isNeeded(where: WordingContext): boolean
}

/** The wording guard reads every text by it before it leaves. */
export type WordingLaw = {
  readonly rules: readonly WordingRule[]
  readonly mentions: readonly MandatoryStatement[]
  /** Passages of law that such a message may quote, whatever words they hold. */
  quoted(where: WordingContext): readonly string[]
}
