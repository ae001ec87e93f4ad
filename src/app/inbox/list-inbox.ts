import { findMail, type ListedMail, listedMails } from '../../store/screens/inbox.ts'
import type { Desk } from '../desk.ts'
import type { Refused } from '../refused.ts'
import { unknownMessage } from './read-message.ts'

export type { ListedMail }

const AT_MOST = 10_000

/** What came in and waits for a person; with `all`, also what was read. */
export async function listInbox(desk: Desk, all: boolean): Promise<{ messages: ListedMail[] }> {
  return {
    messages: await desk.transaction(tx => listedMails(tx, all, AT_MOST)),
  }
}

export async function showInbound(desk: Desk, number: number): Promise<ListedMail | Refused> {
  const found = await desk.transaction(tx => findMail(tx, number))
  return found ?? unknownMessage(number)
}
