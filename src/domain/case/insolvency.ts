import { nextContactDay } from '../calendar.ts'
import { addDays, addMonths, type Day, earlierOf, formatDay } from '../date.ts'
import type { Law } from '../law/law.ts'
import type { Task, TaskParams } from '../task.ts'
import type { Case } from './case.ts'
import type { OpenItem } from './open-item.ts'
import { covers, type Hold } from './recorded-hold.ts'

/** What a judgment asks of the creditor: to declare to the mandataire, in time, what was owed before it. */
export type Declaration = {
  judgmentOn: Day
  publishedOn: Day | null
  months: number
  /** Last day to declare. */
  deadline: Day
  /** Last day to ask for relief once that one is past. */
  reliefUntil: Day
}

const ALERT_DAYS = 15

/**
 * The declaration that a judgment calls for. A publication that nobody knows is counted from the judgment, which always
 * comes before it. A deadline on a day off moves to the next working day (CPC 642). The last day to ask for relief does
 * not: no text was read that moves it (docs/rules.md 26.2).
 */
export function declarationOf(
  judgment: Pick<Hold, 'from' | 'publishedOn'>,
  settings: Case['settings'],
  law: Law,
): Declaration {
  const start = judgment.publishedOn ?? judgment.from
  const { declarationMonths, declarationMonthsFromAfar, reliefMonths } = law.insolvency
  const months = settings.creditorOutsideMetropolitanFrance ? declarationMonthsFromAfar : declarationMonths
  return {
    judgmentOn: judgment.from,
    publishedOn: judgment.publishedOn,
    months,
    deadline: nextContactDay(law.national ?? law, addMonths(start, months)),
    reliefUntil: addMonths(start, reliefMonths),
  }
}

/**
 * A task for each judgment whose claims are still to be declared: while there is time, when fifteen days are left, and
 * once it is too late (docs/rules.md 26.3).
 */
export function declarationTasks(caseFile: Case, items: readonly OpenItem[], today: Day, law: Law): Task[] {
  return undeclared(caseFile, items).map(({ judgment, itemIds }) => {
    const declaration = declarationOf(judgment, caseFile.settings, law)
    const code = declarationCode(declaration, today)
    return { code, step: null, itemIds, since: today, params: daysOf(code, declaration) }
  })
}

/** The days on which a declaration becomes urgent, then late. */
export function declarationDays(caseFile: Case, items: readonly OpenItem[], law: Law): Day[] {
  return undeclared(caseFile, items).flatMap(({ judgment }) => {
    const { deadline } = declarationOf(judgment, caseFile.settings, law)
    return [addDays(deadline, -ALERT_DAYS), addDays(deadline, 1)]
  })
}

/**
 * The first judgment after the birth of a claim. Interest stops on its eve, whatever became of the procedure
 * (docs/rules.md 26.6).
 */
export function judgmentAfter(
  caseFile: Case,
  item: Pick<OpenItem, 'id' | 'issuedOn' | 'performedOn'>,
): Day | null {
  const later = caseFile.holds.filter(hold => hold.reason === 'insolvency' && covers(hold, item))
  return later.length > 0 ? later.map(hold => hold.from).reduce(earlierOf) : null
}

export function isJudgmentInForce(hold: Hold): boolean {
  return hold.reason === 'insolvency' && hold.endedOn === null
}

function undeclared(caseFile: Case, items: readonly OpenItem[]): { judgment: Hold; itemIds: number[] }[] {
  return caseFile.holds
    .filter(hold => isJudgmentInForce(hold) && hold.declaredOn === null)
    .map(judgment => ({
      judgment,
      itemIds: items.filter(item => covers(judgment, item)).map(item => item.id),
    }))
    .filter(({ itemIds }) => itemIds.length > 0)
}

function declarationCode({ deadline }: Declaration, today: Day): DeclarationTask {
  if (today > deadline) return 'declaration-missed'
  return today >= addDays(deadline, -ALERT_DAYS) ? 'declaration-due-soon' : 'declare-claim'
}

type DeclarationTask = 'declare-claim' | 'declaration-due-soon' | 'declaration-missed'

/** `by` is the last day to do what the task says; an unknown publication is left out. */
function daysOf(code: DeclarationTask, declaration: Declaration): TaskParams[DeclarationTask] {
  const { judgmentOn, publishedOn, months, deadline, reliefUntil } = declaration
  return {
    by: formatDay(code === 'declaration-missed' ? reliefUntil : deadline),
    deadline: formatDay(deadline),
    months,
    judgmentOn: formatDay(judgmentOn),
    ...(publishedOn !== null && { publishedOn: formatDay(publishedOn) }),
  }
}
