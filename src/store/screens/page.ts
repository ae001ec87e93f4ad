/** Long lists, a part at a time: the rows after a cursor for programs, those of a place and their count for screens. */
import { parseDay } from '../../domain/date.ts'
import type { Tx } from '../database.ts'

/** What a list is sorted by; the last keys tell apart rows that are equal on the others. Its name keeps a cursor to its own list. */
export type Order = { list: string; keys: readonly Key[] }

type Key = { name: string; type: keyof typeof READS; down?: true }

/** The keys of a row, as text: the rows of a page come after it. Whatever is added meanwhile, each row comes once. */
export type Cursor = readonly string[]

/** `after` null: from the first row. `limit` null: all of them. */
export type PageAfter = { after: Cursor | null; limit: number | null }
export type PageAt = { offset: number; limit: number }

export const WHOLE: PageAfter = { after: null, limit: null }

/** `next`: where the page that follows begins, null after the last row. */
export type RowsAfter<Row> = { rows: Row[]; next: string | null }
/** `count`: of the whole list. */
export type RowsAt<Row> = { rows: Row[]; count: number }

/**
 * A list in SQL. `among` selects the keys and what `joins` needs to find a row: nothing more is read of the rows passed over.
 * `columns` and `joins` tell a row of `page`, which are those of `among` that the page shows. `params` begin with the organisation.
 */
export type List = { order: Order; among: string; columns: string; joins: string; params: readonly unknown[] }

export async function rowsAfter<Row extends object>(
  tx: Tx,
  { order, ...list }: List,
  { after, limit }: PageAfter,
): Promise<RowsAfter<Row>> {
  const first = list.params.length + 1
  const where = after === null ? 'true' : isAfter(order.keys, first + 1)
  const rows = await tx.query<Keyed<Row>>(
    pageOf(
      { order, ...list },
      `where ${where} order by ${sortedBy(order, 'listed')} limit $${first}::bigint`,
    ),
    [...list.params, limit === null ? null : limit + 1, ...(after ?? [])],
  )
  const shown = limit === null ? rows : rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: shown.map(withoutKeys),
    next: last && shown.length < rows.length ? cursorText(order, last.keysOfRow) : null,
  }
}

export async function rowsAt<Row extends object>(
  tx: Tx,
  list: List,
  { offset, limit }: PageAt,
): Promise<RowsAt<Row>> {
  const first = list.params.length + 1
  const rows = await tx.query<Keyed<Row>>(
    pageOf(list, `order by ${sortedBy(list.order, 'listed')} limit $${first} offset $${first + 1}`),
    [...list.params, limit, offset],
  )
  const [total] = await tx.query<{ count: number }>(
    `select count(*)::integer as count from (${list.among}) listed`,
    list.params,
  )
  return { rows: rows.map(withoutKeys), count: total?.count ?? 0 }
}

/** The text of a cursor, which says nothing to whoever carries it. */
export function cursorText({ list }: Order, keys: Cursor): string {
  return Buffer.from(JSON.stringify([list, ...keys])).toString('base64url')
}

/** Null unless it is a cursor of this list. */
export function readCursor({ list, keys }: Order, text: string): Cursor | null {
  const [name, ...values] = parsed(Buffer.from(text, 'base64url').toString())
  const isCursor = name === list && values.length === keys.length
  return isCursor && keys.every(({ type }, index) => READS[type](values[index] ?? '')) ? values : null
}

function parsed(text: string): string[] {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) && value.every(each => typeof each === 'string') ? value : []
  } catch {
    return []
  }
}

/** By type of SQL, the texts that PostgreSQL reads as one. */
const READS = {
  date: (text: string) => parseDay(text) !== null,
  bigint: (text: string) => /^-?\d{1,18}$/.test(text),
  uuid: (text: string) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text),
  text: (text: string) => !text.includes('\0'),
}

type Keyed<Row> = Row & { keysOfRow: string[] }

function withoutKeys<Row extends object>({ keysOfRow: _, ...row }: Keyed<Row>): Row {
  return row as unknown as Row
}

function pageOf({ order, among, columns, joins }: List, rest: string): string {
  const keys = order.keys.map(({ name }) => `page.${name}::text`)
  return `with page as materialized (select * from (${among}) listed ${rest})
     select ${columns}, array[${keys.join(', ')}] as "keysOfRow"
     from   page ${joins}
     order  by ${sortedBy(order, 'page')}`
}

function sortedBy({ keys }: Order, table: string): string {
  return keys.map(({ name, down }) => `${table}.${name}${down ? ' desc' : ''}`).join(', ')
}

/** Rows after that of the keys, the first of which stands in `$from`: in a form that lets an index begin at the first key. */
function isAfter([key, ...rest]: readonly Key[], from: number): string {
  if (!key) return 'false'
  const [column, value, sign] = [`listed.${key.name}`, `$${from}::${key.type}`, key.down ? '<' : '>']
  if (rest.length === 0) return `${column} ${sign} ${value}`
  return `(${column} ${sign}= ${value} and (${column} ${sign} ${value} or ${isAfter(rest, from + 1)}))`
}
