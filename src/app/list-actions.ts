import { type ListedAction, listedActions } from '../store/screens/actions.ts'
import type { App } from './app.ts'

const AT_MOST = 10_000

/** The work list; only what waits for somebody or something when `openOnly`. */
export async function listActions(app: App, openOnly: boolean): Promise<{ actions: ListedAction[] }> {
  const actions = await app.database.transaction(app.organisationId, tx =>
    listedActions(tx, openOnly, AT_MOST),
  )
  return { actions }
}
