import { type ListedEntry, listedEntries } from '../../store/screens/bank-list.ts'
import type { Desk } from '../desk.ts'

/** Money received that waits for a person; with `all`, also what was matched or refused. */
export async function listBank(desk: Desk, all: boolean): Promise<{ entries: ListedEntry[] }> {
  const waiting = ['suggested', 'unmatched']
  const statuses = all ? [...waiting, 'matched', 'refused'] : waiting
  return {
    entries: await desk.transaction(tx => listedEntries(tx, statuses)),
  }
}
