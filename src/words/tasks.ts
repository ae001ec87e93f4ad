/** A task with its dates, in one language: what to do, by when, and how that day was counted. */
import type { Reason } from '../domain/reason.ts'
import type { TaskCode } from '../domain/task.ts'
import { dateText, type Language, phrases, SEPARATOR } from './language.ts'
import { TASKS } from './words.ts'

type Params = Reason['params']

const PHRASES = phrases(
  {
    by: (date: string) => `au plus tard le ${date}`,
    published: (months: string | number, date: string) =>
      `${months} mois après la publication au BODACC du ${date}`,
    unpublished: (months: string | number, date: string) =>
      `publication au BODACC inconnue : ${months} mois comptés du jugement du ${date}, par prudence`,
    missed: (date: string) => `le délai a expiré le ${date}`,
  },
  {
    by: date => `by ${date}`,
    published: (months, date) => `${months} months after publication in the BODACC on ${date}`,
    unpublished: (months, date) =>
      `publication in the BODACC unknown: ${months} months counted from the judgment of ${date}, to be safe`,
    missed: date => `the time for it ended on ${date}`,
  },
)

export function taskSentence(code: TaskCode, params: Params, language: Language): string {
  const words = TASKS[code][language]
  if (params.by === undefined) return words
  const say = PHRASES[language]
  const date = (key: string) => dateText(String(params[key]), language)
  if (params.months === undefined) return `${words} (${say.by(date('by'))})`
  const counted =
    params.publishedOn === undefined
      ? say.unpublished(params.months ?? '', date('judgmentOn'))
      : say.published(params.months ?? '', date('publishedOn'))
  const details = code === 'declaration-missed' ? [say.missed(date('deadline')), counted] : [counted]
  return `${words} ${say.by(date('by'))} (${details.join(SEPARATOR[language])})`
}
