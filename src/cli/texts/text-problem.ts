import type { FileProblem } from '../../app/texts/set-texts.ts'
import { COLON, type Language, phrases } from '../../words/language.ts'
import { TEXT_FAULTS } from '../../words/text-problems.ts'
import { DEBTOR_KINDS } from '../../words/words.ts'

const PHRASES = phrases(
  {
    line: (file: string, line: number) => `${file}, ligne ${line}`,
    to: (kind: string) => ` (vers : ${kind})`,
    again: 'à relire : ',
    missing: (article: string, mention: string) => `il manque la mention « ${mention} » (${article})`,
    forbidden: (article: string, words: string) => `« ${words} » est interdit ici (${article})`,
    doubtful: (article: string, words: string) => `« ${words} » est à vérifier ici (${article})`,
    sms: (characters: number, parts: number) =>
      `avec l’exemple, ${characters} caractères : ${parts} SMS au lieu d’un`,
  },
  {
    line: (file, line) => `${file}, line ${line}`,
    to: kind => ` (to: ${kind})`,
    again: 'read again: ',
    missing: (article, mention) => `the mention "${mention}" is missing (${article})`,
    forbidden: (article, words) => `"${words}" is forbidden here (${article})`,
    doubtful: (article, words) => `"${words}" is to be checked here (${article})`,
    sms: (characters, parts) => `with the example, ${characters} characters: ${parts} text messages, not one`,
  },
)

/** `j7.md, ligne 9 : la variable « x » n’existe pas`. */
export function problemLine(problem: FileProblem, language: Language): string {
  const say = PHRASES[language]
  const { file, line, kind, severity } = problem
  const place = line === null ? file : say.line(file, line)
  const to = kind === null ? '' : say.to(DEBTOR_KINDS[kind][language])
  const again = severity === 'warning' ? say.again : ''
  return `${place}${to}${COLON[language]}${again}${whatIsWrong(problem, language)}`
}

function whatIsWrong({ about, severity }: FileProblem, language: Language): string {
  const say = PHRASES[language]
  switch (about.code) {
    case 'template':
    case 'file':
      return TEXT_FAULTS[language][about.fault.code](about.fault.name)
    case 'wording': {
      const { article, words, rule } = about.finding
      if (rule === 'missing-mention') return say.missing(article, words)
      return severity === 'error' ? say.forbidden(article, words) : say.doubtful(article, words)
    }
    case 'sms-too-long':
      return say.sms(about.characters, about.parts)
    case 'same-text':
      return TEXT_FAULTS[language]['same-text'](about.name)
    case 'no-opening':
    case 'unknown-step':
      return TEXT_FAULTS[language][about.code]('')
  }
}
