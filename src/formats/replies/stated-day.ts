/** Days as people write them: `vendredi`, `fin du mois`, `sous 8 jours`, `le 15`, `next Friday`, `15 mars`, `03/04`. */
import { addDays, addMonths, civil, civilDay, type Day, endOfMonth, weekday } from '../../domain/date.ts'
import { monthNumber, readDate } from '../calendar-date.ts'

/** Where it stands in the text, and the day. */
export type SaidDay = { start: number; end: number; day: Day }

/** A promise looks ahead, a payment made looks back: of the days that words can mean, the nearest that way. */
export type Direction = 'ahead' | 'back'

type Way = { says: RegExp; day(words: RegExpExecArray, sentOn: Day, direction: Direction): Day | null }

/**
 * Days of a text in plain letters (see plain-letters), seen from the day on which it was sent. Without that day, only dates
 * with their year are found.
 */
export function saidDays(plain: string, sentOn: Day | null, direction: Direction): SaidDay[] {
  const found: SaidDay[] = []
  for (const { says, day } of sentOn === null ? WITH_YEAR : WAYS) {
    for (const match of plain.matchAll(says)) {
      const start = match.index
      const end = start + match[0].length
      const value = day(match as RegExpExecArray, sentOn ?? (0 as Day), direction)
      if (value !== null && !found.some(other => start < other.end && other.start < end))
        found.push({ start, end, day: value })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

const MONTH =
  '(janv(?:ier)?|fevr?(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|aout|sept?(?:embre)?|oct(?:obre)?|nov(?:embre)?|dec(?:embre)?|' +
  'jan(?:uary)?|feb(?:ruary)?|march|mar|apr(?:il)?|may|june?|july?|aug(?:ust)?|september|october|november|december)'
const DAYS_OF_WEEK = [
  ['lundi', 'monday'],
  ['mardi', 'tuesday'],
  ['mercredi', 'wednesday'],
  ['jeudi', 'thursday'],
  ['vendredi', 'friday'],
  ['samedi', 'saturday'],
  ['dimanche', 'sunday'],
]
const NAMES = DAYS_OF_WEEK.flat().join('|')
const WEEKDAY = `(${NAMES})`
/** « jeudi 16 avril » is one day, not two. */
const NAMED = `(?:\\b(?:${NAMES}),? (?:the |le |du |of )?)?`
const COUNT =
  '(\\d{1,3}|une?|deux|trois|quatre|cinq|six|sept|huit|dix|quinze|vingt|trente|an?|one|two|three|four|five|seven|eight|ten|fifteen|thirty)'
const COUNTS: Readonly<Record<string, number>> = {
  ...{ un: 1, une: 1, deux: 2, trois: 3, quatre: 4, cinq: 5, six: 6, sept: 7, huit: 8, dix: 10, quinze: 15 },
  ...{ vingt: 20, trente: 30, a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, seven: 7, eight: 8 },
  ...{ ten: 10, fifteen: 15, thirty: 30 },
}
/** The beginning of a week is its Tuesday, a week its Friday; that of a month its 5th, the middle its 15th. */
const [TUESDAY, FRIDAY] = [2, 5]
const [EARLY, MIDDLE] = [5, 15]

/** The first that takes a stretch of text keeps it. */
const WITH_YEAR: readonly Way[] = [
  way(
    '\\b\\d{4}-\\d{2}-\\d{2}\\b|\\b\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2})\\b',
    ([text]) => readDate(text, 'dmy') ?? readDate(text, 'mdy'),
  ),
  way(
    `${NAMED}\\b(\\d{1,2})(?:er|st|nd|rd|th)?(?: of)? ${MONTH}\\.?,? (\\d{4})\\b`,
    ([, date, month, year]) => civilDay(Number(year), monthNumber(month ?? ''), Number(date)),
  ),
  way(`${NAMED}\\b${MONTH}\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, ([, month, date, year]) =>
    civilDay(Number(year), monthNumber(month ?? ''), Number(date)),
  ),
]

const WAYS: readonly Way[] = [
  ...WITH_YEAR,
  // A stretch of days counts to its end.
  way(
    `\\b${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)? ?(?:-|to|through) ?(\\d{1,2})(?:st|nd|rd|th)?\\b`,
    ([, month, date], sentOn, direction) =>
      nearest(monthNumber(month ?? ''), Number(date), sentOn, direction),
  ),
  way(`${NAMED}\\b(\\d{1,2})(?:er|st|nd|rd|th)?(?: of)? ${MONTH}\\b`, ([, date, month], sentOn, direction) =>
    nearest(monthNumber(month ?? ''), Number(date), sentOn, direction),
  ),
  way(
    `${NAMED}\\b${MONTH}\\.? (\\d{1,2})(?:st|nd|rd|th)?\\b(?![/:h%€])`,
    ([, month, date], sentOn, direction) =>
      nearest(monthNumber(month ?? ''), Number(date), sentOn, direction),
  ),
  way(
    `${NAMED}(?<![\\d/.,])(\\d{1,2})/(\\d{1,2})(?![\\d/]| d[eu] | d')`,
    ([, date, month], sentOn, direction) => nearest(Number(month), Number(date), sentOn, direction),
  ),
  way(
    `\\b(fin|mi|debut|end|mid|early|middle|late|beginning|start)(?: de | d'| of |[- ]|)${MONTH}\\b`,
    ([, part, month], sentOn, direction) => {
      const first = nearest(monthNumber(month ?? ''), 28, sentOn, direction)
      return first && partOfMonth(part ?? '', first)
    },
  ),
  way(
    "\\b(fin|mi|debut|milieu|end|mid|middle|beginning|start|early|late)[ -](?:du |de |le |of |of the |the |d'|)?(mois prochain|mois[- ]ci|mois|next month|this month|the month|month)\\b",
    ([, part, month], sentOn) =>
      partOfMonth(part ?? '', /next|prochain/.test(month ?? '') ? addMonths(sentOn, 1) : sentOn),
  ),
  way('\\bmonth[- ]end\\b|\\beom\\b|\\bdans le mois\\b', (_, sentOn) => endOfMonth(sentOn)),
  way('\\b(?:le |au cours du )?mois prochain\\b|\\bnext month\\b', (_, sentOn) =>
    endOfMonth(addMonths(sentOn, 1)),
  ),
  way(
    `\\b(?:${NAMES}),? (?:the |le )?(\\d{1,2})(?:er|st|nd|rd|th)?\\b(?! ?(?:h|heures|:|€|eur|%))`,
    ([, date], sentOn, direction) => dayOfMonth(Number(date), sentOn, direction),
  ),
  way(`\\bnext ${WEEKDAY}\\b`, ([, name], sentOn) => onWeekday(name, sentOn, 'ahead', true)),
  way(
    `\\b${WEEKDAY}(?:,? (?:de la |la )?(semaine prochaine|en huit)|,? (?:of )?(next week))?(?: (prochain))?\\b`,
    ([, name, later, next], sentOn, direction) =>
      onWeekday(name, sentOn, direction, (later ?? next) !== undefined),
  ),
  way(
    "\\b(debut|fin|en fin|en debut|end|early|beginning|start|late)?(?: |)(?:de |of |of the |d')?(?:la |the )?(semaine prochaine|next week)\\b",
    ([, part], sentOn) => inWeek(sentOn, 1, isEarly(part) ? TUESDAY : FRIDAY),
  ),
  way(
    "\\b(?:fin de (?:la |cette )?semaine|(?:d'ici |dans |en )(?:la |cette |fin de )+semaine|cette semaine|(?:end|later) (?:of )?(?:the |this )?week|this week)\\b",
    (_, sentOn) => inWeek(sentOn, weekday(sentOn) > FRIDAY ? 1 : 0, FRIDAY),
  ),
  way(
    `\\b(?:sous|dans|d'ici|in|within|avant|apres|(?:laisse[rz]?|accorde[rz]?|donne[rz]?)[- ](?:moi|nous)|(?:give|allow|grant) (?:us|me))(?: les| encore| another| about| environ| the next| next| un delai de)? ${COUNT} (?:(jours?|days?|semaines?|weeks?|mois|months?|h|hours?|heures?)|((?:jours|j) ouvr[ea]b?l?e?s|(?:working|business) days))(?: (ouvres|ouvrables))?\\b`,
    ([, count, unit, working, after], sentOn) => fromNow(count, working ?? after ?? unit ?? '', sentOn),
  ),
  way(
    '\\bsous (?:les )?(\\d{1,3}) ?(h|j)\\b|\\b(\\d{2}) ?h(?:eures)?\\b(?= maxi)',
    ([, count, unit], sentOn) => (count === undefined ? null : fromNow(count, unit ?? '', sentOn)),
  ),
  way('\\b(?:sous |dans |d.ici )?(?:la |une )?(huitaine|quinzaine)\\b', ([, name], sentOn) =>
    addDays(sentOn, name === 'huitaine' ? 8 : 15),
  ),
  way('\\b(?:apres[- ]demain|day after tomorrow)\\b', (_, sentOn) => addDays(sentOn, 2)),
  way('\\b(?:demain|tomorrow|tmrw|tmr|tomorow)\\b', (_, sentOn) => addDays(sentOn, 1)),
  way('\\b(?:avant[- ]hier)\\b', (_, sentOn) => addDays(sentOn, -2)),
  way('\\b(?:hier|yesterday)\\b', (_, sentOn) => addDays(sentOn, -1)),
  way(
    "\\b(?:aujourd'hui|aujourdhui|ce (?:jour|matin|soir|midi)|cet? apres[- ]midi|today|tonight|this (?:morning|afternoon|evening)|end of (?:the )?day|eod)\\b",
    (_, sentOn) => sentOn,
  ),
  way(`\\bil y a ${COUNT} (jours?|semaines?)\\b`, ([, count, unit], sentOn) => ago(count, unit, sentOn)),
  way(`\\b${COUNT} (days?|weeks?) ago\\b`, ([, count, unit], sentOn) => ago(count, unit, sentOn)),
  way('\\b(?:semaine derniere|semaine passee|last week)\\b', (_, sentOn) => inWeek(sentOn, -1, FRIDAY)),
  way(
    '\\b(?:(?:le|pour le|du|au|avant le) (\\d{1,2})(?:er)?|(?:the|on|by) (?:the )?(\\d{1,2})(?:st|nd|rd|th))(?= (?:on |and |we |i |of |as |at |or )| (?:du mois|au plus tard|maxi|courant|of (?:this|the) month)|[ ]*(?:[.,;!?)\\n-]|$)| (?:par|pour|et|and|by|for|at|sans|si|je|nous|on|le|avec|without)\\b)',
    ([, french, english], sentOn, direction) => dayOfMonth(Number(french ?? english), sentOn, direction),
  ),
]

function way(says: string, day: Way['day']): Way {
  return { says: new RegExp(says, 'g'), day }
}

/** Of this year, the one before or the one after. Four weeks the other way are still told so: « je vous ai dit le 5 ». */
function nearest(month: number, date: number, sentOn: Day, direction: Direction): Day | null {
  const { year } = civil(sentOn)
  const days = [year - 1, year, year + 1].flatMap(one => civilDay(one, month, date) ?? [])
  const fits = (day: Day) => (direction === 'ahead' ? day >= sentOn - 28 : day <= sentOn)
  return (direction === 'ahead' ? days.find(fits) : days.reverse().find(fits)) ?? null
}

function partOfMonth(part: string, within: Day): Day | null {
  const { year, month } = civil(within)
  if (/^(fin|end|late)/.test(part)) return endOfMonth(within)
  return civilDay(year, month, /^mi/.test(part) ? MIDDLE : EARLY)
}

function onWeekday(name: string | undefined, sentOn: Day, direction: Direction, nextWeek: boolean): Day {
  const wanted = DAYS_OF_WEEK.findIndex(names => names.includes(name ?? '')) + 1
  if (nextWeek) return inWeek(sentOn, 1, wanted)
  const away = (wanted - weekday(sentOn) + 7) % 7
  return direction === 'ahead' ? addDays(sentOn, away || 7) : addDays(sentOn, away - 7)
}

/** A day of this week, of one to come or of one past; weeks begin on Monday. */
function inWeek(sentOn: Day, weeks: number, wanted: number): Day {
  return addDays(sentOn, weeks * 7 + wanted - weekday(sentOn))
}

function fromNow(count: string | undefined, unit: string, sentOn: Day): Day | null {
  const number = numberOf(count)
  if (number === null) return null
  if (/ouvr|working|business/.test(unit)) return workingDays(sentOn, number)
  if (/^(semaine|week)/.test(unit)) return addDays(sentOn, 7 * number)
  if (/^mo/.test(unit)) return addMonths(sentOn, number)
  return addDays(sentOn, /^h/.test(unit) ? Math.ceil(number / 24) : number)
}

function ago(count: string | undefined, unit = '', sentOn: Day): Day | null {
  const number = numberOf(count)
  return number === null ? null : addDays(sentOn, -number * (/^(semaine|week)/.test(unit) ? 7 : 1))
}

/** Mondays to Fridays: the writer thinks of no holiday. */
function workingDays(from: Day, count: number): Day {
  let day = from
  for (let left = count; left > 0; ) {
    day = addDays(day, 1)
    if (weekday(day) <= FRIDAY) left -= 1
  }
  return day
}

function dayOfMonth(date: number, sentOn: Day, direction: Direction): Day | null {
  const { year, month } = civil(sentOn)
  const here = civilDay(year, month, date)
  if (here !== null && (direction === 'ahead' ? here >= sentOn : here <= sentOn)) return here
  const there = civil(addMonths(sentOn, direction === 'ahead' ? 1 : -1))
  return civilDay(there.year, there.month, date)
}

function isEarly(part: string | undefined): boolean {
  return /debut|early|beginning|start/.test(part ?? '')
}

function numberOf(word: string | undefined): number | null {
  return COUNTS[word ?? ''] ?? (/^\d+$/.test(word ?? '') ? Number(word) : null)
}
