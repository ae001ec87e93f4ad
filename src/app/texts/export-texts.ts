import { textInUse } from '../../documents/text/edited-texts.ts'
import { writeTextFile } from '../../documents/text/text-file.ts'
import { textName } from '../../domain/organisation/text-key.ts'
import { currentTexts } from '../../store/parties/texts.ts'
import type { Desk } from '../desk.ts'
import { keysOf } from './list-texts.ts'
import type { ShownText } from './show-text.ts'

/** Every text in use as a file of its own, under its name. */
export async function exportTexts(desk: Desk): Promise<{ texts: ShownText[] }> {
  const edited = await desk.transaction(tx => currentTexts(tx, null))
  const texts = keysOf(edited).map(key => {
    const text = textInUse(key, edited)
    if (!text) throw new Error(`no text ${textName(key)}`)
    return { name: textName(key), version: text.version ?? null, file: writeTextFile(key, text) }
  })
  return { texts }
}
