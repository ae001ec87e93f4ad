/** What the guard found in a text: what the law forbids to say, or what it requires and is not said. */
import { type Language, phrases, SEPARATOR } from './language.ts'

/** `line` null: nowhere in the text. */
type Found = { article: string; words: string; part: string; line: number | null }

const PHRASES = phrases(
  {
    missing: (f: Found) => `${f.article} : il manque « ${f.words} »`,
    found: (f: Found) =>
      `${f.article} : « ${f.words} » (${f.part === 'subject' ? 'objet' : `ligne ${f.line}`})`,
  },
  {
    missing: f => `${f.article}: "${f.words}" is missing`,
    found: f => `${f.article}: "${f.words}" (${f.part === 'subject' ? 'subject' : `line ${f.line}`})`,
  },
)

/** One after the other. */
export function findingsText(findings: readonly Found[], language: Language): string {
  return findings.map(finding => findingText(finding, language)).join(SEPARATOR[language])
}

export function findingText(finding: Found, language: Language): string {
  const say = PHRASES[language]
  return finding.line === null ? say.missing(finding) : say.found(finding)
}
