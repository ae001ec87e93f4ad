import {
  type Cursor,
  cursorText,
  type Order,
  type PageAfter,
  type RowsAfter,
  readCursor,
} from '../store/screens/page.ts'
import { BAD_CURSOR } from '../words/list-words.ts'
import type { Refused } from './refused.ts'

/** Which part of a list: after the cursor of the answer before, from the first row when null. `limit` null: all that follows. */
export type AskedPage = { after: string | null; limit: number | null }

export function pageAsked(order: Order, { after, limit }: AskedPage): PageAfter | Refused {
  if (after === null) return { after, limit }
  const cursor = readCursor(order, after)
  return cursor === null ? { refused: 'bad-cursor', message: BAD_CURSOR.fr } : { after: cursor, limit }
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
