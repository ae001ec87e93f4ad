import type { Need } from '../../words/problems/table.ts'
import { error, type Problem } from '../problem.ts'
import type { Field } from './column-synonyms.ts'
import type { Columns } from './mapped-table.ts'

/** What is missing: of each need, one of the fields must have a column. */
export function lacking(table: Columns, needs: [Field[], Need][]): Problem[] {
  const columns = Object.values(table.mapping.columns).filter(name => name !== null)
  return needs
    .filter(([fields]) => !fields.some(field => table.has(field)))
    .map(([fields, need]) => error(null, 'missing-column', { kind: 'recognised', need, columns, fields }))
}
