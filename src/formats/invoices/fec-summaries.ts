import { type Problem, warning } from '../problem.ts'

/** Lines of each kind that is told once for the file. */
export type LinesMet = { retentions: number[]; unnamed: number[]; foreign: number[] }

export function fecSummaries(
  entries: Iterable<{ line: number; totalCents: bigint }>,
  { retentions, unnamed, foreign }: LinesMet,
): Problem[] {
  const unbalanced: number[] = []
  for (const { line, totalCents } of entries) if (totalCents !== 0n) unbalanced.push(line)
  return [
    once(
      unbalanced,
      'fec-unbalanced-entries',
      "écriture(s) n'ont pas un débit égal au crédit : le fichier est peut-être un extrait",
    ),
    once(retentions, 'fec-retentions', 'ligne(s) de retenue de garantie (compte 4117) ne sont pas reprises'),
    once(
      unnamed,
      'fec-no-auxiliary',
      "ligne(s) 411 n'ont pas de compte auxiliaire : le compte général tient lieu de client, vérifiez qu'il n'en réunit pas plusieurs",
    ),
    once(
      foreign,
      'fec-foreign-currency',
      'ligne(s) 411 sont en devise : leur contre-valeur en euros est reprise',
    ),
  ].filter(problem => problem !== null)
}

function once(lines: readonly number[], code: string, words: string): Problem | null {
  const [first] = lines
  if (first === undefined) return null
  const where = lines.slice(0, 5).join(', ')
  return warning(first, code, `${lines.length} ${words} (ligne ${where}${lines.length > 5 ? '…' : ''}).`)
}
