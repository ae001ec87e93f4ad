import type { Refusal } from '../domain/refusal.ts'

/** Said to a person whose request can't be done as asked; nothing was written. `byCase`: as the case refused it. */
export type Refused = { refused: string; message: string; byCase?: Refusal }

export function isRefused<Output extends object>(output: Output | Refused): output is Refused {
  return 'refused' in output
}
