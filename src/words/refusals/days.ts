/** A day that can't be, or that comes too late. Days as ISO dates. */
import { phrases } from '../language.ts'

type Period = { from: string; until: string }

export const DAY_REFUSALS = phrases(
  {
    'date-before-last-run': ({ date, lastRunOn }: { date: string; lastRunOn: string }) =>
      `le ${date} précède le dernier jour traité (${lastRunOn})`,
    'date-in-the-future': {
      'bank-data': ({ date, today }: { date: string; today: string }) =>
        `les règlements ne peuvent pas être connus jusqu'au ${date} : nous sommes le ${today}`,
      tracking: 'la date vient après le jour de l’import',
    },
    'until-before-from': {
      simulation: ({ from, until }: Period) =>
        `la simulation finirait le ${until}, avant son début le ${from}`,
      period: ({ from, until }: Period) => `la période finit le ${until}, avant de commencer (${from})`,
    },
    'simulation-too-long': 'une simulation couvre au plus trois ans',
    'impossible-dates': {
      order: ({ from, until }: Period) => `le dernier jour connu (${until}) précède le premier (${from})`,
      range: ({ from, until, earliest, latest }: Period & { earliest: string; latest: string }) =>
        `du ${from} au ${until} : un taux se note entre le ${earliest} et un an d'avance (${latest})`,
    },
  },
  {
    'date-before-last-run': ({ date, lastRunOn }) => `${date} is before the last day decided (${lastRunOn})`,
    'date-in-the-future': {
      'bank-data': ({ date, today }) => `payments cannot be known until ${date}: today is ${today}`,
      tracking: 'the date is after the day of the import',
    },
    'until-before-from': {
      simulation: ({ from, until }) => `the simulation would end on ${until}, before it begins on ${from}`,
      period: ({ from, until }) => `the period ends on ${until}, before it begins (${from})`,
    },
    'simulation-too-long': 'a simulation covers three years at most',
    'impossible-dates': {
      order: ({ from, until }) => `the last day known (${until}) is before the first (${from})`,
      range: ({ from, until, earliest, latest }) =>
        `from ${from} to ${until}: a rate is recorded between ${earliest} and one year ahead (${latest})`,
    },
  },
)
