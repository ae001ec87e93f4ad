import { judgeText } from '../../documents/samples/judge-text.ts'
import { textName } from '../../domain/organisation/text-key.ts'
import { lockOrganisation } from '../../store/parties/organisations.ts'
import { textVersions } from '../../store/parties/texts.ts'
import type { Desk } from '../desk.ts'
import { type Refused, refuse } from '../refused.ts'
import { writeText } from './write-text.ts'

export type RestoreText = { step: string; version: number }

/** Takes an earlier version again, as a new one. What the law has come to refuse since is refused. */
export async function restoreText(
  desk: Desk,
  input: RestoreText,
): Promise<{ name: string; version: number } | Refused> {
  const { step, version } = input
  return desk.transaction(async tx => {
    await lockOrganisation(tx)
    const past = (await textVersions(tx, step)).find(each => each.version === version)
    if (!past) return refuse('unknown-version', { step, version })
    const { key, text } = past
    if (text && judgeText(desk.country, key, text, desk.today).some(({ severity }) => severity === 'error'))
      return refuse('version-refused', { text: textName(key), version })
    return { name: textName(key), version: await writeText(desk, tx, key, text) }
  })
}
