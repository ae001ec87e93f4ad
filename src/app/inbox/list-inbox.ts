import { findMail, type ListedMail, listedMails } from '../../store/screens/inbox.ts'
import type { App, Refused } from '../app.ts'
import { unknownMessage } from './read-message.ts'

export type { ListedMail }

const AT_MOST = 10_000

/** What came in and waits for a person; with `all`, also what was read. */
export async function listInbox(app: App, all: boolean): Promise<{ messages: ListedMail[] }> {
  return {
    messages: await app.database.transaction(app.organisationId, tx => listedMails(tx, all, AT_MOST)),
  }
}

export async function showInbound(app: App, number: number): Promise<ListedMail | Refused> {
  const found = await app.database.transaction(app.organisationId, tx => findMail(tx, number))
  return found ?? unknownMessage(number)
}
