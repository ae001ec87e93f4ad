/** A task with its dates, in one language: what to do, by when, and how that day was counted. */
import type { TaskMatter } from '../domain/task.ts'
import { dateText, type Language, phrases, SEPARATOR } from './language.ts'
import { TASKS } from './words.ts'

const PHRASES = phrases(
  {
    by: (date: string) => `au plus tard le ${date}`,
    published: (months: number, date: string) => `${months} mois après la publication au BODACC du ${date}`,
    unpublished: (months: number, date: string) =>
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

export function taskSentence(task: TaskMatter, language: Language): string {
  const words = TASKS[task.code][language]
  const say = PHRASES[language]
  const date = (iso: string) => dateText(iso, language)
  switch (task.code) {
    case 'limitation-in-6-months':
    case 'limitation-in-3-months':
    case 'declare-to-insurer':
      return `${words} (${say.by(date(task.params.by))})`
    case 'declare-claim':
    case 'declaration-due-soon':
    case 'declaration-missed': {
      const { by, deadline, months, judgmentOn, publishedOn } = task.params
      const counted =
        publishedOn === undefined
          ? say.unpublished(months, date(judgmentOn))
          : say.published(months, date(publishedOn))
      const details = task.code === 'declaration-missed' ? [say.missed(date(deadline)), counted] : [counted]
      return `${words} ${say.by(date(by))} (${details.join(SEPARATOR[language])})`
    }
    case 'fix-contact':
    case 'unconfirmed':
    case 'refund-or-allocate':
    case 'below-minimum':
    case 'plan-broken':
    case 'due-date-missing':
    case 'confirm-due-date':
    case 'uncertain-message':
    case 'set-off':
      return words
  }
}
