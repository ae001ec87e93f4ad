/** What is wrong with a text that should be a fact, or with a line of a story. */
import type { FactProblem } from '../domain/story/fact-text.ts'
import type { StoryProblem, StoryProblemParams } from '../domain/story/story.ts'
import { type Phrase, type Sentences, sentenceOf } from './language.ts'
import { refusalOfCase } from './refusal-words.ts'

export function factProblemSentence({ problem, params }: FactProblem): Phrase {
  switch (problem) {
    case 'unknown-kind': {
      const { word, known } = params
      return {
        fr: `fait inconnu « ${word} » ; faits connus : ${known.join(', ')}`,
        en: `unknown fact "${word}"; known facts: ${known.join(', ')}`,
      }
    }
    case 'wrong-form': {
      const { text, form } = params
      return {
        fr: `« ${text} » ne se lit pas ; forme attendue : ${form}`,
        en: `"${text}" cannot be read; expected form: ${form}`,
      }
    }
  }
}

export function storyProblemSentence({ code, params }: StoryProblem): Phrase {
  return sentenceOf(STORY_PROBLEMS, code, params)
}

const FORMS_FR = {
  debtor: 'debtor "NOM" business|consumer|public-body',
  contact: 'contact ROLE email A phone N',
}
const FORMS_EN = { ...FORMS_FR, debtor: 'debtor "NAME" business|consumer|public-body' }

const LINES_FR = { debtor: 'debtor "NOM" business', from: 'from AAAA-MM-JJ', until: 'until AAAA-MM-JJ' }
const LINES_EN = { debtor: 'debtor "NAME" business', from: 'from YYYY-MM-DD', until: 'until YYYY-MM-DD' }

export const STORY_PROBLEMS: Sentences<StoryProblemParams> = {
  'why-without-decision': {
    fr: () => 'une ligne « why » suit la décision qu’elle explique',
    en: () => 'a line "why" follows the decision that it explains',
  },
  'not-a-date': {
    fr: ({ text }) => `${text} n'est pas une date`,
    en: ({ text }) => `${text} is not a date`,
  },
  'date-expected': {
    fr: ({ text }) => `« ${text} » : date attendue, AAAA-MM-JJ`,
    en: ({ text }) => `"${text}": a date is expected, YYYY-MM-DD`,
  },
  'unknown-line': {
    fr: ({ word, known }) => `« ${word} » inconnu ; l'en-tête connaît ${known.join(', ')}`,
    en: ({ word, known }) => `"${word}" is unknown; the header knows ${known.join(', ')}`,
  },
  'wrong-form': {
    fr: ({ line }) => `forme attendue : ${FORMS_FR[line]}`,
    en: ({ line }) => `expected form: ${FORMS_EN[line]}`,
  },
  'unknown-setting': {
    fr: ({ name, value, known }) =>
      `réglage inconnu ou valeur fausse : ${name} ${value} ; connus : ${known.join(', ')}`,
    en: ({ name, value, known }) =>
      `unknown setting or wrong value: ${name} ${value}; known settings: ${known.join(', ')}`,
  },
  'line-missing': {
    fr: ({ line }) => `il manque la ligne « ${LINES_FR[line]} »`,
    en: ({ line }) => `the line "${LINES_EN[line]}" is missing`,
  },
  'until-before-from': {
    fr: () => 'la date « until » précède « from »',
    en: () => 'the date "until" comes before "from"',
  },
  'unknown-scenario': {
    fr: ({ scenario, known }) => `scénario inconnu : ${scenario} ; connus : ${known.join(', ')}`,
    en: ({ scenario, known }) => `unknown scenario: ${scenario}; known scenarios: ${known.join(', ')}`,
  },
  'not-a-fact': {
    fr: problem => factProblemSentence(problem).fr,
    en: problem => factProblemSentence(problem).en,
  },
  'refused-fact': {
    fr: refusal => refusalOfCase(refusal).fr,
    en: refusal => refusalOfCase(refusal).en,
  },
}
