import { type ListedEntry, listedEntries } from '../../store/screens/bank-list.ts'
import type { App } from '../app.ts'

/** Money received that waits for a person; with `all`, also what was matched or refused. */
export async function listBank(app: App, all: boolean): Promise<{ entries: ListedEntry[] }> {
  const waiting = ['suggested', 'unmatched']
  const statuses = all ? [...waiting, 'matched', 'refused'] : waiting
  return {
    entries: await app.database.transaction(app.organisationId, tx => listedEntries(tx, statuses)),
  }
}
