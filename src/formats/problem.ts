import type { Problem, ProblemCode, ProblemParams } from '../words/problems/problem.ts'

export type { Problem, ProblemCode }

/** Nothing more is given where the sentence of the code needs nothing. */
type Given<Code extends ProblemCode> = keyof ProblemParams<Code> extends never
  ? []
  : [params: ProblemParams<Code>]

export function error<Code extends ProblemCode>(
  line: number | null,
  code: Code,
  ...[params]: Given<Code>
): Problem {
  return { line, code, severity: 'error', params: params ?? {} } as Problem
}

export function warning<Code extends ProblemCode>(
  line: number | null,
  code: Code,
  ...[params]: Given<Code>
): Problem {
  return { line, code, severity: 'warning', params: params ?? {} } as Problem
}
