import { LiquidError } from 'liquidjs'

/** What is wrong with a template. `line` counts from 1 in the template; null when the whole of it is at fault. */
export type TemplateFault = {
  readonly code:
    | 'unknown-variable'
    | 'missing-value'
    | 'unknown-tag'
    | 'unknown-filter'
    | 'unclosed'
    | 'unreadable'
    | 'too-heavy'
  /** The variable, tag or filter; what was left open; or the engine's own words. */
  readonly name: string
  readonly line: number | null
}

/** The engine's own words for each fault, up to the place that it adds. */
const FAULTS: readonly [RegExp, TemplateFault['code']][] = [
  [/undefined variable: ([\w.]+)/, 'missing-value'],
  [/tag "(.*?)" not found/, 'unknown-tag'],
  [/undefined filter: (\w+)/, 'unknown-filter'],
  [/(?:tag|output) "?(.*?)"? not closed/s, 'unclosed'],
  [/(?:parse length|template render|memory alloc) limit exceeded/, 'too-heavy'],
]

/** What the template engine refused, while reading or while filling in. */
export function templateFault(error: Error): TemplateFault {
  const line = error instanceof LiquidError ? (error.token?.getPosition()[0] ?? null) : null
  for (const [pattern, code] of FAULTS) {
    const found = pattern.exec(error.message)
    if (found) return { code, name: found[1] ?? '', line }
  }
  return { code: 'unreadable', name: error.message.replace(/, line:\d+, col:\d+$/, ''), line }
}
