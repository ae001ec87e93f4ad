/**
 * What is wrong with a file, or with a row of it: a code, and what fills in its sentence. The sentences of this folder are the source of
 * the codes and of their parameters: one that is missing, in either language, does not compile.
 */
import { type Language, phrases } from '../language.ts'
import { CAMT_PROBLEMS } from './camt.ts'
import { CONTAINER_PROBLEMS } from './container.ts'
import { FILE_PROBLEMS } from './file.ts'
import { IMPORT_PROBLEMS } from './import.ts'
import { INVOICE_PROBLEMS } from './invoice.ts'
import { LEDGER_PROBLEMS } from './ledger.ts'
import { MAIL_PROBLEMS } from './mail.ts'
import { REGISTER_PROBLEMS } from './register.ts'
import { STATEMENT_PROBLEMS } from './statement.ts'
import { TABLE_PROBLEMS } from './table.ts'
import { VALUE_PROBLEMS } from './value.ts'

export const SENTENCES = { fr: sentences('fr'), en: sentences('en') }

function sentences(language: Language) {
  return {
    ...FILE_PROBLEMS[language],
    ...CONTAINER_PROBLEMS[language],
    ...TABLE_PROBLEMS[language],
    ...VALUE_PROBLEMS[language],
    ...INVOICE_PROBLEMS[language],
    ...LEDGER_PROBLEMS[language],
    ...STATEMENT_PROBLEMS[language],
    ...CAMT_PROBLEMS[language],
    ...MAIL_PROBLEMS[language],
    ...REGISTER_PROBLEMS[language],
    ...IMPORT_PROBLEMS[language],
  }
}

type Sentences = ReturnType<typeof sentences>
export type ProblemCode = keyof Sentences

/** What the sentence of a code needs. A code that has several sentences says by `kind` which is meant. */
export type ProblemParams<Code extends ProblemCode> = ParamsOf<Sentences[Code]>
type ParamsOf<Sentence> = Sentence extends () => string
  ? Nothing
  : Sentence extends (params: infer Params) => string
    ? Params
    : { [Kind in keyof Sentence]: { kind: Kind } & ParamsOf<Sentence[Kind]> }[keyof Sentence]
type Nothing = Record<never, never>

/** `error`: the row, or the file, is refused. `warning`: it is taken, and a person should look. */
export type Problem = { [Code in ProblemCode]: Told<Code, ProblemParams<Code>> }[ProblemCode] | ManyAlike

type Told<Code, Params> = {
  line: number | null
  code: Code
  severity: 'error' | 'warning'
  params: Params
  /** The file attached to a PDF that it is about. */
  attachment?: string
}

/** Very many rows wrong in the same way: how many in all, and how many of them are told one by one. */
type ManyAlike = Told<ProblemCode, Counted>
type Counted = { rows: number; detailed: number }

const AROUND = phrases(
  {
    counted: (code: string, { rows, detailed }: Counted) =>
      `${rows} lignes ont ce défaut (${code}) : seules ${detailed} sont détaillées.`,
    attached: (attachment: string, sentence: string) => `${attachment} du PDF : ${sentence}`,
  },
  {
    counted: (code, { rows, detailed }) =>
      `${rows} rows have this fault (${code}): only ${detailed} are told one by one.`,
    attached: (attachment, sentence) => `${attachment} in the PDF: ${sentence}`,
  },
)

export function problemSentence({ code, params, attachment }: Problem, language: Language): string {
  const say = AROUND[language]
  const sentence = 'detailed' in params ? say.counted(code, params) : ownSentence(code, params, language)
  return attachment === undefined ? sentence : say.attached(attachment, sentence)
}

type Say = (params: object) => string

/** The type of a problem holds its parameters to its code; here neither is known any more. */
function ownSentence(code: ProblemCode, params: object, language: Language): string {
  const found = SENTENCES[language][code] as Say | Readonly<Record<string, Say>>
  if (typeof found === 'function') return found(params)
  return (found[(params as { kind: string }).kind] as Say)(params)
}
