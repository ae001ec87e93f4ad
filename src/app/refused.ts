import type { Refused, RefusedAs, RefusedCode, RefusedParams } from '../words/refusals/refused.ts'

export type { Refused, RefusedAs }

/** Nothing more is given where the sentence of the code needs nothing. */
type Given<Code extends RefusedCode> = keyof RefusedParams<Code> extends never
  ? []
  : [params: RefusedParams<Code>]

export function refuse<Code extends RefusedCode>(refused: Code, ...[params]: Given<Code>): RefusedAs<Code> {
  return { refused, params: params ?? {} } as RefusedAs<Code>
}

export function isRefused<Output extends object>(output: Output | Refused): output is Refused {
  return 'refused' in output
}
