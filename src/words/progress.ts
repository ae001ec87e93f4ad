/** How far long work has come, on standard error. */
import { type Language, phrases } from './language.ts'

const PHRASES = phrases(
  {
    'cases-decided': (count: number) => `${count} dossiers décidés…`,
    'cases-simulated': (count: number) => `${count} dossiers simulés…`,
    'messages-sent': (count: number) => `${count} messages envoyés…`,
  },
  {
    'cases-decided': count => `${count} cases decided…`,
    'cases-simulated': count => `${count} cases simulated…`,
    'messages-sent': count => `${count} messages sent…`,
  },
)

export type Progress = { code: keyof typeof PHRASES.fr; count: number }

export function progressText({ code, count }: Progress, language: Language): string {
  return PHRASES[language][code](count)
}
