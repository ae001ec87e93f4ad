/** Messages that came in, as lines for people. */
import type { ListedMail } from '../../app/inbox/list-inbox.ts'
import { SUGGESTION_STATES, TIED_BY } from '../../words/inbox-words.ts'
import { COLON, dateText, type Language, phrases, SEPARATOR } from '../../words/language.ts'
import { MESSAGE_CLASSES, SUGGESTIONS } from '../../words/reply-words.ts'
import { suggestionText } from './message-lines.ts'

const PHRASES = phrases(
  {
    none: 'Rien à lire : aucun message n’attend.',
    noCase: 'sans dossier',
    sender: 'De',
    subject: 'Objet',
    case: 'Dossier',
    failed: 'Adresse',
    absent: (date: string) => `absent jusqu’au ${date}`,
    read: 'lu',
    suggestions: 'Propositions',
    assign: (id: string) => `« quittance inbox assign ${id} DEBITEUR » le rattache à un dossier.`,
    decide: (id: string) =>
      `« quittance inbox accept ${id} N » ou « refuse ${id} N » décide ; « inbox done ${id} » : lu.`,
  },
  {
    none: 'Nothing to read: no message waits.',
    noCase: 'no case',
    sender: 'From',
    subject: 'Subject',
    case: 'Case',
    failed: 'Address',
    absent: date => `away until ${date}`,
    read: 'read',
    suggestions: 'Suggestions',
    assign: id => `"quittance inbox assign ${id} DEBTOR" ties it to a case.`,
    decide: id => `"quittance inbox accept ${id} N" or "refuse ${id} N" decides; "inbox done ${id}": read.`,
  },
)

const FIRST_WORDS = 72

export function inboxText(messages: readonly ListedMail[], language: Language): string {
  if (messages.length === 0) return PHRASES[language].none
  return messages.map(mail => summary(mail, language)).join('\n')
}

/** Two lines: what it is and whose; its first words, and what they suggest. */
function summary(mail: ListedMail, language: Language): string {
  const say = PHRASES[language]
  const kinds = mail.suggestions
    .filter(({ state }) => state === 'proposed')
    .map(({ kind }) => SUGGESTIONS[kind][language])
  const suggested = kinds.length > 0 ? `  → ${kinds.join(SEPARATOR[language])}` : ''
  const what = `${MESSAGE_CLASSES[mail.class][language]}${mail.read ? ` (${say.read})` : ''}`
  return [
    [mail.id, dayOf(mail, language), mail.case ?? say.noCase, senderOf(mail), what].join('  '),
    `      ${firstWords(mail)}${suggested}`,
  ].join('\n')
}

export function mailText(mail: ListedMail, language: Language): string {
  const say = PHRASES[language]
  const line = (name: string, value: string | null) =>
    value === null || value === '' ? [] : [`${name}${COLON[language]}${value}`]
  const tie = mail.tiedBy && `${mail.case} (${mail.debtor}), ${TIED_BY[mail.tiedBy][language]}`
  const failure = [mail.recipient, mail.status, mail.diagnostic].filter(Boolean).join(' — ')
  return [
    `${mail.id}  ${dayOf(mail, language)}  ${MESSAGE_CLASSES[mail.class][language]}`,
    ...line(say.sender, [mail.from.name, mail.from.address].filter(Boolean).join(' — ')),
    ...line(say.subject, mail.subject),
    ...line(say.case, tie ?? say.noCase),
    ...(mail.status || mail.diagnostic ? line(say.failed, failure) : []),
    ...(mail.absentUntil ? [say.absent(dateText(mail.absentUntil, language))] : []),
    ...(mail.newText ? ['', ...mail.newText.split('\n').map(words => `  ${words}`.trimEnd())] : []),
    ...suggestionLines(mail, language),
    ...(mail.case === null ? ['', say.assign(mail.id)] : mail.read ? [] : ['', say.decide(mail.id)]),
  ].join('\n')
}

function suggestionLines({ suggestions }: ListedMail, language: Language): string[] {
  const say = PHRASES[language]
  if (suggestions.length === 0) return []
  return [
    '',
    `${say.suggestions}${COLON[language].trimEnd()}`,
    ...suggestions.flatMap((suggestion, index) => [
      `  ${index + 1}. ${suggestionText(suggestion, language)}`,
      `     ${SUGGESTION_STATES[suggestion.state][language]}${suggestion.recorded ? `${COLON[language]}${suggestion.recorded}` : ''}`,
    ]),
  ]
}

function firstWords({ newText, subject, diagnostic }: ListedMail): string {
  const text = (newText || diagnostic || subject || '–').replace(/\s+/g, ' ').trim()
  return text.length > FIRST_WORDS ? `${text.slice(0, FIRST_WORDS - 1)}…` : text
}

function dayOf({ sentAt, receivedAt }: ListedMail, language: Language): string {
  return dateText((sentAt ?? receivedAt).slice(0, 10), language)
}

function senderOf({ from }: ListedMail): string {
  return from.name ?? from.address ?? '–'
}
