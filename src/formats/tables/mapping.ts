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
    example: 'Code client;Client;N° facture;Date;Échéance;Montant TTC',
  }
}

/** A saved mapping, as JSON. */
export function readMapping(json: string): MappingChoice | Problem {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return badMapping("ce n'est pas du JSON")
  }
  if (!isRecord(value)) return badMapping('un objet JSON est attendu')
  const { columns = {}, dateOrder, decimal } = value
  if (!isRecord(columns)) return badMapping('« columns » doit être un objet')
  const unknown = Object.keys(columns).filter(field => !isField(field))
  if (unknown.length > 0)
    return badMapping(`champs inconnus ${unknown.join(', ')} ; champs possibles : ${FIELDS.join(', ')}`)
  if (!Object.values(columns).every(name => name === null || typeof name === 'string')) {
    return badMapping('chaque champ de « columns » doit être un titre de colonne ou null')
  }
  if (dateOrder !== undefined && dateOrder !== 'dmy' && dateOrder !== 'mdy') {
    return badMapping('« dateOrder » doit être "dmy" ou "mdy"')
  }
  if (decimal !== undefined && decimal !== null && decimal !== ',' && decimal !== '.') {
    return badMapping('« decimal » doit être "," ou "."')
  }
  return { columns: columns as Mapping['columns'], dateOrder, decimal }
}

function badMapping(why: string): Problem {
  return error(null, 'bad-mapping', `La correspondance des colonnes est inutilisable : ${why}.`)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isField(name: string): name is Field {
  return (FIELDS as string[]).includes(name)
}
