import { judgeText } from '../../documents/samples/judge-text.ts'
import { actorText } from '../../domain/access/actor.ts'
import { textName } from '../../domain/organisation/text-key.ts'
import { lockOrganisation } from '../../store/parties/organisations.ts'
import { insertText, textVersions } from '../../store/parties/texts.ts'
import type { Desk } from '../desk.ts'
import type { Refused } from '../refused.ts'

/** Takes an earlier version again, as a new one. What the law has come to refuse since is refused. */
export async function restoreText(
  desk: Desk,
  input: { step: string; version: number },
): Promise<{ name: string; version: number } | Refused> {
  const { step, version } = input
  return desk.transaction(async tx => {
    await lockOrganisation(tx)
    const past = (await textVersions(tx, step)).find(each => each.version === version)
    if (!past) {
      return {
        refused: 'unknown-version',
        message: `l’étape ${step} n’a pas de version ${version} ; « quittance text history ${step} » les liste`,
      }
    }
    const { key, text } = past
    if (text && judgeText(key, text, desk.today).some(({ severity }) => severity === 'error')) {
      return {
        refused: 'version-refused',
        message: `la version ${version} de ${textName(key)} ne passe plus le contrôle ; « quittance text set » dit pourquoi`,
      }
    }
    const written = { key, text, writtenBy: actorText(desk.actor), writtenAt: desk.now() }
    return { name: textName(key), version: await insertText(tx, written) }
  })
}
