import { type TextKey, textName } from '../../domain/organisation/text-key.ts'
import { lockOrganisation } from '../../store/parties/organisations.ts'
import { currentTexts } from '../../store/parties/texts.ts'
import type { Desk } from '../desk.ts'
import { type Refused, refuse } from '../refused.ts'
import { writeText } from './write-text.ts'

export type ResetTexts = { steps: readonly string[]; only: Partial<TextKey> }

/** Goes back to the program's texts for a step: those named, or all that people wrote. */
export async function resetTexts(desk: Desk, input: ResetTexts): Promise<{ reset: string[] } | Refused> {
  const { steps, only } = input
  return desk.transaction(async tx => {
    await lockOrganisation(tx)
    const written = (await currentTexts(tx, null)).filter(
      ({ key }) =>
        steps.includes(key.step) &&
        Object.entries(only).every(([name, value]) => key[name as keyof TextKey] === value),
    )
    if (written.length === 0) return refuse('nothing-to-reset', { steps })
    for (const { key } of written) await writeText(desk, tx, key, null)
    return { reset: written.map(({ key }) => textName(key)) }
  })
}
