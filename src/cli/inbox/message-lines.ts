/** A message that came back, as a person reads it: what it is, what it may mean, and its words. */
import type { NeutralMessage } from '../../app/reading/neutral-message.ts'
import type { Suggestion, SuggestionParams } from '../../domain/facts/reply.ts'
import { amountText, COLON, dateText, type Language } from '../../words/language.ts'
import { DISPUTE_REASONS, MESSAGE_CLASSES, MISSING_PIECES, SUGGESTIONS } from '../../words/reply-words.ts'
import { PROCEDURES } from '../../words/words.ts'

export function messageLines(message: NeutralMessage, language: Language): string[] {
  const { recipient, status, newText, suggestions } = message
  const about = [recipient, status].filter(part => part !== null).join(' ')
  return [
    [MESSAGE_CLASSES[message.class][language], about].filter(part => part !== '').join(COLON[language]),
    ...suggestions.map(suggestion => `→ ${suggestionText(suggestion, language)}`),
    ...(newText ? newText.split('\n').map(line => `| ${line}`.trimEnd()) : []),
  ]
}

/** What it may mean, and the words that say so. */
export function suggestionText({ kind, evidence, params }: Suggestion, language: Language): string {
  const details = paramWords(params, language)
  const said = details.length > 0 ? ` (${details.join(', ')})` : ''
  return `${SUGGESTIONS[kind][language]}${said}${COLON[language]}« ${evidence.replace(/\s+/g, ' ')} »`
}

function paramWords(params: SuggestionParams, language: Language): string[] {
  const { date, amountCents, reason, email, procedure, missing } = params
  return [
    amountCents !== undefined && amountText(amountCents, 'EUR', language),
    date !== undefined && dateText(date, language),
    reason !== undefined && DISPUTE_REASONS[reason][language],
    missing !== undefined && MISSING_PIECES[missing][language],
    procedure !== undefined && PROCEDURES[procedure][language],
    email !== undefined && email,
  ].filter(word => word !== false)
}
