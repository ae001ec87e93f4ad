import type { WordingLaw } from '../../domain/law/wording-law.ts'
import { MANDATORY_MENTIONS } from './mandatory-mentions.ts'
import { L111_8_PARAGRAPHS } from './texts/l111-8.ts'
import { WORDING_RULES } from './wording-rules.ts'

export const frenchWording: WordingLaw = {
  rules: WORDING_RULES,
  mentions: MANDATORY_MENTIONS,
  // They speak of costs and of a judge because the law wants them quoted.
  quoted: ({ agency }) => (agency === null ? [] : L111_8_PARAGRAPHS),
}
