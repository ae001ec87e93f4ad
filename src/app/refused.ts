import type { Refusal } from '../domain/refusal.ts'
import type { Problem } from '../formats/problem.ts'

/** Said to a person whose request can't be done as asked; nothing was written. */
export type Refused = {
  refused: string
  message: string
  /** As the case refused it. */
  byCase?: Refusal
  /** What is wrong with a file that can't be taken. */
  byFile?: { file: string; problem: Problem }
  /** Everything that is wrong with a file of mandates. */
  byMandates?: Problem[]
}

export function isRefused<Output extends object>(output: Output | Refused): output is Refused {
  return 'refused' in output
}
