import type { Command } from 'commander'
import type { App } from '../app/app.ts'
import type { Desk } from '../app/desk.ts'
import type { Letter } from '../app/messages/write-message.ts'
import type { Refused } from '../app/refused.ts'
import { type Day, parseDay } from '../domain/date.ts'
import type { Country } from '../domain/law/country.ts'
import { type Cents, parseAmount } from '../domain/money.ts'
import type { Language, Phrase } from '../words/language.ts'
import { namedIn, refusalSentence } from './refusals.ts'

/** What commands need of the outside: the application, and where words go. */
export type Shell = {
  /** Opens the application: database, migrations, channels. Closed when the command ends. */
  open(options: OpenOptions): Promise<Opened>
  today(): Day
  /** Minutes since midnight, in the country. */
  minutesOfDay(): number
  out(text: string): void
  err(text: string): void
  /** Settles when somebody asks the program to stop: Ctrl-C, or a signal. */
  stopped(): Promise<void>
  /** Whose law answers where no application is opened: calculators, stories, checks of texts. */
  country: Country
  /** An e-mail as it would travel (RFC 5322), without sending it. */
  draftEmail(message: Letter['message']): Promise<Uint8Array>
  /** Of the answers, unless `--lang` says otherwise. */
  language: Language
}

/** `desk` is that of the person at the keyboard, on the day asked for. */
export type Opened = AsyncDisposable & { readonly app: App; readonly desk: Desk }

/** `as`: who is named in the journal. */
export type GlobalOptions = { data?: string; json?: boolean; date?: Day; lang?: Language; as?: string }

/** The demo never uses a real mail server. */
export type OpenOptions = GlobalOptions & { demo?: boolean }

/** Wrong use, or input that can't be taken whole: exit 2, one sentence, nothing written. */
export class Misuse extends Error {
  readonly code: string
  readonly sentence: Phrase
  readonly params: object | undefined
  /** One sentence in both languages; a text alone is one that has no other words yet. `params`: what it was made of, for programs. */
  constructor(code: string, sentence: Phrase | string, params?: object) {
    const said = typeof sentence === 'string' ? { fr: sentence, en: sentence } : sentence
    super(said.fr)
    this.code = code
    this.sentence = said
    this.params = params
  }
}

/** The command did its work and found what it looks for: a difference, a failed case. Exit 1. */
export class Discrepancy extends Error {
  readonly sentence: Phrase
  constructor(sentence: Phrase | string) {
    const said = typeof sentence === 'string' ? { fr: sentence, en: sentence } : sentence
    super(said.fr)
    this.sentence = said
  }
}

/** Opens the application, works, closes it. A refusal becomes a misuse. */
export async function withDesk<Output extends object>(
  shell: Shell,
  options: GlobalOptions,
  work: (desk: Desk) => Promise<Output | Refused>,
): Promise<Output> {
  await using opened = await shell.open(options)
  return accepted(await work(opened.desk))
}

export function accepted<Output extends object>(output: Output | Refused): Output {
  if ('refused' in output) throw new Misuse(output.refused, refusalSentence(output), namedIn(output))
  return output
}

/** One JSON document with `--json`, else text for people. */
export function print<Output>(
  shell: Shell,
  options: GlobalOptions,
  output: Output,
  text: (output: Output) => string,
): void {
  shell.out(options.json ? toJson(output) : text(output))
}

/** Days as ISO dates are already text; big amounts become numbers. */
export function toJson(output: unknown): string {
  return JSON.stringify(output, (_key, value) => (typeof value === 'bigint' ? Number(value) : value), 2)
}

export function optionsOf<Options extends object>(command: Command): GlobalOptions & Options {
  return command.optsWithGlobals()
}

/** Thrown by what reads an option or argument that is not as it should be. */
export function invalid(sentence: Phrase): Misuse {
  return new Misuse('wrong-use', sentence)
}

/** Reads an option or argument that is a date. */
export function dateOption(text: string): Day {
  const parsed = parseDay(text)
  if (parsed === null)
    throw invalid({
      fr: `« ${text} » n'est pas une date ; forme attendue : AAAA-MM-JJ`,
      en: `"${text}" is not a date; expected form: YYYY-MM-DD`,
    })
  return parsed
}

/** Reads an option or argument that is an amount above zero: `450`, `450.00`, `450,00`. */
export function amountOption(text: string): Cents {
  const parsed = parseAmount(text.replace(',', '.'))
  if (parsed === null || parsed <= 0n)
    throw invalid({
      fr: `« ${text} » : un montant positif est attendu, comme 1200.00`,
      en: `"${text}": a positive amount is expected, like 1200.00`,
    })
  return parsed
}

/** Reads an option that is a number of things, above zero. */
export function countOption(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) {
    throw invalid({ fr: 'un nombre entier positif est attendu', en: 'a positive whole number is expected' })
  }
  return Number(text)
}
