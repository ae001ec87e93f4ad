import type { Day } from '../../domain/date.ts'
import type { DebtorKind } from '../../domain/debtor.ts'
import type { Country } from '../../domain/law/country.ts'
import type { StepText } from '../../domain/law/texts.ts'
import type { TextPart, WordingLaw } from '../../domain/law/wording-law.ts'
import { smsLength } from '../../domain/organisation/sms-text.ts'
import type { TextKey } from '../../domain/organisation/text-key.ts'
import { isRendered, MEDIA, renderMessage } from '../email/message.ts'
import { type Finding, guardText, type Unguarded } from '../guard/wording-guard.ts'
import type { TemplateFault } from '../template-fault.ts'
import { textsOf, writerOf } from '../text/edited-texts.ts'
import type { MessageInput } from '../text/message-data.ts'
import { textScope } from '../text/text-scope.ts'
import {
  agencyPartOf,
  barestMessage,
  type ShippedMessage,
  sampleMessage,
  shippedMessages,
} from './sample-message.ts'

/** What keeps a text from being used (`error`), or is worth a second look. `line`: from 1, in its part. */
export type TextProblem = {
  readonly severity: 'error' | 'warning'
  readonly part: TextPart
  readonly line: number | null
  /** To whom the text says it; null: to anybody. */
  readonly kind: DebtorKind | null
  readonly about:
    | { readonly code: 'template'; readonly fault: TemplateFault }
    | { readonly code: 'wording'; readonly finding: Finding }
    | { readonly code: 'sms-too-long'; readonly characters: number; readonly parts: number }
    /** A letter that does not say where its heading ends: the page would show both parties twice. */
    | { readonly code: 'no-opening' }
    | { readonly code: 'unknown-step' }
}

type Asked = Parameters<typeof sampleMessage>[0]

/**
 * Reads a text as every debtor whom it may reach would get it, at each stage where its step stands: in full, and with
 * nothing but what no message can do without. A text without a problem of severity `error` may be used.
 */
export function judgeText(country: Country, key: TextKey, text: StepText, today: Day): TextProblem[] {
  const uses = usesOf(country, key)
  if (uses.length === 0) {
    return [{ severity: 'error', part: 'body', line: null, kind: null, about: { code: 'unknown-step' } }]
  }
  const found = new Map<string, TextProblem>()
  for (const use of uses) {
    const asked: Asked = { ...use, agency: agencyPartOf(country, use) }
    for (const input of [sampleMessage(asked, today), barestMessage(asked, today)]) {
      for (const problem of problemsFor(country, text, use, asked, input)) {
        const id = JSON.stringify({ ...problem, kind: null })
        const same = found.get(id)
        found.set(id, same && same.kind !== problem.kind ? { ...problem, kind: null } : problem)
        if (isWhole(problem)) return [{ ...problem, kind: null }]
      }
    }
  }
  return [...found.values()]
}

/** A fault of the template itself, whoever reads it: nothing else can be said of it. */
function isWhole({ about }: TextProblem): boolean {
  return about.code === 'template' && about.fault.code !== 'missing-value'
}

/** What the guard says of a text for this reader. */
export function guardAs(
  text: StepText,
  asked: Asked,
  input: MessageInput,
  law: WordingLaw,
): readonly Finding[] | Unguarded {
  const { kind, stage, language, agency } = asked
  const where = { kind, stage, language, agency, medium: MEDIA[asked.channel] }
  return guardText(text, textScope(input, language), where, law)
}

/** Whether a scenario has a message that says this text. */
export function isUsed(country: Country, key: TextKey, scenario: string): boolean {
  return usesOf(country, key).some(use => use.scenario === scenario)
}

/** Each message that the text would say, whatever the scenario. */
function usesOf(country: Country, { writer, step, medium, language, kind }: TextKey): ShippedMessage[] {
  return shippedMessages(country).filter(
    shipped =>
      writerOf(country, shipped.scenario) === writer &&
      shipped.step === step &&
      shipped.medium === medium &&
      shipped.language === language &&
      (kind === 'any' || shipped.kind === kind),
  )
}

const OPENING = /\{\{-?\s*opening\s*-?\}\}/

function problemsFor(
  country: Country,
  text: StepText,
  use: ShippedMessage,
  asked: Asked,
  input: MessageInput,
): TextProblem[] {
  const { kind, step, language, medium } = use
  const findings = guardAs(text, asked, input, country.wording)
  if ('missing' in findings) {
    const { part, fault } = findings
    return [{ severity: 'error', part, line: fault.line, kind, about: { code: 'template', fault } }]
  }
  const wording = findings.map(
    (finding): TextProblem => ({
      severity: finding.severity,
      part: finding.part,
      line: finding.line,
      kind,
      about: { code: 'wording', finding },
    }),
  )
  if (medium === 'letter' && !OPENING.test(text.body)) {
    const about = { code: 'no-opening' } as const
    return [...wording, { severity: 'warning', part: 'body', line: null, kind, about }]
  }
  if (medium !== 'sms' || wording.some(({ severity }) => severity === 'error')) return wording
  const shipped = textsOf(country, use.scenario)
  const texts = { ...shipped, [language]: { ...shipped[language], [step]: { sms: text } } }
  const message = renderMessage(input, country, texts)
  const size = isRendered(message) ? smsLength(message.text) : { length: 0, parts: 1 }
  if (size.parts === 1) return wording
  const about = { code: 'sms-too-long', characters: size.length, parts: size.parts } as const
  return [...wording, { severity: 'warning', part: 'body', line: null, kind, about }]
}
