import {
  type Cursor,
  cursorText,
  type Order,
  type PageAfter,
  type RowsAfter,
  readCursor,
} from '../store/screens/page.ts'
import { type Refused, refuse } from './refused.ts'

/** Which part of a list: after the cursor of the answer before, else from the first row; `limit` rows at most, else all that follow. */
export type AskedPage = { after?: string | undefined; limit?: number | undefined }

export function pageAsked(order: Order, asked: AskedPage): PageAfter | Refused {
  const limit = asked.limit ?? null
  if (asked.after === undefined) return { after: null, limit }
  const after = readCursor(order, asked.after)
  return after === null ? refuse('bad-cursor') : { after, limit }
}

/** A page of rows that are drawn up whole and sorted already. `keysOf`: those of the order, as text. */
export function rowsAmong<Row>(
  rows: readonly Row[],
  { order, keysOf }: { order: Order; keysOf: (row: Row) => Cursor },
  { after, limit }: PageAfter,
): RowsAfter<Row> {
  const first = after === null ? 0 : rows.findIndex(row => comparePlaces(order, keysOf(row), after) > 0)
  const following = first < 0 ? [] : rows.slice(first)
  const shown = limit === null ? following : following.slice(0, limit)
  const last = shown.at(-1)
  const isMore = last !== undefined && shown.length < following.length
  return { rows: shown, next: isMore ? cursorText(order, keysOf(last)) : null }
}

/** Which of two rows comes first, by their keys: amounts as numbers, the rest by its characters. */
export function comparePlaces({ keys }: Order, a: Cursor, b: Cursor): number {
  for (const [index, { type, down }] of keys.entries()) {
    const [x = '', y = ''] = [a[index], b[index]]
    if (x === y) continue
    const isBefore = type === 'bigint' ? Number(x) < Number(y) : x < y
    return isBefore === (down ?? false) ? 1 : -1
  }
  return 0
}
