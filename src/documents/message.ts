import { amiableB2bTexts } from '../countries/fr/texts/amiable-b2b.ts'
import type { Language, Medium, ScenarioTexts, StepText } from '../countries/fr/texts/step-text.ts'
import { frenchSpaces } from '../countries/fr/texts/typography.ts'
import type { ChannelName } from '../domain/scenario.ts'
import { splitAtBlocks } from './blocks.ts'
import { emailFrame } from './email-frame.ts'
import { toHtml } from './html.ts'
import type { MessageInput } from './message-data.ts'
import { toPlainText } from './plain-text.ts'
import { fillTemplate } from './template.ts'
import { contradiction, textScope } from './text-scope.ts'
import { languageOf } from './wording.ts'

/** What the steps of a scenario say. The agency's messages wait for the mentions that CPCE R124-4 makes mandatory. */
export function textsOf(scenarioId: string): ScenarioTexts {
  return scenarioId === 'agency' ? { fr: {}, en: {} } : amiableB2bTexts
}

/**
 * A message ready to go. `html` is a whole page for e-mails and letters, a fragment for what colleagues read (calls,
 * tasks), empty for text messages, which have no subject either.
 */
export type RenderedMessage = {
  readonly language: Language
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** The refusal to write half a message: the name of what is missing, and why in a sentence. */
export type Unrendered = { readonly missing: string; readonly detail: string }

/** What a step says to this contact, in their language, or the first thing that keeps it from being said. */
export function renderMessage(
  input: MessageInput,
  texts: ScenarioTexts = amiableB2bTexts,
): RenderedMessage | Unrendered {
  const language = languageOf(input.contact.language)
  const medium = MEDIA[input.channel]
  const text = texts[language][input.step]?.[medium]
  if (!text) return { missing: 'text', detail: `no text for ${input.step}, ${medium}, ${language}` }
  const wrong = contradiction(input)
  if (wrong !== null) return { missing: wrong, detail: `${wrong} contradicts the items listed` }
  return medium === 'sms' ? renderSms(text, input, language) : renderPage(text, input, medium, language)
}

export function isRendered(message: RenderedMessage | Unrendered): message is RenderedMessage {
  return !('missing' in message)
}

const MEDIA: Readonly<Record<ChannelName, Medium>> = {
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
  medium: Medium,
  language: Language,
): RenderedMessage | Unrendered {
  const scope = textScope(input, language)
  const inLanguage = language === 'fr' ? frenchSpaces : (template: string) => template
  const filledSubject = fillTemplate(inLanguage(subject), scope, 'plain')
  if (typeof filledSubject !== 'string') return filledSubject
  const filled = fillTemplate(inLanguage(body), scope, 'markdown')
  if (typeof filled !== 'string') return filled
  const parts = splitAtBlocks(filled)
  const html = toHtml(parts, input, language)
  const isFramed = medium === 'email' || medium === 'letter'
  return {
    language,
    subject: filledSubject,
    text: toPlainText(parts, input, language),
    html: isFramed ? emailFrame(filledSubject, input.creditor.name, html, language) : html,
  }
}

/** Ordinary spaces: a no-break space would halve the length that one text message can have. */
function renderSms(
  { body }: StepText,
  input: MessageInput,
  language: Language,
): RenderedMessage | Unrendered {
  const text = fillTemplate(body, textScope(input, language), 'plain')
  if (typeof text !== 'string') return text
  return { language, subject: '', text: text.replace(/\u00A0/g, ' ').trim(), html: '' }
}
