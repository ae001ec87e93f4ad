import type { TextKey } from '../../../domain/organisation/text-key.ts'

/** The languages that texts are written in. */
export type Language = TextKey['language']

/** What a text is written for: read by the debtor, or (call, task) by a colleague. */
export type Medium = TextKey['medium']

/**
 * What a step says on one medium, in one language: Liquid first (values come from `documents/text/message-data.ts`),
 * then Markdown. Written with ordinary spaces; `typography.ts` makes them non-breaking where French wants it.
 * `version`: that of a text that a person wrote; absent when it came with the program.
 */
export type StepText = { readonly subject: string; readonly body: string; readonly version?: number }

/** One step in one language. */
export type StepTexts = Readonly<Partial<Record<Medium, StepText>>>

/** Every text of a scenario: by language, then by step id. */
export type ScenarioTexts = Readonly<Record<Language, Readonly<Record<string, StepTexts>>>>
