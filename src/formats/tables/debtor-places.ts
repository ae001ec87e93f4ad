/** Where the rows of each debtor stand: numbers only, so that a million rows take some thirty megabytes. */
import { error } from '../problem.ts'

export type RowPlace = { line: number; from: number; to: number }

export type DebtorPlaces = {
  add(debtor: string, row: RowPlace): void
  count(): number
  /** Rows by batches of whole debtors, in the order of the file within each; only those wanted. */
  batches(wanted?: (index: number) => boolean): Iterable<(RowPlace & { index: number })[]>
}

const DEBTORS_AT_ONCE = 1000
const ROWS_AT_ONCE = 20_000
const MOST_ROWS = 5_000_000

export const TOO_MANY_ROWS = {
  rows: MOST_ROWS,
  problem: error(null, 'too-many-rows'),
}

export function debtorPlaces(): DebtorPlaces {
  const lines: number[] = []
  const starts: number[] = []
  const ends: number[] = []
  const debtors: number[] = []
  const known = new Map<string, number>()
  const debtorOf = (code: string) => {
    const found = known.get(code)
    if (found !== undefined) return found
    known.set(owned(code), known.size)
    return known.size - 1
  }
  const placeAt = (index: number) => ({
    index,
    line: lines[index] as number,
    from: starts[index] as number,
    to: ends[index] as number,
  })
  return {
    add: (code, { line, from, to }) => {
      lines.push(line)
      starts.push(from)
      ends.push(to)
      debtors.push(debtorOf(code))
    },
    count: () => lines.length,
    *batches(wanted = () => true) {
      const order = inBatches(debtors, known.size)
      for (const batch of order) yield batch.filter(wanted).map(placeAt)
    },
  }
}

/** Indexes of rows, batch by batch: a counting sort on the batch that each debtor falls in. */
function* inBatches(debtors: readonly number[], debtorCount: number): Generator<number[]> {
  const rowsOf = new Uint32Array(debtorCount)
  for (const debtor of debtors) rowsOf[debtor] = (rowsOf[debtor] ?? 0) + 1
  const batchOf = new Uint32Array(debtorCount)
  const sizes = [0]
  let within = 0
  for (let debtor = 0; debtor < debtorCount; debtor += 1) {
    const rows = rowsOf[debtor] as number
    const size = sizes.at(-1) as number
    if (size > 0 && (size + rows > ROWS_AT_ONCE || within === DEBTORS_AT_ONCE)) {
      sizes.push(0)
      within = 0
    }
    batchOf[debtor] = sizes.length - 1
    sizes[sizes.length - 1] = (sizes.at(-1) as number) + rows
    within += 1
  }
  const next = new Uint32Array(sizes.length)
  for (let batch = 1; batch < sizes.length; batch += 1)
    next[batch] = (next[batch - 1] as number) + (sizes[batch - 1] as number)
  const order = new Uint32Array(debtors.length)
  for (const [index, debtor] of debtors.entries()) {
    const batch = batchOf[debtor] as number
    const place = next[batch] as number
    order[place] = index
    next[batch] = place + 1
  }
  for (let batch = 0, from = 0; batch < sizes.length; batch += 1) {
    const to = from + (sizes[batch] as number)
    if (to > from) yield Array.from(order.subarray(from, to))
    from = to
  }
}

/** A text cut out of a larger one keeps all of it in memory; this one stands alone. */
export function owned(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le')
}
