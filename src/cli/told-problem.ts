import type { MailProblem } from '../app/inbox/fetch-mail.ts'
import type { RefusedRow } from '../app/refused-file.ts'
import type { Problem } from '../formats/problem.ts'
import type { Language } from '../words/language.ts'
import { problemSentence } from '../words/problems/problem.ts'
import { inFile, inMailbox, inNotice } from '../words/problems/where.ts'
import { namedIn, refusalSentence } from './refusals.ts'

type AnyProblem = Problem | MailProblem | RefusedRow

/** A problem as commands answer it, with its sentence in their language. */
export type ToldProblem = {
  line: number | null
  code: string
  severity: Problem['severity']
  params: object
  message: string
}
export type Told<Row> = Omit<Row, 'problems'> & { problems: ToldProblem[] }

export function toldProblem(problem: AnyProblem, language: Language): ToldProblem {
  const { line, code, severity } = problem
  return { line, code, severity, params: paramsOf(problem), message: sentenceOf(problem, language) }
}

/** The same for all that is wrong with each of several files or mailboxes. */
export function toldIn<Row extends { problems: readonly AnyProblem[] }>(
  rows: readonly Row[],
  language: Language,
): Told<Row>[] {
  return rows.map(row => ({
    ...row,
    problems: row.problems.map(problem => toldProblem(problem, language)),
  }))
}

/** `! fichier, ligne 12 : …`. */
export function problemLine(
  file: string,
  { line, severity, message }: ToldProblem,
  language: Language,
): string {
  return `${severity === 'error' ? '✗' : '!'} ${inFile(file, line, message, language)}`
}

function paramsOf(problem: AnyProblem): object {
  if ('refusal' in problem) {
    const { refusal, notice } = problem
    return { ...namedIn(refusal), ...(notice !== null && { notice }) }
  }
  const { params, attachment } = problem
  return {
    ...params,
    ...(attachment !== undefined && { attachment }),
    ...('uid' in problem && problem.uid !== null && { uid: problem.uid }),
  }
}

function sentenceOf(problem: AnyProblem, language: Language): string {
  if ('refusal' in problem) {
    const sentence = refusalSentence(problem.refusal)[language]
    return problem.notice === null ? sentence : inNotice(problem.notice, sentence, language)
  }
  const sentence = problemSentence(problem, language)
  return 'uid' in problem && problem.uid !== null ? inMailbox(problem.uid, sentence, language) : sentence
}
