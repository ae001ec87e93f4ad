import { organisationJournal } from '../../store/journal/organisation-journal.ts'
import type { Desk } from '../desk.ts'

/** A change of the organisation. `entry` null: its content was erased, on the day that `erasedAt` says. */
export type ListedChange = {
  position: number
  day: string
  recordedAt: string
  actor: string
  kind: string
  entry: Record<string, unknown> | null
  erasedAt: string | null
}

/** The organisation's own journal: who changed a creditor, a setting, a rate, a text, sending, when, from what to what. */
export async function listChanges(desk: Desk): Promise<{ changes: ListedChange[] }> {
  const lines = await desk.transaction(organisationJournal)
  return {
    changes: lines.map(({ position, day, recordedAt, actor, kind, entry, erasedAt }) => ({
      position,
      day,
      recordedAt,
      actor,
      kind,
      entry: entry === null ? null : JSON.parse(entry),
      erasedAt,
    })),
  }
}
