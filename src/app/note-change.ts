import { actorText } from '../domain/access/actor.ts'
import type { Tx } from '../store/database.ts'
import { type OrganisationLine, writeOrganisationLine } from '../store/journal/organisation-journal.ts'
import type { Desk } from './desk.ts'

/** From what to what; null: it was not there, or is no more. */
export type Changed = Record<string, { from: unknown; to: unknown }>

/** Writes a change of the organisation in its journal: of the desk's day, by its actor. */
export async function noteChange(
  desk: Desk,
  tx: Tx,
  kind: OrganisationLine['kind'],
  entry: OrganisationLine['entry'],
): Promise<void> {
  const line = { day: desk.today, actor: actorText(desk.actor), kind, entry }
  await writeOrganisationLine(tx, line, desk.now())
}

/** The fields that are not the same in both, by name; null when all are. */
export function changesBetween(before: object, after: object): Changed | null {
  const [from, to] = [before, after] as Record<string, unknown>[]
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const changed = names
    .map(name => [name, { from: from?.[name] ?? null, to: to?.[name] ?? null }] as const)
    .filter(([, { from, to }]) => JSON.stringify(from) !== JSON.stringify(to))
  return changed.length === 0 ? null : Object.fromEntries(changed)
}
