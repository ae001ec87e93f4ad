import { expect, test } from 'vitest'
import type { Reason, ReasonCode } from '../domain/reason.ts'
import * as bankWords from './bank-words.ts'
import * as claimWords from './claim-words.ts'
import * as contactWords from './contact-words.ts'
import { amountText, counted, dateText, LANGUAGES, languageOf, percentText } from './language.ts'
import { REASONS, reasonSentence } from './reasons.ts'
import * as refusalWords from './refusal-words.ts'
import * as words from './words.ts'

const everyList = { ...words, ...bankWords, ...claimWords, ...contactWords, ...refusalWords }

/** Every parameter that a reason may have; a sentence uses those of its own. */
const PARAMS: Reason['params'] = {
  item: 'F-1',
  items: 2,
  days: 9,
  step: 'j7',
  plannedOn: '2026-03-02',
  on: '2026-03-06',
  by: '2026-03-02',
  cents: 123_456,
  channel: 'email',
  action: '12-3',
  task: 'fix-contact',
}

test.each(Object.entries(everyList))('%s: every code has words in both languages', (_name, list) => {
  for (const phrase of Object.values(list)) {
    for (const language of LANGUAGES) expect(phrase[language]).toMatch(/\S/)
    expect(Object.keys(phrase)).toEqual(LANGUAGES)
  }
})

test.each(Object.keys(REASONS) as ReasonCode[])('%s is a whole sentence in both languages', code => {
  for (const language of LANGUAGES) {
    const sentence = reasonSentence({ code, params: PARAMS }, language)
    expect(sentence).toMatch(/\S/)
    expect(sentence).not.toMatch(/undefined|null|NaN|\[object|2026-/)
  }
})

test('reasons in each language', () => {
  const said = (code: ReasonCode) =>
    LANGUAGES.map(language => reasonSentence({ code, params: PARAMS }, language))
  expect(said('overdue')).toEqual(['F-1 échue depuis 9 j', 'F-1 9 days overdue'])
  expect(said('waits-for-step')).toEqual(['prochaine étape j7 le 06/03/2026', 'next step j7 on 6 Mar 2026'])
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
