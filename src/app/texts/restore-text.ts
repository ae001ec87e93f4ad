import { judgeText } from '../../documents/samples/judge-text.ts'
import type { Day } from '../../domain/date.ts'
import { textName } from '../../domain/organisation/text-key.ts'
import { lockOrganisation } from '../../store/parties/organisations.ts'
import { insertText, textVersions } from '../../store/parties/texts.ts'
import type { App, Refused } from '../app.ts'

/** Takes an earlier version again, as a new one. What the law has come to refuse since is refused. */
export async function restoreText(
  app: App,
  input: { step: string; version: number; date: Day; actor: string },
): Promise<{ name: string; version: number } | Refused> {
  const { step, version, date, actor } = input
  return app.database.transaction(app.organisationId, async tx => {
    await lockOrganisation(tx)
    const past = (await textVersions(tx, step)).find(each => each.version === version)
    if (!past) {
      return {
        refused: 'unknown-version',
        message: `l’étape ${step} n’a pas de version ${version} ; « quittance text history ${step} » les liste`,
      }
    }
    const { key, text } = past
    if (text && judgeText(app.country, key, text, date).some(({ severity }) => severity === 'error')) {
      return {
        refused: 'version-refused',
        message: `la version ${version} de ${textName(key)} ne passe plus le contrôle ; « quittance text set » dit pourquoi`,
      }
    }
    const written = { key, text, writtenBy: actor, writtenAt: app.clock.now() }
    return { name: textName(key), version: await insertText(tx, written) }
  })
}
