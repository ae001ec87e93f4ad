/** Said to a person whose request can't be done as asked; nothing was written. */
export type Refused = { refused: string; message: string }

export function isRefused<Output extends object>(output: Output | Refused): output is Refused {
  return 'refused' in output
}
