import { textName } from '../../domain/organisation/text-key.ts'
import { type TextVersion, textVersions } from '../../store/parties/texts.ts'
import type { Desk } from '../desk.ts'

/** `subject` and `body` null: that version went back to the program's text. */
export type PastVersion = Omit<TextVersion, 'key' | 'text'> & {
  name: string
  subject: string | null
  body: string | null
}

export type TextHistory = { step: string }

/** Every version of the texts of a step, newest first. */
export async function textHistory(
  desk: Desk,
  { step }: TextHistory,
): Promise<{ step: string; versions: PastVersion[] }> {
  const versions = await desk.transaction(tx => textVersions(tx, step))
  return {
    step,
    versions: versions.map(({ key, text, ...version }) => ({
      ...version,
      name: textName(key),
      subject: text?.subject ?? null,
      body: text?.body ?? null,
    })),
  }
}
