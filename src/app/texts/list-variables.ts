import { isBlock } from '../../documents/blocks.ts'
import { sampleMessage } from '../../documents/samples/sample-message.ts'
import { textScope } from '../../documents/text/text-scope.ts'
import { VARIABLES, type VariableType } from '../../documents/text/variables.ts'
import { day } from '../../domain/date.ts'

/** `meaning` and `example` in the language asked; no example of a block, which is a drawing, nor of a yes or no. */
export type ListedVariable = {
  name: string
  type: VariableType
  optional: boolean
  meaning: string
  example: string | null
}

const SAMPLES = [
  { step: 'j7', stage: 'level-1', channel: 'email', agency: null },
  { step: 'j40', stage: 'formal-notice', channel: 'registered-letter', agency: null },
  { step: 'r1', stage: 'level-1', channel: 'letter', agency: 'first-letter' },
  { step: 'j7', stage: 'level-1', channel: 'email', agency: 'later' },
] as const

/** All that a text may name, with an example from a made-up case. */
export function listVariables(language: 'fr' | 'en'): { variables: ListedVariable[] } {
  const scopes = SAMPLES.map(sample =>
    textScope(sampleMessage({ ...sample, language, kind: 'business' }, day('2026-03-16')), language),
  )
  const variables = Object.entries(VARIABLES).map(([name, { type, optional, ...meaning }]) => {
    const value = scopes.map(scope => valueAt(scope, name)).find(found => found !== undefined)
    const isShown = value !== undefined && typeof value !== 'boolean' && !isBlock(value)
    const example = isShown ? String(value) : null
    return { name, type, optional, meaning: meaning[language], example }
  })
  return { variables }
}

function valueAt(scope: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], scope)
}
