import { type Country, isForOthers } from '../../domain/law/country.ts'
import type { CountryTexts, ScenarioTexts, StepText, TextWriter } from '../../domain/law/texts.ts'
import type { TextKey, TextKind } from '../../domain/organisation/text-key.ts'

/** A text that a person wrote, in place of the one that comes with the program; null: back to that one. */
export type EditedText = {
  readonly key: TextKey
  readonly version: number
  readonly text: StepText | null
}

export function writerOf(country: Pick<Country, 'scenarios'>, scenarioId: string): TextWriter {
  return isForOthers(country, scenarioId) ? 'agency' : 'creditor'
}

/** What the steps of a scenario say to a kind of debtor; by default, to any and as it comes with the program. */
export function textsOf(
  country: Pick<Country, 'scenarios' | 'texts'>,
  scenarioId: string,
  kind: TextKind = 'any',
  edited: readonly EditedText[] = [],
): ScenarioTexts {
  return textsInUse(country.texts, writerOf(country, scenarioId), kind, edited)
}

/** The text in use for a key, if there is one. */
export function textInUse(
  texts: CountryTexts,
  key: TextKey,
  edited: readonly EditedText[],
): StepText | undefined {
  return textsInUse(texts, key.writer, key.kind, edited)[key.language][key.step]?.[key.medium]
}

/** A text written for this very kind of debtor comes before one for any, and that before the program's. */
function textsInUse(
  texts: CountryTexts,
  writer: TextWriter,
  kind: TextKind,
  edited: readonly EditedText[],
): ScenarioTexts {
  const concerned = edited.filter(({ key }) => key.writer === writer)
  const written = ['any', ...(kind === 'any' ? [] : [kind])].flatMap(each =>
    concerned.filter(({ key }) => key.kind === each),
  )
  return written.reduce(withEdited, texts.steps[writer])
}

function withEdited(texts: ScenarioTexts, { key, version, text }: EditedText): ScenarioTexts {
  if (text === null) return texts
  const steps = texts[key.language]
  const step = { ...steps[key.step], [key.medium]: { ...text, version } }
  return { ...texts, [key.language]: { ...steps, [key.step]: step } }
}
