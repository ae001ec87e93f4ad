import { Liquid, RenderError } from 'liquidjs'
import { isBlock } from './blocks.ts'

/** The name of a datum that a text asks for and that isn't there, or of a word that isn't Liquid. */
export type Unfilled = { readonly missing: string; readonly detail: string }

/**
 * A Liquid template with its values in it. `markdown`: values are escaped, so that they come out as typed. `plain`:
 * one line of text. Texts are edited by users: no files, no unescaped output, bounded time and memory.
 */
export function fillTemplate(template: string, scope: object, into: 'markdown' | 'plain'): string | Unfilled {
  const engine = into === 'markdown' ? forMarkdown : forPlainText
  try {
    const parsed = engine.parse(template)
    const unknown = engine.globalFullVariablesSync(parsed).find(path => !isKnown(path, scope))
    if (unknown !== undefined) return { missing: unknown, detail: `no such name: ${unknown}` }
    return engine.renderSync(parsed, scope) as string
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { missing: missingName(error), detail: error.message }
  }
}

/** A name exists when the scope has its key, even without a value: `if` may test it. */
function isKnown(path: string, scope: object): boolean {
  let value: unknown = scope
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return value === undefined
    value = (value as Record<string, unknown>)[key]
  }
  return true
}

function missingName(error: Error): string {
  const cause: unknown = error instanceof RenderError ? error.originalError : error
  const match = /undefined variable: ([\w.]+)/.exec(
    `${cause instanceof Error ? cause.message : ''} ${error.message}`,
  )
  return match?.[1] ?? 'template'
}

const TAGS = ['if', 'unless', 'case', 'for', 'comment', '#']

function engineWith(escapeValue: (value: unknown) => string): Liquid {
  const engine = new Liquid({
    strictVariables: true,
    strictFilters: true,
    lenientIf: true,
    ownPropertyOnly: true,
    templates: {},
    outputEscape: escapeValue,
    parseLimit: 50_000,
    renderLimit: 2_000,
    memoryLimit: 200_000,
  })
  for (const tag of Object.keys(engine.tags)) if (!TAGS.includes(tag)) delete engine.tags[tag]
  delete engine.filters.raw
  return engine
}

const forPlainText = engineWith(oneLine)

/** CommonMark lets a backslash precede any ASCII punctuation: nothing in a value can be taken for markup. */
const forMarkdown = engineWith(value =>
  isBlock(value) ? value : oneLine(value).replace(/[!-/:-@[-`{-~]/g, '\\$&'),
)

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
const BREAKS_AND_PRIVATE = /[\u0000-\u0020\u007F-\u009F\u2028\u2029\uE000-\uF8FF]+/g

function oneLine(value: unknown): string {
  return String(value).replace(BREAKS_AND_PRIVATE, ' ').trim()
}
