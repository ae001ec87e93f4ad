/** What a person newly wrote → what it may mean, by rules, with its own words as evidence. See docs/replies.md. */
import { type Day, formatDay } from '../../domain/date.ts'
import type { Suggestion, SuggestionParams } from '../../domain/facts/reply.ts'
import { ADDRESS } from '../email-address.ts'
import { ENGLISH_CAUSES } from './reply-causes-en.ts'
import { FRENCH_CAUSES } from './reply-causes-fr.ts'
import { ENGLISH_DISPUTES } from './reply-disputes-en.ts'
import { FRENCH_DISPUTES } from './reply-disputes-fr.ts'
import { ENGLISH_MEANS } from './reply-means-en.ts'
import { FRENCH_MEANS } from './reply-means-fr.ts'
import { ENGLISH_MONEY } from './reply-money-en.ts'
import { FRENCH_MONEY } from './reply-money-fr.ts'
import { PREVAILS, type Rule } from './reply-rules.ts'
import { type Sentence, sentencesOf } from './reply-sentences.ts'
import { isThanksOnly } from './reply-thanks.ts'
import { saidAmounts } from './stated-amount.ts'
import { type Direction, type SaidDay, saidDays } from './stated-day.ts'

const RULES: readonly Rule[] = [
  ...FRENCH_DISPUTES,
  ...ENGLISH_DISPUTES,
  ...FRENCH_MONEY,
  ...ENGLISH_MONEY,
  ...FRENCH_CAUSES,
  ...ENGLISH_CAUSES,
  ...FRENCH_MEANS,
  ...ENGLISH_MEANS,
]

/** What comes with a day and an amount. */
const OF_MONEY: readonly Suggestion['kind'][] = ['promise', 'plan-request', 'already-paid']

/** `at`: where the rule's words stand in the sentence. */
type Hit = { rule: Rule; at: number; sentence: Sentence; next: Sentence | undefined }

/** `sentOn`: the writer's day, from which « vendredi » is counted; null leaves such days out. */
export function suggestionsOf(newText: string, sentOn: Day | null): Suggestion[] {
  const sentences = sentencesOf(newText)
  const hits = sentences.flatMap((sentence, place) => hitsOf(sentence, sentences[place + 1], sentOn))
  const suggestions = merged(hits.map(hit => suggestionOf(hit, sentOn)))
  if (suggestions.length > 0 || !isThanksOnly(sentences.map(({ plain }) => plain))) return suggestions
  return [{ kind: 'thanks-only', evidence: newText, params: {} }]
}

function hitsOf(sentence: Sentence, next: Sentence | undefined, sentOn: Day | null): Hit[] {
  const { plain, asksFrom } = sentence
  if (UNSAID.test(plain)) return []
  const hits = RULES.flatMap(rule => {
    const at = placeOf(rule.says, plain)
    if (at === null || (asksFrom !== null && at >= asksFrom && !rule.asked)) return []
    if ((rule.needs && !rule.needs.test(plain)) || rule.unless?.test(plain)) return []
    if (rule.dated && daysAhead(plain, sentOn).length === 0) return []
    return [{ rule, at, sentence, next }]
  })
  const said = new Set(hits.flatMap(({ rule }) => [rule.kind, rule.params?.reason]))
  return hits.filter(
    ({ rule }) => !PREVAILS.some(([first, second]) => second === rule.kind && said.has(first)),
  )
}

/** What somebody never said is not said now either. */
const UNSAID =
  /\bn'(?:ai|avons|a) (?:jamais|pas) (?:dit|pretendu|ecrit|affirme)\b|\bne (?:dis|disons|pretends|pretendons) pas (?:que|qu')|\b(?:never|not|n't) (?:say|said|saying|claim(?:ed|ing)?)\b/

/** The first place where one of the words stands. */
function placeOf(says: readonly RegExp[], plain: string): number | null {
  const places = says.map(words => plain.search(words)).filter(at => at !== -1)
  return places.length === 0 ? null : Math.min(...places)
}

function suggestionOf({ rule, at, sentence, next }: Hit, sentOn: Day | null): Suggestion {
  const { kind, params = {} } = rule
  const found: SuggestionParams = { ...params }
  if (OF_MONEY.includes(kind) && !rule.undated) {
    const direction = kind === 'already-paid' ? 'back' : 'ahead'
    const date = dayOf(sentence, at, sentOn, direction) ?? (next && shortDay(next, sentOn, direction))
    if (date) found.date = formatDay(date)
    const amount = nearestAfter(saidAmounts(sentence.plain), at)
    if (amount) found.amountCents = amount.cents
  }
  if (kind === 'wrong-contact') {
    const address = ADDRESS.exec(sentence.text)?.[0] ?? (next && ADDRESS.exec(next.text)?.[0])
    if (address) found.email = address.replace(/\.$/, '')
  }
  return { kind, evidence: sentence.text, params: found }
}

function daysAhead(plain: string, sentOn: Day | null): SaidDay[] {
  return saidDays(plain, sentOn, 'ahead').filter(({ day }) => sentOn === null || day >= sentOn)
}

/** After the words of the rule, else before them: « la facture de janvier sera payée vendredi ». */
function dayOf({ plain }: Sentence, at: number, sentOn: Day | null, direction: Direction): Day | null {
  const days =
    direction === 'ahead'
      ? daysAhead(plain, sentOn)
      : saidDays(plain, sentOn, 'back').filter(({ day }) => sentOn === null || day <= sentOn)
  return nearestAfter(days, at)?.day ?? null
}

/** « Je vous paie. Vendredi sans faute. » */
function shortDay(next: Sentence, sentOn: Day | null, direction: Direction): Day | null {
  return next.plain.length <= 40 ? dayOf(next, 0, sentOn, direction) : null
}

function nearestAfter<Found extends { start: number }>(
  found: readonly Found[],
  at: number,
): Found | undefined {
  return found.find(({ start }) => start >= at) ?? found.at(-1)
}

/** One of a kind, and of a dispute's reason: the one that says most, or else came first. */
function merged(suggestions: readonly Suggestion[]): Suggestion[] {
  const kept = new Map<string, Suggestion>()
  const hasReason = suggestions.some(({ params }) => params.reason !== undefined && params.reason !== 'other')
  for (const suggestion of suggestions) {
    if (hasReason && suggestion.params.reason === 'other') continue
    const key = [suggestion.kind, suggestion.params.reason, suggestion.params.missing].join(' ')
    const other = kept.get(key)
    if (!other || weight(suggestion) > weight(other)) kept.set(key, suggestion)
  }
  return [...kept.values()]
}

function weight({ params }: Suggestion): number {
  return Object.keys(params).length
}
