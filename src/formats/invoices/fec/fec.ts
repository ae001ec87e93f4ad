/** Open customer items from a fichier des écritures comptables: accounts 411, settled or not by clearing. */
import { inMemory } from '../../byte-source.ts'
import { error, warning } from '../../problem.ts'
import { firstLine, openText, type TextSource } from '../../text-source.ts'
import { openItems, unbalancedClearing } from '../ledger.ts'
import {
  type DefaultDueDate,
  type OpenedFile,
  type Reading,
  readWhole,
  refused,
  refusedFile,
} from '../reading.ts'
import { readFecHeader } from './fec-header.ts'
import { readFecLines } from './fec-lines.ts'

/** Reads the file once to weigh its entries; its customers' lines are read again, batch by batch. */
export function openFec(text: TextSource, dueOn: DefaultDueDate): OpenedFile {
  const header = readFecHeader(firstLine(text)) ?? error(1, 'fec-header', { kind: 'unnamed' })
  if ('code' in header) return refusedFile('fec', [header])
  const read = readFecLines(text, header)
  const problems = [...(header.separator === ';' ? [warning(1, 'fec-separator')] : []), ...read.problems]
  if (!read.complete) return refusedFile('fec', problems)
  if (read.customerLines === 0) return refusedFile('fec', [...problems, error(null, 'fec-no-customers')])
  const unbalanced: string[] = []
  function* batches() {
    unbalanced.length = 0
    for (const lines of read.batches()) {
      const reading = openItems(lines, dueOn)
      unbalanced.push(...reading.unbalanced)
      yield reading.documents
    }
  }
  const told = () =>
    unbalanced.length === 0
      ? problems
      : [...problems, unbalancedClearing(unbalanced, 'fec-unbalanced-lettrage')]
  return { format: 'fec', mapping: null, batches, problems: told, complete: true }
}

export function readFec(text: string, dueOn: DefaultDueDate): Reading {
  const source = openText(inMemory(new TextEncoder().encode(text)))
  return 'code' in source ? refused('fec', [source]) : readWhole(openFec(source, dueOn))
}

export function isFec(text: string): boolean {
  return readFecHeader(/^[^\r\n]*/.exec(text)?.[0] ?? '') !== null
}
