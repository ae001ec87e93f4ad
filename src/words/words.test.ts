import { expect, test } from 'vitest'
import type { Reason, ReasonCode, ReasonParams } from '../domain/reason.ts'
import * as bankWords from './bank-words.ts'
import * as claimWords from './claim-words.ts'
import * as contactWords from './contact-words.ts'
import { amountText, counted, dateText, LANGUAGES, languageOf, percentText } from './language.ts'
import { reasonSentence } from './reasons.ts'
import * as words from './words.ts'

const everyList = { ...words, ...bankWords, ...claimWords, ...contactWords }

const REASON_PARAMS: ReasonParams = {
  overdue: { item: 'F-1', days: 9 },
  'due-soon': { item: 'F-1', days: 9 },
  'step-due': { step: 'j7', plannedOn: '2026-03-02' },
  'account-grouped': { items: 2 },
  'credits-netted': { cents: 123_456 },
  'dispute-excluded': { cents: 123_456 },
  'channel-below-minimum': { channel: 'email' },
  'channel-without-address': { channel: 'email' },
  'channel-failed': { channel: 'email' },
  'agreed-by-person': {},
  'above-maximum': {},
  'first-message': {},
  'call-limit': { channel: 'call' },
  'payment-rejected': { item: 'F-1' },
  'promise-broken': { cents: 123_456, by: '2026-03-02' },
  'case-below-minimum': {},
  'message-under-way': {},
  'not-a-contact-day': { item: 'F-1' },
  'all-settled': {},
  'waits-for-step': { item: 'F-1', step: 'j7', on: '2026-03-06' },
  'waits-for-person': { item: 'F-1', step: 'j7', action: '12-3' },
  'waits-for-task': { item: 'F-1', step: 'j7', task: 'fix-contact' },
  'waits-for-message': { item: 'F-1', step: 'j7', action: '12-3' },
  'contacted-today': { item: 'F-1', step: 'j7' },
  'scenario-finished': { item: 'F-1' },
}
const REASON_EXAMPLES = Object.entries(REASON_PARAMS).map(
  ([code, params]) => [code, { code, params } as Reason] as const,
)

test.each(Object.entries(everyList))('%s: every code has words in both languages', (_name, list) => {
  for (const phrase of Object.values(list)) {
    for (const language of LANGUAGES) expect(phrase[language]).toMatch(/\S/)
    expect(Object.keys(phrase)).toEqual(LANGUAGES)
  }
})

test.each(REASON_EXAMPLES)('%s is a whole sentence in both languages', (_code, reason) => {
  for (const language of LANGUAGES) {
    const sentence = reasonSentence(reason, language)
    expect(sentence).toMatch(/\S/)
    expect(sentence).not.toMatch(/undefined|null|NaN|\[object|2026-/)
  }
})

test('reasons in each language', () => {
  const said = (wanted: ReasonCode) =>
    REASON_EXAMPLES.filter(([code]) => code === wanted).flatMap(([, reason]) =>
      LANGUAGES.map(language => reasonSentence(reason, language)),
    )
  expect(said('overdue')).toEqual(['F-1 échue depuis 9 j', 'F-1 9 days overdue'])
  expect(said('waits-for-step')).toEqual(['prochaine étape j7 le 06/03/2026', 'next step j7 on 6 Mar 2026'])
  expect(said('waits-for-person')[0]).toBe("l'étape j7 attend une personne (action 12-3)")
  expect(said('waits-for-task')[1]).toBe('step j7 waits for a task: find a valid address')
  expect(said('credits-netted')[1]).toBe('€1,234.56 of credit on the account taken off')
})

test('amounts, dates, rates and counts in the form of each language', () => {
  expect(amountText(-123_456n, 'EUR', 'fr')).toBe('−1\u00a0234,56\u00a0€')
  expect(amountText(-123_456n, 'EUR', 'en')).toBe('−€1,234.56')
  expect(amountText(5, 'CHF', 'en')).toBe('CHF\u00a00.05')
  expect(dateText('2026-03-02', 'fr')).toBe('02/03/2026')
  expect(dateText('2026-03-02', 'en')).toBe('2 Mar 2026')
  expect(percentText(1215, 'fr')).toBe('12,15 %')
  expect(percentText(1215, 'en')).toBe('12.15%')
  expect(counted(0, 'dossier', 'dossiers', 'fr')).toBe('0 dossier')
  expect(counted(0, 'case', 'cases', 'en')).toBe('0 cases')
})

test.each([
  ['en_GB.UTF-8', 'en'],
  ['en', 'en'],
  ['en-US,en;q=0.9,fr;q=0.8', 'en'],
  ['fr-FR,fr;q=0.9,en;q=0.8', 'fr'],
  ['C.UTF-8', 'fr'],
  ['de-DE', 'fr'],
  ['', 'fr'],
  [undefined, 'fr'],
])('languageOf(%j) is %s', (text, language) => {
  expect(languageOf(text)).toBe(language)
})
