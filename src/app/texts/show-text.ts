import { textInUse } from '../../documents/text/edited-texts.ts'
import { writeTextFile } from '../../documents/text/text-file.ts'
import { type TextKey, textName } from '../../domain/organisation/text-key.ts'
import { currentTexts } from '../../store/parties/texts.ts'
import type { Desk } from '../desk.ts'
import { type Refused, refuse } from '../refused.ts'
import { keysOf } from './list-texts.ts'

/** A text in use, as a file to edit. `version` null: it came with the program. */
export type ShownText = { name: string; version: number | null; file: string }

/** What is asked of a step: a part left out is chosen when only one text fits. */
export type AskedText = Pick<TextKey, 'writer' | 'step' | 'language' | 'kind'> & {
  medium: TextKey['medium'] | null
}

/** The source of the text in use for a step; without a channel, that of its first. */
export async function showText(desk: Desk, asked: AskedText): Promise<ShownText | Refused> {
  const edited = await desk.transaction(tx => currentTexts(tx, asked.step))
  const media = keysOf(desk.country.texts, [])
    .filter(
      ({ writer, step, language }) =>
        writer === asked.writer && step === asked.step && language === asked.language,
    )
    .map(({ medium }) => medium)
  const medium = asked.medium ?? media[0]
  if (medium === undefined || !media.includes(medium)) return noText(asked, media)
  const key = { ...asked, medium }
  const text = textInUse(desk.country.texts, key, edited)
  if (!text) throw new Error(`no text ${textName(key)}`)
  return { name: textName(key), version: text.version ?? null, file: writeTextFile(key, text) }
}

function noText({ step, medium, writer }: AskedText, known: readonly TextKey['medium'][]): Refused {
  return medium === null || known.length === 0
    ? refuse('no-text', { kind: 'step', step, writer })
    : refuse('no-text', { kind: 'medium', step, medium, known })
}
