import { payeeOf } from '../../domain/claim/payee.ts'
import type { Language } from '../../domain/language.ts'
import type { Country } from '../../domain/law/country.ts'
import type { CountryTexts, Medium, ScenarioTexts, StepText } from '../../domain/law/texts.ts'
import type { WordingContext } from '../../domain/law/wording-law.ts'
import type { ChannelName } from '../../domain/scenario.ts'
import { type Part, splitAtBlocks } from '../blocks.ts'
import { errorsOf, type Finding, guardText } from '../guard/wording-guard.ts'
import { fillTemplate } from '../template.ts'
import type { MessageInput, TextScope } from '../text/message-data.ts'
import { contradiction, invoiceNumbers, textScope } from '../text/text-scope.ts'
import { typeset } from '../typeset.ts'
import { emailFrame } from './email-frame.ts'
import { toHtml } from './html.ts'
import { toPlainText } from './plain-text.ts'

/**
 * A message ready to go. `html` is a whole page for e-mails and letters, a fragment for what colleagues read (calls,
 * tasks), empty for text messages, which have no subject either.
 */
export type RenderedMessage = {
  readonly language: Language
  readonly subject: string
  readonly text: string
  readonly html: string
  /** The invoices whose PDF goes with it, because its words say so. */
  readonly attached: readonly string[]
  /** The same text before any rendering, its blocks to be drawn: what paper is printed from. */
  readonly parts: readonly Part[]
  /** Of the text, when a person wrote it; null: the one that comes with the program. */
  readonly textVersion: number | null
  /** What a person should look at, without it keeping the message from leaving. */
  readonly warnings: readonly Finding[]
}

/** The refusal to write half a message: the name of what is missing, and why in a sentence. */
export type Unrendered = {
  readonly missing: string
  readonly detail: string
  /** What the wording guard found, when `missing` is `lawful-wording`. */
  readonly findings?: readonly Finding[]
}

type Written = Omit<RenderedMessage, 'warnings' | 'attached' | 'textVersion'>

/** What a step says to this contact, in their language, or the first thing that keeps it from being said. */
export function renderMessage(
  input: MessageInput,
  country: Pick<Country, 'texts' | 'wording'>,
  texts: ScenarioTexts = country.texts.steps.creditor,
): RenderedMessage | Unrendered {
  const language = country.texts.languageFor(input.contact.language)
  const medium = MEDIA[input.channel]
  const text = texts[language][input.step]?.[medium]
  if (!text) return { missing: 'text', detail: `no text for ${input.step}, ${medium}, ${language}` }
  const wrong = contradiction(input)
  if (wrong !== null) return { missing: wrong, detail: `${wrong} contradicts the items listed` }
  if (mustSayHowToPay(input) && !payeeOf(input.payee, input.agency, input.creditor).iban)
    return { missing: 'creditor.iban', detail: 'no account to pay on' }
  const scope = textScope(input, language)
  const written =
    medium === 'sms'
      ? renderSms(text, scope, language)
      : renderPage(text, input, scope, medium, country.texts, language)
  if ('missing' in written) return written
  const attached = medium === 'email' ? copies(text, written.text, input) : []
  if (attached === null)
    return { missing: 'attachments', detail: 'the text says that something is attached, and nothing is' }
  const findings = guardText(text, scope, wordingContext(input, medium, language), country.wording)
  if ('missing' in findings) return findings
  const errors = errorsOf(findings)
  return errors.length > 0
    ? unlawful(errors)
    : { ...written, attached, textVersion: text.version ?? null, warnings: findings }
}

/**
 * The invoices that go with an e-mail. A text that asks what is attached says what is, and what isn't; any other that
 * promises the copies promises them all. Null when it promises what there is not.
 */
function copies({ body }: StepText, written: string, input: MessageInput): readonly string[] | null {
  const attached = input.documents?.attached ?? []
  const isPromised = PROMISES_ATTACHMENT.test(written)
  if (/\battachments\b/.test(body)) return isPromised && attached.length === 0 ? null : attached
  if (!isPromised) return []
  return attached.length === invoiceNumbers(input).length ? attached : null
}

/** Whoever wrote the text, it never promises what doesn't come with it. */
const PROMISES_ATTACHMENT = /pi[èe]ces?[\s\u00A0]+jointes?|ci-joint|\battached\b|\benclosed\b/i

/** A formal notice, or the letter of CPCE R124-4 (4°). */
function mustSayHowToPay({ stage, reference, agency }: MessageInput): boolean {
  return stage === 'formal-notice' || (agency !== undefined && reference !== undefined)
}

export function unlawful(errors: readonly Finding[]): Unrendered {
  const detail = errors
    .map(({ article, words, part, line }) => {
      const place = `${part === 'subject' ? 'objet' : 'corps'}${line === null ? '' : `, ligne ${line}`}`
      return line === null ? `${article} : il manque « ${words} »` : `${article} : « ${words} » (${place})`
    })
    .join(' ; ')
  return { missing: 'lawful-wording', detail, findings: errors }
}

function wordingContext(input: MessageInput, medium: Medium, language: Language): WordingContext {
  const ofAgency = input.reference === undefined ? 'later' : 'first-letter'
  return {
    kind: input.debtor.kind,
    stage: input.stage,
    medium,
    language,
    agency: input.agency ? ofAgency : null,
  }
}

export function isRendered(message: RenderedMessage | Unrendered): message is RenderedMessage {
  return !('missing' in message)
}

export const MEDIA: Readonly<Record<ChannelName, Medium>> = {
  email: 'email',
  letter: 'letter',
  'registered-letter': 'letter',
  sms: 'sms',
  call: 'call',
  task: 'task',
}

function renderPage(
  { subject, body }: StepText,
  input: MessageInput,
  scope: TextScope,
  medium: Medium,
  texts: CountryTexts,
  language: Language,
): Written | Unrendered {
  const filledSubject = fillTemplate(typeset(subject, texts, language), scope, 'plain')
  if (typeof filledSubject !== 'string') return filledSubject
  const filled = fillTemplate(typeset(body, texts, language), scope, 'markdown')
  if (typeof filled !== 'string') return filled
  const parts = splitAtBlocks(filled)
  const html = toHtml(parts, input, texts, language)
  const isFramed = medium === 'email' || medium === 'letter'
  return {
    language,
    subject: filledSubject,
    text: toPlainText(parts, input, texts, language),
    html: isFramed
      ? emailFrame(filledSubject, input.agency?.name ?? input.creditor.name, html, language)
      : html,
    parts,
  }
}

/** Ordinary spaces: a no-break space would halve the length that one text message can have. */
function renderSms({ body }: StepText, scope: TextScope, language: Language): Written | Unrendered {
  const text = fillTemplate(body, scope, 'plain')
  if (typeof text !== 'string') return text
  return { language, subject: '', text: text.replace(/\u00A0/g, ' ').trim(), html: '', parts: [] }
}
