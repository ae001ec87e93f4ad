/** Until when somebody says to be away: « de retour le 5 mai », « jusqu'au 12 août inclus », `July 10-31`. */
import { addDays, type Day } from '../../domain/date.ts'
import { plainLetters } from '../plain-letters.ts'
import { sentencesOf } from '../replies/reply-sentences.ts'
import { saidDays } from '../replies/stated-day.ts'

/** A longer absence is a year that was understood wrongly. */
const LONGEST_DAYS = 366

/** Last day away. The day of return says it best, then the last day of a sentence about the absence; null when none is said. */
export function absentUntil(subject: string, text: string, sentOn: Day | null): Day | null {
  const sentences = [subject, ...sentencesOf(text).map(({ text }) => text)].flatMap(sentencesOf)
  const told = sentences.flatMap(({ plain }) => {
    const back = plain.search(BACK)
    const away = AWAY.test(plain)
    return saidDays(plain, sentOn, 'ahead').flatMap(({ day, start }) => {
      if (back !== -1 && start > back) return [{ day: addDays(day, -1), sure: true }]
      return away ? [{ day, sure: false }] : []
    })
  })
  const within = told.filter(({ day }) => sentOn === null || (day >= sentOn && day <= sentOn + LONGEST_DAYS))
  const days = (within.some(({ sure }) => sure) ? within.filter(({ sure }) => sure) : within).map(
    ({ day }) => day,
  )
  return days.length === 0 ? null : (Math.max(...days) as Day)
}

/** True of what is said by somebody who will be back: whom to write to meanwhile is no new contact. */
export function isAway(text: string): boolean {
  return AWAY.test(plainLetters(text))
}

const BACK =
  /\bde retour\b|\bretour (?:prevu|le|au bureau)|\bback\b|\breturn(?:ing)?\b|\breprend|a nouveau (?:joignable|disponible)|joignable a (?:partir|compter)|reouver/
const AWAY =
  /\babsen|conge|vacances|vacation|holiday|\bleave\b|\baway\b|out of (?:the )?office|hors d[ue] bureau|\bferme|closed|travel|deplacement|jusqu'|\buntil\b|indisponible|unavailable|maternite/
