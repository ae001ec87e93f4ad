/** The header of a fichier des écritures comptables (LPF art. A47 A-1): names told whatever their case or order. */

import { fold } from '../../header-words.ts'
import { error, type Problem } from '../../problem.ts'

export type FecHeader = { separator: string; columns: number; position: Record<Column, number> }

export type Column = (typeof COLUMNS)[number]

const COLUMNS = [
  'journalcode',
  'ecriturenum',
  'ecrituredate',
  'comptenum',
  'comptelib',
  'compauxnum',
  'compauxlib',
  'pieceref',
  'piecedate',
  'debit',
  'credit',
  'montant',
  'sens',
  'ecriturelet',
  'idevise',
] as const
/** As the decree spells them, for messages. */
const SPELLINGS: Partial<Record<Column, string>> = {
  ecriturenum: 'EcritureNum',
  ecrituredate: 'EcritureDate',
  comptenum: 'CompteNum',
  ecriturelet: 'EcritureLet',
}
const REQUIRED: Column[] = ['comptenum', 'ecriturenum', 'ecrituredate', 'ecriturelet']
const SEPARATORS = ['\t', '|', ';']
/** Fewer known names, and the file is a table like another. */
const TELLING_COLUMNS = 6

/** Null when the first line is not that of a FEC, even a damaged one. */
export function readFecHeader(firstLine: string): FecHeader | Problem | null {
  const read = SEPARATORS.map(separator => positions(firstLine, separator))
  const best = read.reduce((a, b) => (known(b) > known(a) ? b : a))
  if (known(best) < TELLING_COLUMNS) return null
  const { position } = best
  const missing = REQUIRED.filter(column => position[column] < 0).map(column => SPELLINGS[column] ?? column)
  const amounts =
    (position.debit >= 0 && position.credit >= 0) || (position.montant >= 0 && position.sens >= 0)
  if (missing.length === 0 && amounts) return best
  return error(1, 'fec-header', { kind: 'incomplete', missing, amounts })
}

function positions(line: string, separator: string): FecHeader {
  const names = line
    .slice(0, 5000)
    .split(separator)
    .map(name => fold(name).replace(/[^a-z\d]/g, ''))
  const position = Object.fromEntries(COLUMNS.map(column => [column, names.indexOf(column)]))
  return { separator, columns: names.length, position: position as Record<Column, number> }
}

function known(header: FecHeader): number {
  return Object.values(header.position).filter(index => index >= 0).length
}
