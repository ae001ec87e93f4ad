import { parsePercent } from '../domain/interest/rate.ts'
import { invalid } from './shell.ts'

/** Reads an option that is a rate: per cent → basis points. */
export function percent(text: string): number {
  const parsed = parsePercent(text.replace(',', '.'))
  if (parsed === null) {
    throw invalid({
      fr: `« ${text} » n'est pas un taux ; exemple : 12.15`,
      en: `"${text}" is not a rate; example: 12.15`,
    })
  }
  return parsed
}
