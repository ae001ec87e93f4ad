import { AGENCY_SCENARIO } from '../../countries/fr/scenarios.ts'
import { agencyTexts } from '../../countries/fr/texts/agency.ts'
import { ownClaimTexts } from '../../countries/fr/texts/own-claims.ts'
import type { ScenarioTexts, StepText, TextWriter } from '../../domain/law/texts.ts'
import type { TextKey, TextKind } from '../../domain/organisation/text-key.ts'

/** A text that a person wrote, in place of the one that comes with the program; null: back to that one. */
export type EditedText = {
  readonly key: TextKey
  readonly version: number
  readonly text: StepText | null
}

/** What comes with the program: a creditor's texts for its own claims, an agency's for others. */
export const SHIPPED_TEXTS: Readonly<Record<TextWriter, ScenarioTexts>> = {
  creditor: ownClaimTexts,
  agency: agencyTexts,
}

export function writerOf(scenarioId: string): TextWriter {
  return scenarioId === AGENCY_SCENARIO ? 'agency' : 'creditor'
}

/** What the steps of a scenario say to a kind of debtor; by default, to any and as it comes with the program. */
export function textsOf(
  scenarioId: string,
  kind: TextKind = 'any',
  edited: readonly EditedText[] = [],
): ScenarioTexts {
  return textsInUse(writerOf(scenarioId), kind, edited)
}

/** The text in use for a key, if there is one. */
export function textInUse(key: TextKey, edited: readonly EditedText[]): StepText | undefined {
  return textsInUse(key.writer, key.kind, edited)[key.language][key.step]?.[key.medium]
}

/** A text written for this very kind of debtor comes before one for any, and that before the program's. */
function textsInUse(writer: TextWriter, kind: TextKind, edited: readonly EditedText[]): ScenarioTexts {
  const concerned = edited.filter(({ key }) => key.writer === writer)
  const written = ['any', ...(kind === 'any' ? [] : [kind])].flatMap(each =>
    concerned.filter(({ key }) => key.kind === each),
  )
  return written.reduce(withEdited, SHIPPED_TEXTS[writer])
}

function withEdited(texts: ScenarioTexts, { key, version, text }: EditedText): ScenarioTexts {
  if (text === null) return texts
  const steps = texts[key.language]
  const step = { ...steps[key.step], [key.medium]: { ...text, version } }
  return { ...texts, [key.language]: { ...steps, [key.step]: step } }
}
