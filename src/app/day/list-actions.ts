import type { Tx } from '../../store/database.ts'
import { actionsAfter, type ListedAction, ORDER_OF_ACTIONS } from '../../store/screens/actions.ts'
import { entriesAfter, type ListedEntry } from '../../store/screens/bank-list.ts'
import { unreadMails } from '../../store/screens/inbox.ts'
import { type PageAfter, WHOLE } from '../../store/screens/page.ts'
import type { Desk } from '../desk.ts'
import { type AskedPage, pageAsked } from '../page-asked.ts'
import { isRefused, type Refused } from '../refused.ts'

/** `payments`: money received that waits for a person to say what it pays. `inbox`: how many messages wait to be read. */
export type WorkList = { actions: ListedAction[]; payments: ListedEntry[]; inbox: number }

export type ListActions = { openOnly: boolean }

/** The work list; of actions, only what waits for somebody or something when `openOnly`. */
export async function listActions(desk: Desk, { openOnly }: ListActions): Promise<WorkList> {
  const { next: _, ...whole } = await desk.transaction(tx => workList(tx, openOnly, WHOLE))
  return whole
}

/** A part of its actions, with all that waits beside them. */
export async function pageOfActions(
  desk: Desk,
  { openOnly, ...asked }: { openOnly: boolean } & AskedPage,
): Promise<(WorkList & { next: string | null }) | Refused> {
  const page = pageAsked(ORDER_OF_ACTIONS, asked)
  return isRefused(page) ? page : desk.transaction(tx => workList(tx, openOnly, page))
}

async function workList(tx: Tx, openOnly: boolean, page: PageAfter) {
  const { rows, next } = await actionsAfter(tx, openOnly, page)
  const payments = await entriesAfter(tx, ['suggested', 'unmatched'], WHOLE)
  return { actions: rows, payments: payments.rows, inbox: await unreadMails(tx), next }
}
