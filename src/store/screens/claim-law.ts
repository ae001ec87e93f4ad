import { addDays, type Day, formatDay, laterOf } from '../../domain/date.ts'
import type { DebtorKind } from '../../domain/debtor.ts'
import {
  type LatePaymentRule,
  nextSemesterStart,
  type RateBook,
  semesterStart,
} from '../../domain/interest/rate.ts'
import { statutoryRates } from '../../domain/interest/statutory-rate.ts'

/** What the law of late payment says, as columns of a statement's parameters: one row to a kind of debtor. */
type RuleRow = [
  kind: DebtorKind,
  article: string,
  fromNotice: boolean,
  bySemester: boolean,
  surchargeMonths: number | null,
  indemnityCents: string | null,
  indemnitySince: string | null,
]

/** A rate from a day to another; null and its name where it isn't known. */
type RateRow = [
  kind: DebtorKind,
  startsOn: string,
  endsOn: string,
  surcharged: boolean,
  rateBps: number | null,
  unknown: string | null,
]

/** The rules and rates that a claim to a day may need: parameters that `unnest` makes tables of, in this order. */
export function claimLaw(rates: RateBook, until: Day): unknown[] {
  const rules = Object.entries(rates.rules) as [DebtorKind, LatePaymentRule][]
  return [
    ...columnsOf(
      7,
      rules.map(([kind, rule]) => ruleRow(kind, rule)),
    ),
    ...columnsOf(
      6,
      rules.flatMap(([kind, rule]) => rateRows(rates, kind, rule, until)),
    ),
  ]
}

function ruleRow(kind: DebtorKind, rule: LatePaymentRule): RuleRow {
  const { article, runsFrom, anchor, afterJudgment, indemnity } = rule
  return [
    kind,
    article,
    runsFrom === 'formal-notice',
    anchor === 'each-semester',
    afterJudgment?.months ?? null,
    indemnity && String(indemnity.amountCents),
    indemnity && formatDay(indemnity.since),
  ]
}

function rateRows(rates: RateBook, kind: DebtorKind, rule: LatePaymentRule, until: Day): RateRow[] {
  const rows: RateRow[] = []
  const known = statutoryRates(rates, kind)
  for (let start = semesterStart(rule.since); start <= until; start = nextSemesterStart(start)) {
    const startsOn = laterOf(start, rule.since)
    const endsOn = formatDay(addDays(nextSemesterStart(start), -1))
    for (const surcharged of rule.afterJudgment ? [false, true] : [false]) {
      const rate = known.rateOn(startsOn, surcharged)
      const [rateBps, unknown] = 'unknownRate' in rate ? [null, rate.unknownRate] : [rate.rateBps, null]
      rows.push([kind, formatDay(startsOn), endsOn, surcharged, rateBps, unknown])
    }
  }
  return rows
}

function columnsOf(count: number, rows: readonly unknown[][]): unknown[][] {
  return Array.from({ length: count }, (_, column) => rows.map(row => row[column]))
}
