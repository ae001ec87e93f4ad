/** The rows of a table, one by one and again by their place, wherever they come from: a text, or a sheet in memory. */

import type { Problem } from '../problem.ts'
import { eachLine, type Place, type TextSource, textsAgain } from '../text-source.ts'
import { recordReader } from './csv-records.ts'
import { unclosedQuote } from './csv-table.ts'

/** Called with a row, its first line, its place, and its last line. False: no more is wanted. */
export type VisitRow = (cells: string[], line: number, from: number, to: number, lastLine: number) => boolean

export type TableFeed = {
  /** Every row from the top. A problem when the table can't be read to its end. */
  each(visit: VisitRow): Problem | null
  /** Rows read again, in the order of their places, which is that of the file. */
  again(places: readonly Place[], visit: (cells: string[], index: number) => void): void
}

/** A quoted cell that goes on for so long was opened by mistake. */
const LONGEST_QUOTED = 1 << 20

export function textFeed(text: TextSource, separator: string): TableFeed {
  return {
    each: visit => eachRecord(text, separator, visit),
    again: (places, visit) =>
      textsAgain(text, places, (record, index) => visit(cellsOf(record, separator), index)),
  }
}

export function sheetFeed(rows: readonly string[][]): TableFeed {
  return {
    each: visit => {
      for (const [index, cells] of rows.entries())
        if (!visit(cells, index + 1, index, index + 1, index + 1)) break
      return null
    },
    again: (places, visit) => {
      for (const [index, { from }] of places.entries()) visit(rows[from] ?? [], index)
    },
  }
}

function eachRecord(text: TextSource, separator: string, visit: VisitRow): Problem | null {
  const reader = recordReader(separator)
  let line = 0
  let startLine = 1
  let startPlace: number | null = null
  let endless = false
  const problem = eachLine(text, (content, from, to) => {
    line += 1
    startPlace ??= from
    const cells = reader.take(content)
    if (cells === null) {
      endless = (reader.openLength() ?? 0) > LONGEST_QUOTED
      return !endless
    }
    const more = visit(cells, startLine, startPlace, to, line)
    startLine = line + 1
    startPlace = null
    return more
  })
  if (problem) return problem
  return endless || reader.openLength() !== null ? unclosedQuote(startLine) : null
}

function cellsOf(record: string, separator: string): string[] {
  if (!record.includes('"')) return record.split(separator)
  const reader = recordReader(separator)
  for (const line of record.split(/\r\n|\n|\r/)) {
    const cells = reader.take(line)
    if (cells !== null) return cells
  }
  throw new Error('a record has changed since it was read')
}
