import type { Problem } from '../src/formats/problem.ts'
import { problemSentence } from '../src/words/problems/problem.ts'

/** Problems as golden files hold them: each with its French sentence in place of what fills it in. */
export function inFrench(problems: readonly Problem[]) {
  return problems.map(problem => {
    const { line, code, severity } = problem
    return { line, code, severity, message: problemSentence(problem, 'fr') }
  })
}
