/**
 * A text as a file that people edit: a few lines between two `---` say which text it is and give its subject, then the
 * text in Liquid and Markdown. Files in French have French names there; both are read.
 */
import type { StepText } from '../../domain/law/texts.ts'
import type { TextKey } from '../../domain/organisation/text-key.ts'
import { LONGEST_TEXT } from '../template.ts'

/** `bodyLine`, `subjectLine`: where they stand in the file, from 1, to say where a fault is. */
export type ReadText = {
  readonly key: TextKey
  readonly text: StepText
  readonly subjectLine: number
  readonly bodyLine: number
}

export type TextFileFault = {
  readonly code:
    | 'no-header'
    | 'unknown-key'
    | 'bad-value'
    | 'twice'
    | 'key-missing'
    | 'empty'
    | 'too-long'
    | 'odd-character'
  /** The key, the value or the character. */
  readonly name: string
  readonly line: number | null
}

type Field = 'writer' | 'step' | 'medium' | 'language' | 'kind' | 'subject'

const FIELDS: Readonly<Record<TextKey['language'], Readonly<Record<Field, string>>>> = {
  fr: {
    writer: 'auteur',
    step: 'étape',
    medium: 'canal',
    language: 'langue',
    kind: 'débiteur',
    subject: 'objet',
  },
  en: {
    writer: 'writer',
    step: 'step',
    medium: 'channel',
    language: 'language',
    kind: 'debtor',
    subject: 'subject',
  },
}

/** What each field may say; a step and a subject are free. */
export const TEXT_CHOICES = {
  writer: ['creditor', 'agency'],
  medium: ['email', 'letter', 'sms', 'call', 'task'],
  language: ['fr', 'en'],
  kind: ['any', 'business', 'consumer', 'public-body'],
} as const satisfies { [Name in Exclude<keyof TextKey, 'step'>]: readonly TextKey[Name][] }

const DEFAULTS: Partial<Record<Field, string>> = { writer: 'creditor', kind: 'any', subject: '' }

/** Control characters, and those by which the program marks its own blocks and values. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const ODD = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069\uE000-\uF8FF\uFFFD⟦⟧]/

export function writeTextFile(key: TextKey, { subject, body }: StepText): string {
  const names = FIELDS[key.language]
  const lines: readonly (readonly [Field, string])[] = [
    ['writer', key.writer],
    ['step', key.step],
    ['medium', key.medium],
    ['language', key.language],
    ['kind', key.kind],
    ['subject', subject],
  ]
  const said = lines.filter(([field, value]) => value !== DEFAULTS[field] || field === 'kind')
  return [
    '---',
    ...said.map(([field, value]) => `${names[field]}: ${value}`),
    '---',
    '',
    `${body.trim()}\n`,
  ].join('\n')
}

export function readTextFile(content: string): ReadText | TextFileFault {
  const text = content
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')
  if (text.length > LONGEST_TEXT || new TextEncoder().encode(text).length > LONGEST_TEXT)
    return { code: 'too-long', name: String(LONGEST_TEXT / 1000), line: null }
  const lines = text.split('\n')
  const odd = lines.findIndex(line => ODD.test(line))
  if (odd >= 0) return { code: 'odd-character', name: codePoint(lines[odd] ?? ''), line: odd + 1 }
  const end = lines.findIndex((line, index) => index > 0 && isRule(line))
  if (!isRule(lines[0] ?? '') || end < 0) return { code: 'no-header', name: '---', line: 1 }
  const fields = readFields(lines.slice(1, end))
  if ('code' in fields) return fields
  const body = lines.slice(end + 1).join('\n')
  if (body.trim() === '') return { code: 'empty', name: '', line: end + 2 }
  const { subject, ...key } = fields.values
  // The cast: each value was checked against its choices.
  return { key: key as TextKey, text: { subject, body }, subjectLine: fields.subjectLine, bodyLine: end + 2 }
}

function readFields(
  lines: readonly string[],
): { values: Record<Field, string>; subjectLine: number } | TextFileFault {
  const values: Partial<Record<Field, string>> = {}
  let subjectLine = 1
  for (const [index, line] of lines.entries()) {
    const at = index + 2
    if (line.trim() === '') continue
    const [, name = line.trim(), value = ''] = /^([^:]+?) *: *(.*?) *$/.exec(line) ?? []
    const field = fieldNamed(name)
    if (!field) return { code: 'unknown-key', name, line: at }
    if (values[field] !== undefined) return { code: 'twice', name, line: at }
    if (!isAllowed(field, value)) return { code: 'bad-value', name: value, line: at }
    values[field] = value
    if (field === 'subject') subjectLine = at
  }
  const { writer = 'creditor', step, medium, language, kind = 'any', subject = '' } = values
  if (!step || !medium || !language) {
    const lacking = !step ? 'step' : !medium ? 'medium' : 'language'
    return { code: 'key-missing', name: FIELDS.fr[lacking], line: 1 }
  }
  return { values: { writer, step, medium, language, kind, subject }, subjectLine }
}

function fieldNamed(name: string): Field | undefined {
  const asked = folded(name)
  return (Object.keys(FIELDS.fr) as Field[]).find(field =>
    [FIELDS.fr[field], FIELDS.en[field]].some(known => folded(known) === asked),
  )
}

/** Whoever types `etape` or `Étape` means the same. */
function folded(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

function isAllowed(field: Field, value: string): boolean {
  if (field === 'subject') return true
  if (field === 'step') return /^[a-z0-9-]{1,40}$/.test(value)
  return (TEXT_CHOICES[field] as readonly string[]).includes(value)
}

function isRule(line: string): boolean {
  return /^---\s*$/.test(line)
}

function codePoint(line: string): string {
  const found = ODD.exec(line)?.[0] ?? ''
  return `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
