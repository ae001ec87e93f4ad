import { Liquid } from 'liquidjs'
import { isBlock } from './blocks.ts'
import { remembered } from './remembered.ts'
import { type TemplateFault, templateFault } from './template-fault.ts'

/** The name of a datum that a text asks for and that isn't there (`template`: what isn't Liquid), with the fault itself. */
export type Unfilled = { readonly missing: string; readonly detail: string; readonly fault: TemplateFault }

/** What a text holds at most, in characters: `parseLimit`. */
export const LONGEST_TEXT = 100_000

/**
 * A Liquid template with its values in it. `markdown`: values are escaped, so that they come out as typed. `plain`:
 * one line of text. Texts are edited by users: no files, no unescaped output, bounded time and memory.
 */
export function fillTemplate(template: string, scope: object, into: 'markdown' | 'plain'): string | Unfilled {
  const engine = into === 'markdown' ? forMarkdown : forPlainText
  try {
    const { parsed, named } = engine.read(template)
    const unknown = named.find(({ path }) => !isKnown(path, scope))
    if (unknown !== undefined) {
      const { name, line } = unknown
      const fault: TemplateFault = { code: 'unknown-variable', name, line }
      return { missing: name, detail: `no such name: ${name}`, fault }
    }
    return engine.liquid.renderSync(parsed, scope) as string
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const fault = templateFault(error)
    const missing = fault.code === 'missing-value' ? fault.name : 'template'
    return { missing, detail: error.message, fault }
  }
}

type Engine = { liquid: Liquid; read: (template: string) => Parsed }
type Parsed = { parsed: ReturnType<Liquid['parse']>; named: { name: string; path: string[]; line: number }[] }

/** A name exists when the scope has its key, even without a value: `if` may test it. */
function isKnown(path: readonly string[], scope: object): boolean {
  let value: unknown = scope
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return value === undefined
    value = (value as Record<string, unknown>)[key]
  }
  return true
}

const TAGS = ['if', 'unless', 'case', 'for', 'comment', '#']

function engineWith(escapeValue: (value: unknown) => string): Engine {
  const liquid = new Liquid({
    strictVariables: true,
    strictFilters: true,
    lenientIf: true,
    ownPropertyOnly: true,
    templates: {},
    outputEscape: escapeValue,
    parseLimit: LONGEST_TEXT,
    renderLimit: 2_000,
    memoryLimit: 200_000,
  })
  for (const tag of Object.keys(liquid.tags)) if (!TAGS.includes(tag)) delete liquid.tags[tag]
  delete liquid.filters.raw
  return { liquid, read: remembered(template => parse(liquid, template)) }
}

function parse(liquid: Liquid, template: string): Parsed {
  const parsed = liquid.parse(template)
  const named = Object.values(liquid.analyzeSync(parsed).globals)
    .flat()
    .map(variable => {
      const name = String(variable)
      return { name, path: name.split('.'), line: variable.location.row }
    })
  return { parsed, named }
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
