import type { Problem } from './problem.ts'

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
  const counts = new Map<string, { severity: Problem['severity']; count: number }>()
  const push = (...problems: readonly Problem[]) => {
    for (const problem of problems) {
      const met = counts.get(problem.code) ?? { severity: problem.severity, count: 0 }
      met.count += 1
      if (problem.severity === 'error') met.severity = 'error'
      counts.set(problem.code, met)
      if (met.count <= DETAILED) kept.push(problem)
    }
  }
  push(...start)
  const byLine = () => [...kept].sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
  return {
    push,
    asTold: () => [...kept, ...beyond(counts)],
    byLine: () => [...byLine(), ...beyond(counts)],
  }
}

function beyond(counts: ReadonlyMap<string, { severity: Problem['severity']; count: number }>): Problem[] {
  return [...counts]
    .filter(([, { count }]) => count > DETAILED)
    .map(([code, { severity, count }]) => ({
      line: null,
      code,
      severity,
      message: `${count} lignes ont ce défaut (${code}) : seules ${DETAILED} sont détaillées.`,
    }))
}
