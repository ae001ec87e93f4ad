import { error, type Problem } from '../formats/problem.ts'
import { problemSentence } from '../words/problems/problem.ts'
import { inFile } from '../words/problems/where.ts'
import type { Refused } from './refused.ts'

/** A file that can't be taken, by its first error. */
export function refusedFile(file: string, problems: readonly Problem[]): Refused {
  const problem = problems.find(({ severity }) => severity === 'error') ?? error(null, 'unreadable-file')
  const message = inFile(file, problem.line, problemSentence(problem, 'fr'), 'fr')
  return { refused: problem.code, message, byFile: { file, problem } }
}

/** A row that a case refuses. `notice`: the one that the row is. */
export type RefusedRow = {
  line: number
  code: string
  severity: 'error'
  refusal: Refused
  notice: string | null
}

export function refusedRow(line: number, refusal: Refused, notice: string | null = null): RefusedRow {
  return { line, code: refusal.refused, severity: 'error', refusal, notice }
}
