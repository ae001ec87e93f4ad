import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LANGUAGES, type Language, type Phrase } from '../language.ts'
import { IDENTIFIER_FAULTS } from '../problems/identifier-faults.ts'
import { REFUSALS } from '../refusal-words.ts'
import { PAPERS } from '../words.ts'
import { refusedSentence, SENTENCES } from './refused.ts'

type Say = string | ((params: object) => string)

/** Each sentence of a language, under its code and, where it has several, its kind. */
const SAID = { fr: sentencesOf('fr'), en: sentencesOf('en') }

test.each([...SAID.fr.keys()])('%s: whole in both languages, with all that it is given', name => {
  const names = LANGUAGES.map(language => namesSaid(SAID[language].get(name) as Say, language))
  expect(names[1]).toEqual(names[0])
  // By `problem` a file that can't be taken is known.
  expect(names[0]).not.toContain('problem')
})

test('both languages have the same codes and kinds', () => {
  expect([...SAID.en.keys()]).toEqual([...SAID.fr.keys()])
})

test('every code is in one file alone, so that none hides another', async () => {
  const files = readdirSync(import.meta.dirname).filter(name => !/^refused\./.test(name))
  const modules: Record<string, unknown>[] = await Promise.all(files.map(name => import(`./${name}`)))
  const tables = modules
    .flatMap(found => Object.entries(found))
    .filter(([name]) => name.endsWith('_REFUSALS'))
  const codes = tables.flatMap(([, table]) => Object.keys((table as typeof SENTENCES).fr))
  expect(codes.sort()).toEqual(Object.keys(SENTENCES.fr).sort())
})

test('a code by which a case refuses too has kinds alone', () => {
  const shared = Object.entries(SENTENCES.fr).filter(([code]) => code in REFUSALS)
  expect(shared.length).toBeGreaterThan(0)
  expect(shared.filter(([, said]) => typeof said !== 'object')).toEqual([])
})

test('whoever refuses, its own sentence is said', () => {
  const byCase = { refused: 'unknown-item', params: { item: 'F-9', known: ['F-1'] } } as const
  expect(refusedSentence(byCase).en).toBe('F-9 is not in this case (F-1)')
  const byDesk = { refused: 'unknown-item', params: { kind: 'anywhere', item: 'F-9' } } as const
  expect(refusedSentence(byDesk).en).toBe('no invoice F-9')
  const problem = {
    line: 3,
    code: 'bad-bic',
    severity: 'error',
    params: { text: 'AGRI', fault: 'wrong-length' },
  } as const
  expect(refusedSentence({ refused: 'bad-bic', params: { file: 'm.csv', problem } })).toEqual({
    fr: 'm.csv, ligne 3 : BIC « AGRI » : il n’a pas le bon nombre de caractères',
    en: 'm.csv, line 3: BIC "AGRI": its length is wrong',
  })
})

function sentencesOf(language: Language): Map<string, Say> {
  const all = Object.entries(SENTENCES[language]).flatMap(([code, said]) =>
    typeof said === 'object'
      ? Object.entries(said).map(([kind, each]) => [`${code} ${kind}`, each] as const)
      : [[code, said] as const],
  )
  return new Map(all as [string, Say][])
}

/** What is no text of its own, and how each language shows it. */
const GIVEN: Readonly<Record<string, { value: unknown; shown: string | Phrase }>> = {
  known: { value: ['KNOWN-1', 'KNOWN-2'], shown: 'KNOWN-1, KNOWN-2' },
  cases: { value: ['CASE-1', 'CASE-2'], shown: 'CASE-1, CASE-2' },
  debtors: { value: ['DEBTOR-1', 'DEBTOR-2'], shown: 'DEBTOR-1, DEBTOR-2' },
  channels: { value: ['email', 'letter'], shown: 'email, letter' },
  characters: { value: ['北', '京'], shown: '北 京' },
  steps: { value: ['j1', 'j7'], shown: 'j1, j7' },
  waiting: { value: [1, 3], shown: '1, 3' },
  sources: {
    value: ['SOURCE-1', 'SOURCE-2'],
    shown: { fr: 'SOURCE-1 ; SOURCE-2', en: 'SOURCE-1; SOURCE-2' },
  },
  amountCents: { value: 123_456, shown: '1234.56' },
  excessCents: { value: 789, shown: '7.89' },
  rateBps: { value: 1215, shown: { fr: '12,15 %', en: '12.15%' } },
  hours: { value: [[600, 780]], shown: { fr: 'de 10 h à 13 h', en: 'from 10 to 13' } },
  fault: { value: 'wrong-key', shown: IDENTIFIER_FAULTS['wrong-key'] },
  part: { value: 'by', shown: { fr: 'un jour promis', en: 'a promised day' } },
  paper: { value: 'receipt', shown: PAPERS.receipt },
  writer: { value: 'agency', shown: { fr: 'société de recouvrement', en: 'collection agency' } },
  lacks: { value: ['creditor.name'], shown: { fr: 'le nom du créancier', en: "the creditor's name" } },
  findings: {
    value: [{ article: 'L111-8', words: 'frais', part: 'body', line: 3 }],
    shown: { fr: 'L111-8 : « frais » (ligne 3)', en: 'L111-8: "frais" (line 3)' },
  },
  problems: {
    value: [{ line: 3, code: 'bad-bic', severity: 'error', params: { text: 'AGRI', fault: 'wrong-length' } }],
    shown: { fr: 'ligne 3, BIC « AGRI »', en: 'line 3, BIC "AGRI"' },
  },
}

/** The parameters that a sentence reads, each of them found in it. */
function namesSaid(say: Say, language: Language): string[] {
  const names = new Set<string>()
  const params = new Proxy<object>(
    {},
    {
      get(_, name: string) {
        names.add(name)
        return GIVEN[name]?.value ?? name.toUpperCase()
      },
    },
  )
  const sentence = typeof say === 'string' ? say : say(params)
  expect(sentence).toMatch(/\S/)
  for (const name of names) {
    const shown = GIVEN[name]?.shown ?? name.toUpperCase()
    expect(sentence).toContain(typeof shown === 'string' ? shown : shown[language])
  }
  return [...names].sort()
}
