import { invalid } from './shell.ts'

/** `M-12`, or 12. */
export function messageNumber(text: string): number {
  const match = /^(?:M-)?(\d{1,9})$/i.exec(text)
  if (!match)
    throw invalid({
      fr: `« ${text} » : un numéro de message est attendu, comme M-12`,
      en: `"${text}": the number of a message is expected, like M-12`,
    })
  return Number(match[1])
}
