import { expect, test } from 'vitest'
import { france } from '../countries/fr/country.ts'
import { parseFact } from '../domain/story/fact-text.ts'
import { replay } from '../domain/story/replay.ts'
import { parseStory } from '../domain/story/story.ts'
import { factProblemSentence, storyProblemSentence } from './story-words.ts'

test.each([
  [
    'payer 400',
    'fait inconnu « payer » ; faits connus : invoice, credit, pay',
    'unknown fact "payer"; known',
  ],
  [
    ' pay douze ',
    '« pay douze » ne se lit pas ; forme attendue : pay AMOUNT [ITEM…]',
    '"pay douze" cannot be read; expected form: pay AMOUNT [ITEM…]',
  ],
])('%s is no fact', (text, fr, en) => {
  const problem = parseFact(text)
  if (!('problem' in problem)) throw new Error(`a fact: ${text}`)
  const sentence = factProblemSentence(problem)
  expect(sentence.fr).toContain(fr)
  expect(sentence.en).toContain(en)
})

test('every line that is wrong is said, in both languages', () => {
  const story = parseStory(
    [
      'debtor X',
      'contact',
      'setting minimum beaucoup',
      'payer 3',
      'from demain',
      '  why overdue',
      '2026-02-30  pay 3.00',
      '2026-02-01  pay trois',
    ].join('\n'),
  )
  const problems = 'problems' in story ? story.problems : []
  expect(problems.map(problem => [problem.line, storyProblemSentence(problem).fr])).toEqual([
    [1, 'forme attendue : debtor "NOM" business|consumer|public-body'],
    [2, 'forme attendue : contact ROLE email A phone N'],
    [3, expect.stringMatching(/^réglage inconnu ou valeur fausse : minimum beaucoup ; connus : minimum, /)],
    [
      4,
      "« payer » inconnu ; l'en-tête connaît creditor, debtor, contact, scenario, setting, invoice, credit, from, until",
    ],
    [5, '« from demain » : date attendue, AAAA-MM-JJ'],
    [6, 'une ligne « why » suit la décision qu’elle explique'],
    [7, "2026-02-30 n'est pas une date"],
    [8, '« pay trois » ne se lit pas ; forme attendue : pay AMOUNT [ITEM…]'],
    [1, 'il manque la ligne « debtor "NOM" business »'],
    [1, 'il manque la ligne « from AAAA-MM-JJ »'],
    [1, 'il manque la ligne « until AAAA-MM-JJ »'],
  ])
  for (const problem of problems) expect(storyProblemSentence(problem).en).not.toMatch(/[«éèà’]|AAAA|NOM/)
})

test.each([
  ['from 2026-03-02\nuntil 2026-03-01', 'la date « until » précède « from »'],
  ['from 2026-03-01\nuntil 2026-03-02\nscenario doux', /^scénario inconnu : doux ; connus : amiable-b2b, /],
  [
    'from 2026-03-01\nuntil 2026-03-02\n2026-03-01  settle F-1',
    "F-1 n'est pas dans ce dossier (aucune facture)",
  ],
])('%s', (lines, fr) => {
  const story = parseStory(`debtor "D" business\n${lines}\n`)
  const told = 'problems' in story ? story : replay(story, france)
  const [problem] = 'problems' in told ? told.problems : []
  expect(problem && storyProblemSentence(problem).fr).toEqual(
    typeof fr === 'string' ? fr : expect.stringMatching(fr),
  )
})
