import { entriesAfter, type ListedEntry, ORDER_OF_ENTRIES } from '../../store/screens/bank-list.ts'
import { WHOLE } from '../../store/screens/page.ts'
import type { Desk } from '../desk.ts'
import { type AskedPage, pageAsked } from '../page-asked.ts'
import { isRefused, type Refused } from '../refused.ts'

export type ListBank = { all: boolean }

/** Money received that waits for a person; with `all`, also what was matched or refused. */
export async function listBank(desk: Desk, { all }: ListBank): Promise<{ entries: ListedEntry[] }> {
  const { rows } = await desk.transaction(tx => entriesAfter(tx, statusesOf(all), WHOLE))
  return { entries: rows }
}

export async function pageOfBank(
  desk: Desk,
  { all, ...asked }: { all: boolean } & AskedPage,
): Promise<{ entries: ListedEntry[]; next: string | null } | Refused> {
  const page = pageAsked(ORDER_OF_ENTRIES, asked)
  if (isRefused(page)) return page
  const { rows, next } = await desk.transaction(tx => entriesAfter(tx, statusesOf(all), page))
  return { entries: rows, next }
}

function statusesOf(all: boolean): string[] {
  const waiting = ['suggested', 'unmatched']
  return all ? [...waiting, 'matched', 'refused'] : waiting
}
