import { type Problem, warning } from '../../problem.ts'

/** Lines of each kind that is told once for the file. */
export type LinesMet = { retentions: number[]; unnamed: number[]; foreign: number[] }

export function fecSummaries(
  entries: Iterable<{ line: number; totalCents: bigint }>,
  { retentions, unnamed, foreign }: LinesMet,
): Problem[] {
  const unbalanced: number[] = []
  for (const { line, totalCents } of entries) if (totalCents !== 0n) unbalanced.push(line)
  return [
    once(unbalanced, 'fec-unbalanced-entries'),
    once(retentions, 'fec-retentions'),
    once(unnamed, 'fec-no-auxiliary'),
    once(foreign, 'fec-foreign-currency'),
  ].filter(problem => problem !== null)
}

type Summary = 'fec-unbalanced-entries' | 'fec-retentions' | 'fec-no-auxiliary' | 'fec-foreign-currency'

function once(lines: readonly number[], code: Summary): Problem | null {
  const [first] = lines
  return first === undefined ? null : warning(first, code, { count: lines.length, lines: lines.slice(0, 5) })
}
