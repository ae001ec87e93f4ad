/** Open customer items from a fichier des écritures comptables: accounts 411, settled or not by lettering. */
import { brokenHeader, readFecHeader } from './fec-header.ts'
import { readFecLines } from './fec-lines.ts'
import { type DefaultDueDate, error, type Reading, refused, warning } from './format.ts'
import { openItems, unbalancedLettering } from './ledger.ts'

export function readFec(text: string, dueOn: DefaultDueDate): Reading {
  const lines = text.split(/\r\n|\n|\r/)
  const header = readFecHeader(lines[0] ?? '') ?? brokenHeader('elle ne nomme pas les colonnes attendues')
  if ('code' in header) return refused('fec', [header])
  const { customerLines, problems, complete } = readFecLines(lines, header)
  if (header.separator === ';') problems.unshift(oddSeparator())
  if (!complete) return refused('fec', problems)
  if (customerLines.length === 0) return refused('fec', [...problems, noCustomers()])
  const { documents, unbalanced } = openItems(customerLines, dueOn)
  if (unbalanced.length > 0) problems.push(unbalancedLettering(unbalanced, 'fec-unbalanced-lettrage'))
  return { format: 'fec', documents, contacts: [], problems, mapping: null, complete: true }
}

export function isFec(text: string): boolean {
  return readFecHeader(/^[^\r\n]*/.exec(text)?.[0] ?? '') !== null
}

function oddSeparator() {
  return warning(
    1,
    'fec-separator',
    'Les colonnes sont séparées par des points-virgules : un FEC doit l’être par des tabulations ou des barres « | ».',
  )
}

function noCustomers() {
  return error(
    null,
    'fec-no-customers',
    'Le fichier ne contient aucune ligne de compte client (411…) : rien ne peut en être repris.',
  )
}
