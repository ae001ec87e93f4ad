import { addDays, type Day } from '../date.ts'
import type { DebtorKind } from '../debtor.ts'
import { nextSemesterStart, type RateBook, semesterStart, type UnknownRate } from './rate.ts'

/** A rate in basis points, and the text of law or the clause that it comes from. */
export type StatedRate = { readonly rateBps: number; readonly source: string }

/** The law's rate on a day, good until the end of its semester. */
export type StatutoryRate = StatedRate & { readonly semesterEndsOn: Day }

/** What the law makes one kind of debtor pay; `surcharged` once a judgment has been enforceable long enough. */
export type StatutoryRates = { rateOn(on: Day, surcharged: boolean): StatutoryRate | UnknownRate }

/** The rates of a book for one kind of debtor. A book never changes, so each of its days is worked out once. */
export function statutoryRates(rates: RateBook, debtor: DebtorKind): StatutoryRates {
  const known = BOOKS.get(rates)
  if (known) return known[debtor]
  const made = {
    business: rememberedRates(rates, 'business'),
    consumer: rememberedRates(rates, 'consumer'),
    'public-body': rememberedRates(rates, 'public-body'),
  }
  BOOKS.set(rates, made)
  return made[debtor]
}

const BOOKS = new WeakMap<RateBook, Record<DebtorKind, StatutoryRates>>()

/** Room for each day until 2079, which makes a look-up the cheapest there is; later days are remembered too, slower. */
const DAYS = 40_000

function rememberedRates(rates: RateBook, debtor: DebtorKind): StatutoryRates {
  const plain = new Array<StatutoryRate | UnknownRate | undefined>(DAYS)
  const withSurcharge = new Array<StatutoryRate | UnknownRate | undefined>(DAYS)
  return {
    rateOn(on, surcharged) {
      const days = surcharged ? withSurcharge : plain
      const known = days[on]
      if (known) return known
      const found = lookUp(rates, debtor, on, surcharged)
      days[on] = found
      return found
    },
  }
}

function lookUp(
  rates: RateBook,
  debtor: DebtorKind,
  on: Day,
  surcharged: boolean,
): StatutoryRate | UnknownRate {
  const rule = rates.rules[debtor]
  if (on < rule.since) return { unknownRate: rates.rateBefore(rule.article, on) }
  const semester = semesterStart(on)
  const base = rule.base === 'ecb' ? rates.ecbRateOn(semester) : rates.legalRateOn(semester, 'other')
  if ('unknownRate' in base) return base
  const surcharge = surcharged ? (rule.afterJudgment ?? null) : null
  return {
    rateBps: base.rateBps + rule.marginBps + (surcharge?.marginBps ?? 0),
    source: `${rule.article} : ${base.name}${points(rule.marginBps)}${surcharge ? `${points(surcharge.marginBps)} (${surcharge.article})` : ''}`,
    semesterEndsOn: addDays(nextSemesterStart(on), -1),
  }
}

function points(marginBps: number): string {
  return marginBps === 0 ? '' : ` + ${marginBps / 100} points`
}
