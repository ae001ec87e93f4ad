import type { DebtorKind } from '../../domain/debtor.ts'
import type { Stage } from '../../domain/scenario.ts'
import type { Language, Medium } from './texts/step-text.ts'

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

/** Absent restrictions: everywhere. `task` is read by colleagues alone and is named where a rule covers it. */
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
