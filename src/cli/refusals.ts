import type { Refused } from '../app/refused.ts'
import type { Language, Phrase } from '../words/language.ts'
import { filledIn, refusedSentence } from '../words/refusals/refused.ts'
import { HINTS } from './hints.ts'

/** A refusal's sentence, with the option or the command that helps. */
export function refusalSentence(refused: Refused): Phrase {
  const { fr, en } = refusedSentence(refused)
  return { fr: fr + hint(refused, 'fr'), en: en + hint(refused, 'en') }
}

/** What was left out of a whole, as commands answer it: why, in a sentence of their language. */
export type WithDetail<Row> = Omit<Row, 'refusal'> & { detail: string }

export function withDetail<Row extends { refusal: Refused }>(row: Row, language: Language): WithDetail<Row> {
  const { refusal, ...told } = row
  return { ...told, detail: refusalSentence(refusal)[language] }
}

/** What its sentence names, for programs. */
export function namedIn({ params }: Refused): object {
  if (!('problem' in params)) return params
  const { file, problem } = params
  return { file, line: problem.line, ...problem.params }
}

function hint(refused: Refused, language: Language): string {
  const found = HINTS[language][refused.refused as keyof typeof HINTS.fr]
  return filledIn(found, refused.params)
}
