import { findMail, type ListedMail, mailsAfter, ORDER_OF_MAILS } from '../../store/screens/inbox.ts'
import { WHOLE } from '../../store/screens/page.ts'
import type { Desk } from '../desk.ts'
import { type AskedPage, pageAsked } from '../page-asked.ts'
import { isRefused, type Refused } from '../refused.ts'
import { unknownMessage } from './read-message.ts'

export type { ListedMail }

export type ListInbox = { all: boolean }

/** What came in and waits for a person; with `all`, also what was read. */
export async function listInbox(desk: Desk, { all }: ListInbox): Promise<{ messages: ListedMail[] }> {
  const { rows } = await desk.transaction(tx => mailsAfter(tx, all, WHOLE))
  return { messages: rows }
}

export async function pageOfInbox(
  desk: Desk,
  { all, ...asked }: { all: boolean } & AskedPage,
): Promise<{ messages: ListedMail[]; next: string | null } | Refused> {
  const page = pageAsked(ORDER_OF_MAILS, asked)
  if (isRefused(page)) return page
  const { rows, next } = await desk.transaction(tx => mailsAfter(tx, all, page))
  return { messages: rows, next }
}

export type ShowInbound = { number: number }

export async function showInbound(desk: Desk, { number }: ShowInbound): Promise<ListedMail | Refused> {
  const found = await desk.transaction(tx => findMail(tx, number))
  return found ?? unknownMessage(number)
}
