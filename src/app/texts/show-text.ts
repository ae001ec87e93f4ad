import { textInUse } from '../../documents/text/edited-texts.ts'
import { writeTextFile } from '../../documents/text/text-file.ts'
import { type TextKey, textName } from '../../domain/organisation/text-key.ts'
import { currentTexts } from '../../store/parties/texts.ts'
import type { Desk } from '../desk.ts'
import type { Refused } from '../refused.ts'
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
  const media = keysOf([])
    .filter(
      ({ writer, step, language }) =>
        writer === asked.writer && step === asked.step && language === asked.language,
    )
    .map(({ medium }) => medium)
  const medium = asked.medium ?? media[0]
  if (medium === undefined || !media.includes(medium)) return noText(asked, media)
  const key = { ...asked, medium }
  const text = textInUse(key, edited)
  if (!text) throw new Error(`no text ${textName(key)}`)
  return { name: textName(key), version: text.version ?? null, file: writeTextFile(key, text) }
}

function noText({ step, medium, writer }: AskedText, media: readonly string[]): Refused {
  if (media.length === 0) {
    const ofAgency = writer === 'agency' ? ' dans les textes d’une société de recouvrement' : ''
    return {
      refused: 'no-text',
      message: `aucun texte pour l’étape ${step}${ofAgency} ; « quittance text list » les liste`,
    }
  }
  return {
    refused: 'no-text',
    message: `l’étape ${step} n’a pas de texte ${medium} ; elle en a pour : ${media.join(', ')}`,
  }
}
