import type { Problem, ProblemCode } from './problem.ts'

/** A million rows wrong in the same way are told in detail up to here, then counted. */
const DETAILED = 1000

/** The problems of one file: they stay readable, and in memory, however many there are. */
export type ProblemList = {
  push(...problems: readonly Problem[]): void
  /** As they came, then how many more of each kind there are. */
  asTold(): Problem[]
  /** By line, those of the whole file first. */
  byLine(): Problem[]
}

export function problemList(start: readonly Problem[] = []): ProblemList {
  const kept: Problem[] = []
  const kinds = new Map<ProblemCode, Kind>()
  const push = (...problems: readonly Problem[]) => {
    for (const problem of problems) {
      const { code, severity } = problem
      const kind = kinds.get(code) ?? { code, severity, rows: 0 }
      kind.rows += 1
      if (severity === 'error') kind.severity = 'error'
      kinds.set(code, kind)
      if (kind.rows <= DETAILED) kept.push(problem)
    }
  }
  push(...start)
  const byLine = () => [...kept].sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
  return {
    push,
    asTold: () => [...kept, ...beyond(kinds.values())],
    byLine: () => [...byLine(), ...beyond(kinds.values())],
  }
}

type Kind = { code: ProblemCode; severity: Problem['severity']; rows: number }

function beyond(kinds: Iterable<Kind>): Problem[] {
  return [...kinds]
    .filter(({ rows }) => rows > DETAILED)
    .map(({ code, severity, rows }) => ({ line: null, code, severity, params: { rows, detailed: DETAILED } }))
}
