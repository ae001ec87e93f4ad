/**
 * What a use case refuses: a code, and what fills in its sentence. The sentences of this folder are the source of the codes and of
 * their parameters: one that is missing, in either language, does not compile.
 */
import type { Refusal } from '../../domain/refusal.ts'
import type { Language, Phrase } from '../language.ts'
import { type Problem, type ProblemCode, problemSentence } from '../problems/problem.ts'
import { inFile } from '../problems/where.ts'
import { REFUSALS, refusalOfCase } from '../refusal-words.ts'
import { ACTION_REFUSALS } from './actions.ts'
import { DAY_REFUSALS } from './days.ts'
import { INBOX_REFUSALS } from './inbox.ts'
import { MESSAGE_REFUSALS } from './messages.ts'
import { MONEY_REFUSALS } from './money.ts'
import { PARTY_REFUSALS } from './parties.ts'
import { SENDING_REFUSALS } from './sending.ts'
import { SETUP_REFUSALS } from './setup.ts'
import { TEXT_REFUSALS } from './texts.ts'
import { VALUE_REFUSALS } from './values.ts'

export const SENTENCES = { fr: sentences('fr'), en: sentences('en') }

function sentences(language: Language) {
  return {
    ...PARTY_REFUSALS[language],
    ...VALUE_REFUSALS[language],
    ...DAY_REFUSALS[language],
    ...ACTION_REFUSALS[language],
    ...MESSAGE_REFUSALS[language],
    ...SENDING_REFUSALS[language],
    ...MONEY_REFUSALS[language],
    ...INBOX_REFUSALS[language],
    ...TEXT_REFUSALS[language],
    ...SETUP_REFUSALS[language],
  }
}

export type Sentences = ReturnType<typeof sentences>
export type RefusedCode = keyof Sentences

/** What the sentence of a code needs. A code that has several sentences says by `kind` which is meant. */
export type RefusedParams<Code extends RefusedCode> = ParamsOf<Sentences[Code]>
type ParamsOf<Sentence> = Sentence extends string
  ? Nothing
  : Sentence extends (params: infer Params) => string
    ? Params
    : { [Kind in keyof Sentence]: { kind: Kind } & ParamsOf<Sentence[Kind]> }[keyof Sentence]
type Nothing = Record<never, never>

/** What use cases refuse by themselves, by one of these codes. */
export type RefusedAs<Code extends RefusedCode> = {
  [Each in Code]: { refused: Each; params: RefusedParams<Each> }
}[Code]

/** A file that can't be taken, refused by the code of what is wrong with it. */
export type RefusedFile = { refused: ProblemCode; params: { file: string; problem: Problem } }

/** Said to a person whose request can't be done as asked; nothing was written. A case refuses facts in its own words. */
export type Refused = RefusedAs<RefusedCode> | Refusal | RefusedFile

export function refusedSentence(refused: Refused): Phrase {
  if (isOfCase(refused)) return refusalOfCase(refused)
  return { fr: sentence(refused, 'fr'), en: sentence(refused, 'en') }
}

/** Where a use case refuses by a code of a case, it has a `kind`, which no refusal of a case has. */
function isOfCase(refused: Refused): refused is Refusal {
  return refused.refused in REFUSALS && !('kind' in refused.params)
}

function sentence(refused: Exclude<Refused, Refusal>, language: Language): string {
  if (isOfFile(refused)) {
    const { file, problem } = refused.params
    return inFile(file, problem.line, problemSentence(problem, language), language)
  }
  return filledIn(SENTENCES[language][refused.refused], refused.params)
}

function isOfFile(refused: Exclude<Refused, Refusal>): refused is RefusedFile {
  return 'problem' in refused.params
}

type Sentence = string | ((params: never) => string)

/** The type of a refusal holds its parameters to its code; here neither is known any more. Empty where there is no sentence. */
export function filledIn(
  found: Sentence | Readonly<Record<string, Sentence>> | undefined,
  params: object,
): string {
  const said = typeof found === 'object' ? found[(params as { kind: string }).kind] : found
  return typeof said === 'function' ? said(params as never) : (said ?? '')
}
