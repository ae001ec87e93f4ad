/** The records of a JSON answer, whatever it wraps them in, or of a file with one record a line. */
export type JsonObject = Record<string, unknown>
export type JsonRecord = { line: number; record: JsonObject }

/** `line` is the place: that of the line, or the rank of the record in the document. */
export type JsonRecords = {
  records: JsonRecord[]
  faulty: { line: number; why: 'bad-json' | 'not-an-object' }[]
}

/** Null when the text is no JSON at all. */
export function readJsonRecords(text: string): JsonRecords | null {
  const whole = parse(text)
  if (whole !== undefined) return inDocument(whole)
  const lines = text
    .split(/\r\n?|\n/)
    .map((content, index) => ({ content: content.trim(), line: index + 1 }))
    .filter(({ content }) => content !== '')
  const read = lines.map(({ content, line }) => ({ line, value: parse(content) }))
  if (!read.some(({ value }) => asObject(value))) return null
  return sorted(read)
}

/** An object, or an object written as JSON text inside another, as open-data platforms do. */
export function asObject(value: unknown): JsonObject | null {
  const found = typeof value === 'string' && /^\s*\{/.test(value) ? parse(value) : value
  return found !== null && typeof found === 'object' && !Array.isArray(found) ? (found as JsonObject) : null
}

/** One thing or several, or the JSON text of either. */
export function asList(value: unknown): unknown[] {
  if (typeof value === 'string' && /^\s*\[/.test(value)) {
    const found = parse(value)
    return Array.isArray(found) ? found : [value]
  }
  if (Array.isArray(value)) return value
  return value === null || value === undefined ? [] : [value]
}

/** Text and numbers as trimmed text, anything else as nothing. */
export function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}

/** A record alone, a list, or `{results: […]}`, `{records: […]}`. */
function inDocument(document: unknown): JsonRecords {
  const wrapped = asObject(document)
  const list = wrapped?.results ?? wrapped?.records ?? document
  const values = Array.isArray(list) ? list : [list]
  return sorted(values.map((value, index) => ({ line: index + 1, value })))
}

function sorted(values: readonly { line: number; value: unknown }[]): JsonRecords {
  const records: JsonRecord[] = []
  const faulty: JsonRecords['faulty'] = []
  for (const { line, value } of values) {
    const record = unwrapped(value)
    if (record) records.push({ line, record })
    else faulty.push({ line, why: value === undefined ? 'bad-json' : 'not-an-object' })
  }
  return { records, faulty }
}

/** `{record: {fields: …}}` and `{fields: …}` are envelopes of the same record. */
function unwrapped(value: unknown): JsonObject | null {
  const outer = asObject(value)
  const inner = asObject(outer?.record) ?? outer
  return asObject(inner?.fields) ?? inner
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
