import { actorText } from '../../domain/access/actor.ts'
import { type TextKey, textName } from '../../domain/organisation/text-key.ts'
import { lockOrganisation } from '../../store/parties/organisations.ts'
import { currentTexts, insertText } from '../../store/parties/texts.ts'
import type { Desk } from '../desk.ts'
import type { Refused } from '../refused.ts'

/** Goes back to the program's texts for a step: those named, or all that people wrote. */
export async function resetTexts(
  desk: Desk,
  input: { steps: readonly string[]; only: Partial<TextKey> },
): Promise<{ reset: string[] } | Refused> {
  const { steps, only } = input
  return desk.transaction(async tx => {
    await lockOrganisation(tx)
    const written = (await currentTexts(tx, null)).filter(
      ({ key }) =>
        steps.includes(key.step) &&
        Object.entries(only).every(([name, value]) => key[name as keyof TextKey] === value),
    )
    if (written.length === 0) {
      return {
        refused: 'nothing-to-reset',
        message: `aucun texte à vous pour ${steps.join(', ')} : celui livré avec le programme est en usage`,
      }
    }
    for (const { key } of written) {
      await insertText(tx, { key, text: null, writtenBy: actorText(desk.actor), writtenAt: desk.now() })
    }
    return { reset: written.map(({ key }) => textName(key)) }
  })
}
