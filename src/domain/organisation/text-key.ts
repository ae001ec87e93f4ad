import type { DebtorKind } from '../debtor.ts'
import type { Language } from '../language.ts'
import type { Medium, TextWriter } from '../law/texts.ts'

/** Which text: who writes it, for what step, how it reaches its reader, in what language, to what kind of debtor. */
export type TextKey = {
  readonly writer: TextWriter
  readonly step: string
  readonly medium: Medium
  readonly language: Language
  readonly kind: TextKind
}

/** One kind of debtor, or any that has no text of its own. */
export type TextKind = DebtorKind | 'any'

/** `j7.email.fr`, `j7.email.fr.consumer`, `agency-j7.email.fr`: as files are named, and unique. */
export function textName({ writer, step, medium, language, kind }: TextKey): string {
  const parts = [writer === 'agency' ? `agency-${step}` : step, medium, language]
  return [...parts, ...(kind === 'any' ? [] : [kind])].join('.')
}
