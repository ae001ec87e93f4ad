import { isUsed } from '../../documents/samples/judge-text.ts'
import { writerOf } from '../../documents/text/edited-texts.ts'
import type { CountryTexts } from '../../domain/law/texts.ts'
import { type TextKey, textName } from '../../domain/organisation/text-key.ts'
import { currentTexts, type TextVersion } from '../../store/parties/texts.ts'
import type { Desk } from '../desk.ts'
import { type Refused, refuse } from '../refused.ts'

/** A text in use. `version` null: it came with the program. */
export type ListedText = TextKey & {
  name: string
  subject: string
  version: number | null
  writtenBy: string | null
  writtenAt: string | null
}

export type ListTexts = { scenario: string | null }

/** Every text in use, or those of one scenario, in the order of its steps; a person's in place of the program's. */
export async function listTexts(
  desk: Desk,
  { scenario }: ListTexts,
): Promise<{ texts: ListedText[] } | Refused> {
  const known = scenario === null ? null : desk.country.scenarios.get(scenario)
  if (known === undefined)
    return refuse('unknown-scenario', {
      scenario: scenario ?? '',
      known: [...desk.country.scenarios.keys()],
    })
  const edited = await desk.transaction(tx => currentTexts(tx, null))
  const { country } = desk
  const texts = keysOf(country.texts, edited)
    .filter(
      key => known === null || (key.writer === writerOf(country, known.id) && isUsed(country, key, known.id)),
    )
    .map(key => listed(country.texts, key, edited))
  return { texts }
}

/** The program's keys in the order of the steps, each followed by those of its own for one kind of debtor. */
export function keysOf(texts: CountryTexts, edited: readonly TextVersion[]): TextKey[] {
  return shippedKeys(texts).flatMap(key => [
    key,
    ...edited
      .map(version => version.key)
      .filter(other => other.kind !== 'any' && textName({ ...other, kind: 'any' }) === textName(key)),
  ])
}

function shippedKeys({ languages, steps }: CountryTexts): TextKey[] {
  return (['creditor', 'agency'] as const).flatMap(writer =>
    languages.flatMap(language =>
      Object.entries(steps[writer][language]).flatMap(([step, media]) =>
        (Object.keys(media) as TextKey['medium'][]).map(medium => ({
          writer,
          step,
          medium,
          language,
          kind: 'any' as const,
        })),
      ),
    ),
  )
}

function listed({ steps }: CountryTexts, key: TextKey, edited: readonly TextVersion[]): ListedText {
  const name = textName(key)
  const own = edited.find(version => textName(version.key) === name)
  const shipped = steps[key.writer][key.language][key.step]?.[key.medium]
  return {
    ...key,
    name,
    subject: own?.text?.subject ?? shipped?.subject ?? '',
    version: own?.version ?? null,
    writtenBy: own?.writtenBy ?? null,
    writtenAt: own?.writtenAt ?? null,
  }
}
