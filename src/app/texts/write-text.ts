import { actorText } from '../../domain/access/actor.ts'
import { type TextKey, textName } from '../../domain/organisation/text-key.ts'
import type { Tx } from '../../store/database.ts'
import { currentTexts, insertText } from '../../store/parties/texts.ts'
import type { Desk } from '../desk.ts'
import { noteChange } from '../note-change.ts'

/** Writes a new version of a text, null for the program's own again, and says so in the journal, version by version. */
export async function writeText(
  desk: Desk,
  tx: Tx,
  key: TextKey,
  text: { subject: string; body: string } | null,
): Promise<number> {
  const name = textName(key)
  const inUse = (await currentTexts(tx, key.step)).find(each => textName(each.key) === name)
  const written = { key, text, writtenBy: actorText(desk.actor), writtenAt: desk.now() }
  const version = await insertText(tx, written)
  const to = text === null ? null : version
  await noteChange(desk, tx, 'text', { text: name, version: { from: inUse?.version ?? null, to } })
  return version
}
