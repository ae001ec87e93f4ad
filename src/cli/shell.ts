import { type Command, InvalidArgumentError } from 'commander'
import type { App, Refused } from '../app/app.ts'
import { type Day, parseDay } from '../domain/date.ts'

/** What commands need of the outside: the application, and where words go. */
export type Shell = {
  /** Opens the application: database, migrations, channels. Closed when the command ends. */
  open(options: OpenOptions): Promise<App & AsyncDisposable>
  today(): Day
  out(text: string): void
  err(text: string): void
  /** Settles when somebody asks the program to stop: Ctrl-C, or a signal. */
  readonly stopped: Promise<void>
  /** The person at the keyboard, for the journal. */
  actor: string
}

export type GlobalOptions = { data?: string; json?: boolean; date?: Day }

/** The demo never uses a real mail server. */
export type OpenOptions = GlobalOptions & { demo?: boolean }

/** Wrong use, or input that can't be taken whole: exit 2, one sentence, nothing written. */
export class Misuse extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** The command did its work and found what it looks for: a difference, a failed case. Exit 1. */
export class Found extends Error {}

/** Opens the application, works, closes it. A refusal becomes a misuse. */
export async function withApp<Output extends object>(
  shell: Shell,
  options: GlobalOptions,
  work: (app: App) => Promise<Output | Refused>,
): Promise<Output> {
  await using app = await shell.open(options)
  return accepted(await work(app))
}

export function accepted<Output extends object>(output: Output | Refused): Output {
  if ('refused' in output) throw new Misuse(output.refused, output.message)
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

/** Reads an option or argument that is a date. */
export function dateOption(text: string): Day {
  const parsed = parseDay(text)
  if (parsed === null)
    throw new InvalidArgumentError(`« ${text} » n'est pas une date ; forme attendue : AAAA-MM-JJ`)
  return parsed
}
