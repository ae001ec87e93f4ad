/** A problem told with where it is: its file, its mailbox, its notice. */
import { COLON, type Language, phrases, SEPARATOR } from '../language.ts'
import { type Problem, problemSentence } from './problem.ts'

const PHRASES = phrases(
  {
    line: (line: number) => `ligne ${line}`,
    mandates: 'mandats',
    notice: (notice: string, sentence: string) => `L'annonce ${notice} : ${sentence}.`,
    message: (uid: number, sentence: string) => `Message d'UID ${uid} : ${sentence}`,
  },
  {
    line: line => `line ${line}`,
    mandates: 'mandates',
    notice: (notice, sentence) => `The notice ${notice}: ${sentence}.`,
    message: (uid, sentence) => `Message with UID ${uid}: ${sentence}`,
  },
)

/** Why a file can't be taken, or what a person should look at in it. */
export function inFile(file: string, line: number | null, sentence: string, language: Language): string {
  const where = line === null ? '' : `, ${PHRASES[language].line(line)}`
  return `${file}${where}${COLON[language]}${sentence}`
}

/** Everything that is wrong with a file of mandates, which is taken whole or not at all. */
export function inMandates(problems: readonly Problem[], language: Language): string {
  const { line, mandates } = PHRASES[language]
  const told = problems.map(problem => {
    const sentence = problemSentence(problem, language)
    return problem.line === null ? sentence : `${line(problem.line)}, ${sentence}`
  })
  return `${mandates}${COLON[language]}${told.join(SEPARATOR[language])}`
}

/** `sentence` has no full stop: it is that of a refusal. */
export function inNotice(notice: string, sentence: string, language: Language): string {
  return PHRASES[language].notice(notice, sentence)
}

/** Of a message by its number in the mailbox. */
export function inMailbox(uid: number, sentence: string, language: Language): string {
  return PHRASES[language].message(uid, sentence)
}
