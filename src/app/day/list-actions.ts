import { type ListedAction, listedActions } from '../../store/screens/actions.ts'
import { type ListedEntry, listedEntries } from '../../store/screens/bank-list.ts'
import { unreadMails } from '../../store/screens/inbox.ts'
import type { Desk } from '../desk.ts'

const AT_MOST = 10_000

/** `payments`: money received that waits for a person to say what it pays. `inbox`: how many messages wait to be read. */
export type WorkList = { actions: ListedAction[]; payments: ListedEntry[]; inbox: number }

/** The work list; of actions, only what waits for somebody or something when `openOnly`. */
export async function listActions(desk: Desk, openOnly: boolean): Promise<WorkList> {
  return desk.transaction(async tx => ({
    actions: await listedActions(tx, openOnly, AT_MOST),
    payments: await listedEntries(tx, ['suggested', 'unmatched']),
    inbox: await unreadMails(tx),
  }))
}
