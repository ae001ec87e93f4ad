/** What a country says: the texts of its scenarios and papers, and the words around them that its law chooses. */
import type { DebtorKind } from '../debtor.ts'
import type { Language } from '../language.ts'

/** What a text is written for: read by the debtor, or (call, task) by a colleague; a letter is the same registered or not. */
export type Medium = 'email' | 'letter' | 'sms' | 'call' | 'task'

/** A creditor collecting its own claims, or an agency for others. */
export type TextWriter = 'creditor' | 'agency'

/**
 * What a step says on one medium, in one language: Liquid first (values come from `documents/text/message-data.ts`),
 * then Markdown. Written with ordinary spaces; `typeset` makes those of its language of them.
 * `version`: that of a text that a person wrote; absent when it came with the program.
 */
export type StepText = { readonly subject: string; readonly body: string; readonly version?: number }

/** One step in one language. */
export type StepTexts = Readonly<Partial<Record<Medium, StepText>>>

/** Every text of a scenario: by language, then by step id. */
export type ScenarioTexts = Readonly<Record<Language, Readonly<Record<string, StepTexts>>>>

/** Letters that no step asks for: a person prints them when they are wanted. */
export type PaperKind = 'plan-agreement' | 'receipt' | 'statement'

/** Their texts, by language; the data is described in `documents/paper/paper-data.ts`. */
export type PaperTexts = Readonly<Record<Language, Readonly<Record<PaperKind, StepText>>>>

/** Everything that a country says to debtors, and to colleagues about them. */
export type CountryTexts = {
  /** The languages that they are written in. */
  readonly languages: readonly Language[]
  /** In which of them a contact is written to, from its own language; empty where nothing is known of it. */
  languageFor(contactLanguage: string): Language
  /** A template with the spaces that its language wants: its own words alone, never what stands in a Liquid tag. */
  typeset(template: string, language: Language): string
  readonly steps: Readonly<Record<TextWriter, ScenarioTexts>>
  readonly papers: PaperTexts
  readonly legalWords: Readonly<Record<Language, LegalWords>>
  /** The number of a company in the country's register, as its letters show it. */
  companyNumber(number: string): string
}

/** The names that a country's law gives to what stands around a text. */
export type LegalWords = {
  /** Late interest up to a date, as this debtor owes it. */
  interest(debtor: DebtorKind, date: string): string
  /** The flat sum for recovery of each invoice, and the costs beyond it that a document proves. */
  readonly indemnity: string
  readonly complement: string
  /** What an agency says that it does. */
  readonly agencyActivity: string
  /** What a debtor writes by hand under an agreement that acknowledges what it owes. */
  byHand(debtor: DebtorKind): string
}
