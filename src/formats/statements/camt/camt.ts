/** Bank statements in ISO 20022: CAMT.053 and CAMT.054, versions 02 to 12, whatever the prefix. */

import { isoMessage } from '../../containers/iso20022.ts'
import type { Problem } from '../../problem.ts'
import {
  refusedStatements,
  type Statement,
  type StatementEntry,
  type StatementReading,
} from '../statement.ts'
import { camtItems } from './camt-stream.ts'

export function isCamt(text: string): boolean {
  const name = isoMessage(text)?.name
  return name === 'camt.053' || name === 'camt.054'
}

/** Every statement of a file. What concerns one entry leaves that entry out; XML that doesn't hold together, the whole file. */
export function readCamt(text: string): StatementReading {
  const format = isoMessage(text)?.name ?? 'camt.053'
  const statements: Statement[] = []
  const problems: Problem[] = []
  let entries: StatementEntry[] = []
  for (const item of camtItems(piecesOf(text.trimStart()))) {
    if (item.kind === 'refused') return refusedStatements(format, [item.problem])
    if (item.kind === 'problem') problems.push(item.problem)
    else if (item.kind === 'entry') entries.push(item.entry)
    else if (item.kind === 'closed') {
      statements.push({ ...item.head, entries })
      entries = []
    }
  }
  return { format, statements, problems, complete: true }
}

const PIECE_LENGTH = 65_536

function* piecesOf(text: string): Generator<string> {
  for (let start = 0; start < text.length; start += PIECE_LENGTH)
    yield text.slice(start, start + PIECE_LENGTH)
}
