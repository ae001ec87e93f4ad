/** `D` and `C`, `+1` and `-1`: a debit is positive. */
export function readSide(text: string): 1n | -1n | null {
  if (/^(d|[dD][eéEÉ]bit|\+?1|\+)$/i.test(text)) return 1n
  return /^(c|[cC]r[eéEÉ]dit|-1|-)$/i.test(text) ? -1n : null
}
