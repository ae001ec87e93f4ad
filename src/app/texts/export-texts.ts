import { textInUse } from '../../documents/text/edited-texts.ts'
import { writeTextFile } from '../../documents/text/text-file.ts'
import { textName } from '../../domain/organisation/text-key.ts'
import { currentTexts } from '../../store/parties/texts.ts'
import type { App } from '../app.ts'
import { keysOf } from './list-texts.ts'
import type { ShownText } from './show-text.ts'

/** Every text in use as a file of its own, under its name. */
export async function exportTexts(app: App): Promise<{ texts: ShownText[] }> {
  const edited = await app.database.transaction(app.organisationId, tx => currentTexts(tx, null))
  const texts = keysOf(app.country.texts, edited).map(key => {
    const text = textInUse(app.country.texts, key, edited)
    if (!text) throw new Error(`no text ${textName(key)}`)
    return { name: textName(key), version: text.version ?? null, file: writeTextFile(key, text) }
  })
  return { texts }
}
