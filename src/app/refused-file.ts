import { error, type Problem } from '../formats/problem.ts'
import type { Refused, RefusedFile } from '../words/refusals/refused.ts'

/** A file that can't be taken, by its first error. */
export function refusedFile(file: string, problems: readonly Problem[]): RefusedFile {
  const problem = problems.find(({ severity }) => severity === 'error') ?? error(null, 'unreadable-file')
  return { refused: problem.code, params: { file, problem } }
}

/** A row that a case refuses. `notice`: the one that the row is. */
export type RefusedRow = {
  line: number
  code: Refused['refused']
  severity: 'error'
  refusal: Refused
  notice: string | null
}

export function refusedRow(line: number, refusal: Refused, notice: string | null = null): RefusedRow {
  return { line, code: refusal.refused, severity: 'error', refusal, notice }
}
