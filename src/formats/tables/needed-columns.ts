import { error, type Problem } from '../problem.ts'
import type { Field } from './column-synonyms.ts'
import type { Columns } from './mapped-table.ts'

/** What is missing: of each need, one of the fields must have a column. */
export function lacking(table: Columns, needs: [Field[], string][]): Problem[] {
  const known = Object.values(table.mapping.columns).map(name => `« ${name} »`)
  return needs
    .filter(([fields]) => !fields.some(field => table.has(field)))
    .map(([fields, words]) =>
      error(
        null,
        'missing-column',
        `Aucune colonne ne donne ${words} (colonnes reconnues : ${known.join(', ') || 'aucune'}) : indiquez-la dans la correspondance (${fields.map(field => `"${field}"`).join(' ou ')}).`,
      ),
    )
}
