import type { StepText } from '../../domain/law/texts.ts'
import type { TextPart, WordingContext, WordingLaw, WordingRule } from '../../domain/law/wording-law.ts'
import { isBlock } from '../blocks.ts'
import { fillTemplate, type Unfilled } from '../template.ts'

/** What a text says against the law, or fails to say. `line` is that of the text as written, from 1; null: nowhere. */
export type Finding = {
  readonly rule: string
  readonly article: string
  readonly severity: 'error' | 'warning'
  /** As found; for a mention that is missing, its name. */
  readonly words: string
  readonly part: TextPart
  readonly line: number | null
}

/** A text that can't be read, and which part of it. */
export type Unguarded = Unfilled & { readonly part: TextPart }

/**
 * Reads a text as this reader would get it, its own words only: whatever is merged (a name, an amount) is masked, and
 * what a condition leaves out is not read. Errors keep the message from leaving; warnings are shown.
 */
export function guardText(
  text: StepText,
  scope: object,
  where: WordingContext,
  law: WordingLaw,
): readonly Finding[] | Unguarded {
  const key = `${shapeOf(scope)} ${Object.values(where)}`
  const byText = judged.get(law) ?? new WeakMap<StepText, Map<string, readonly Finding[]>>()
  judged.set(law, byText)
  const judgements = byText.get(text) ?? new Map<string, readonly Finding[]>()
  const known = judgements.get(key)
  if (known) return known
  const findings = judge(text, masked(scope, '') as object, where, law)
  if ('missing' in findings) return findings
  if (judgements.size >= REMEMBERED) judgements.clear()
  byText.set(text, judgements.set(key, findings))
  return findings
}

/** With its values masked a wording is the same for thousands of messages: it is judged once, as long as there are not too many. */
const judged = new WeakMap<WordingLaw, WeakMap<StepText, Map<string, readonly Finding[]>>>()
const REMEMBERED = 500

/** All of a scope that its mask keeps: which names have a value, blocks, numbers and conditions. */
function shapeOf(value: unknown): string {
  if (typeof value === 'string') return isBlock(value) ? value : '$'
  if (typeof value !== 'object' || value === null) return String(value)
  let shape = ''
  for (const key in value) shape += `${key}:${shapeOf((value as Record<string, unknown>)[key])},`
  return `{${shape}}`
}

function judge(
  text: StepText,
  masked: object,
  where: WordingContext,
  law: WordingLaw,
): readonly Finding[] | Unguarded {
  const subject = fillTemplate(text.subject, masked, 'plain')
  if (typeof subject !== 'string') return { ...subject, part: 'subject' }
  const body = fillTemplate(text.body, masked, 'plain')
  if (typeof body !== 'string') return { ...body, part: 'body' }
  return [
    ...forbidden('subject', subject, text.subject, where, law),
    ...forbidden('body', body, text.body, where, law),
    ...missingMentions(body, where, law),
  ]
}

export function errorsOf(findings: readonly Finding[]): Finding[] {
  return findings.filter(finding => finding.severity === 'error')
}

/** Each value by its own name between brackets that no template has reason to use; numbers and conditions as they are. */
function masked(value: unknown, path: string): unknown {
  if (typeof value === 'string') return isBlock(value) ? `⟦${value.slice(1, -1)}⟧` : `⟦${path}⟧`
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, masked(inner, path === '' ? key : `${path}.${key}`)]),
  )
}

function forbidden(
  part: TextPart,
  filled: string,
  template: string,
  where: WordingContext,
  law: WordingLaw,
): Finding[] {
  const read = withoutQuotations(folded(filled), law.quoted(where))
  return law.rules
    .filter(rule => concerns(rule, part, where))
    .flatMap(rule =>
      rule.words.flatMap(words =>
        [...read.matchAll(pattern(words))].map(match => {
          const found = filled.slice(match.index, match.index + match[0].length)
          return {
            rule: rule.id,
            article: rule.article,
            severity: rule.severity,
            words: found.replace(/\s+/g, ' '),
            part,
            line: lineOf(found, template) ?? lineAt(filled, match.index),
          }
        }),
      ),
    )
}

function concerns(rule: WordingRule, part: TextPart, where: WordingContext): boolean {
  const { kinds, stages, media, parts, language } = rule
  return (
    (!kinds || kinds.includes(where.kind)) &&
    (!stages || stages.includes(where.stage)) &&
    (!media || media.includes(where.medium)) &&
    (!parts || parts.includes(part)) &&
    (!language || language === where.language)
  )
}

function missingMentions(body: string, where: WordingContext, law: WordingLaw): Finding[] {
  const read = folded(body)
  return law.mentions
    .filter(mention => mention.isNeeded(where))
    .filter(({ words, literally }) =>
      literally === undefined
        ? !words?.some(word => pattern(word).test(read))
        : !quotation(literally).test(read),
    )
    .map(({ id, article }) => ({
      rule: 'missing-mention',
      article,
      severity: 'error',
      words: id,
      part: 'body',
      line: null,
    }))
}

/** What the law itself says is not judged. Same length, so places hold. */
function withoutQuotations(read: string, passages: readonly string[]): string {
  return passages.reduce(
    (left, passage) => left.replace(quotation(passage), quoted => ' '.repeat(quoted.length)),
    read,
  )
}

function quotation(passage: string): RegExp {
  return pattern(folded(passage).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
}

const patterns = new Map<string, RegExp>()

function pattern(words: string): RegExp {
  let made = patterns.get(words)
  if (!made) {
    made = new RegExp(words.replaceAll(' ?', '\\s*').replaceAll(' ', '\\s+'), 'g')
    patterns.set(words, made)
  }
  made.lastIndex = 0
  return made
}

/** Lower case, without accents or emphasis, straight apostrophes: one character for each, so that places hold. */
function folded(text: string): string {
  let all = ''
  for (const character of text.normalize('NFC')) {
    const code = character.charCodeAt(0)
    all += code < PLAIN.length ? PLAIN[code] : foldedCharacter(character)
  }
  return all
}

function foldedCharacter(character: string): string {
  if (character === '’' || character === 'ʼ') return "'"
  if (/[\s\u00A0\u202F*_]/.test(character)) return ' '
  if (character === '‑' || character === '–') return '-'
  const plain = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.length === character.length ? plain : character
}

/** The first characters, by their code: most of any text. */
const PLAIN = Array.from({ length: 256 }, (_, code) => foldedCharacter(String.fromCharCode(code)))

function lineOf(found: string, template: string): number | null {
  const index = template.indexOf(found)
  return index < 0 ? null : lineAt(template, index)
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length
}
