/** Which column of a table holds what: guessed from its header, shown to the user, saved and given back. */

import { error, type Problem } from '../problem.ts'
import { type Field, SYNONYMS } from './column-synonyms.ts'
import type { HeaderSense } from './csv-table.ts'
import type { Mapping, MappingChoice } from './field.ts'
import { columnGuesser } from './guess-columns.ts'

export const FIELDS = Object.keys(SYNONYMS) as Field[]

export const guessColumns = columnGuesser(SYNONYMS)

/** How the header of invoices or contacts is known. */
export function headerSense(choice: MappingChoice['columns']): HeaderSense {
  return {
    known: headers => Object.keys(guessColumns(headers, choice)).length,
    table: 'invoices',
  }
}

/** A saved mapping, as JSON. */
export function readMapping(json: string): MappingChoice | Problem {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return error(null, 'bad-mapping', { kind: 'json' })
  }
  if (!isRecord(value)) return error(null, 'bad-mapping', { kind: 'object' })
  const { columns = {}, dateOrder, decimal } = value
  if (!isRecord(columns)) return error(null, 'bad-mapping', { kind: 'columns' })
  const unknown = Object.keys(columns).filter(field => !isField(field))
  if (unknown.length > 0) return error(null, 'bad-mapping', { kind: 'fields', unknown, known: FIELDS })
  if (!Object.values(columns).every(name => name === null || typeof name === 'string')) {
    return error(null, 'bad-mapping', { kind: 'titles' })
  }
  if (dateOrder !== undefined && dateOrder !== 'dmy' && dateOrder !== 'mdy') {
    return error(null, 'bad-mapping', { kind: 'date-order' })
  }
  if (decimal !== undefined && decimal !== null && decimal !== ',' && decimal !== '.') {
    return error(null, 'bad-mapping', { kind: 'decimal' })
  }
  return { columns: columns as Mapping['columns'], dateOrder, decimal }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isField(name: string): name is Field {
  return (FIELDS as string[]).includes(name)
}
