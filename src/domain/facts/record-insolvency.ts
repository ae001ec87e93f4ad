import type { Case } from '../case/case.ts'
import { isJudgmentInForce } from '../case/insolvency.ts'
import { unknownItem } from '../case/named-items.ts'
import type { Hold } from '../case/recorded-hold.ts'
import { type Day, formatDay } from '../date.ts'
import { type Refusal, type RefusalParams, refuse } from '../refusal.ts'
import type { Fact } from './fact.ts'
import { addHold } from './record-agreement.ts'

/** A judgment that opens insolvency proceedings. Told again, it takes the publication and kind that were not known. */
export function openInsolvency(caseFile: Case, fact: Fact & { kind: 'insolvency' }, on: Day): Case | Refusal {
  const { publishedOn, procedure } = fact
  const late =
    inTheFuture('judgment', fact.on, on) ?? (publishedOn && inTheFuture('publication', publishedOn, on))
  if (late) return late
  if (publishedOn !== null && publishedOn < fact.on) {
    return tooEarly('publication', publishedOn, fact.on)
  }
  const known = caseFile.holds.find(hold => isJudgmentInForce(hold) && hold.from === fact.on)
  if (!known) {
    return addHold(caseFile, {
      reason: 'insolvency',
      itemIds: null,
      from: fact.on,
      until: null,
      publishedOn,
      procedure,
    })
  }
  const completed = {
    ...known,
    publishedOn: publishedOn ?? known.publishedOn,
    procedure: procedure ?? known.procedure,
  }
  return { ...caseFile, holds: caseFile.holds.map(hold => (hold === known ? completed : hold)) }
}

/** The decision that a consumer's file is admissible (conso L722-2, L722-5): claims born before it are no longer asked for. */
export function openOverIndebtedness(caseFile: Case, decidedOn: Day, on: Day): Case | Refusal {
  return (
    inTheFuture('over-indebtedness', decidedOn, on) ??
    addHold(caseFile, { reason: 'over-indebtedness', itemIds: null, from: decidedOn, until: null })
  )
}

/** The claim was declared to the mandataire. */
export function declareClaim(caseFile: Case, declaredOn: Day, on: Day): Case | Refusal {
  return onJudgments(caseFile, 'declaration', declaredOn, on, hold => ({ ...hold, declaredOn }))
}

/**
 * The procedure is over: a person says so, since only a person can tell what may be asked from then on
 * (docs/rules.md 26.4).
 */
export function closeInsolvency(caseFile: Case, closedOn: Day, on: Day): Case | Refusal {
  return onJudgments(caseFile, 'closing', closedOn, on, hold => ({ ...hold, endedOn: closedOn }))
}

/** The day on which an invoice's goods or services were delivered: its claim was born then, not when it was issued. */
export function performed(caseFile: Case, fact: Fact & { kind: 'performed' }, on: Day): Case | Refusal {
  if (!caseFile.items.some(item => item.invoice === fact.invoice)) return unknownItem(caseFile, fact.invoice)
  const items = caseFile.items.map(item =>
    item.invoice === fact.invoice ? { ...item, performedOn: fact.on } : item,
  )
  return inTheFuture('performance', fact.on, on) ?? { ...caseFile, items }
}

function onJudgments(
  caseFile: Case,
  what: 'declaration' | 'closing',
  day: Day,
  on: Day,
  change: (hold: Hold) => Hold,
): Case | Refusal {
  const judgments = caseFile.holds.filter(isJudgmentInForce)
  if (judgments.length === 0) return refuse('no-insolvency', {})
  const before = judgments.find(judgment => day < judgment.from)
  if (before) return tooEarly(what, day, before.from)
  const holds = caseFile.holds.map(hold => (isJudgmentInForce(hold) ? change(hold) : hold))
  return inTheFuture(what, day, on) ?? { ...caseFile, holds }
}

function tooEarly(what: Past['what'], day: Day, judgmentOn: Day): Refusal {
  return refuse('date-in-the-past', { what, date: formatDay(day), against: formatDay(judgmentOn) })
}

function inTheFuture(what: Future['what'], day: Day, on: Day): Refusal | null {
  if (day <= on) return null
  return refuse('date-in-the-future', { what, date: formatDay(day), recordedOn: formatDay(on) })
}

type Past = RefusalParams['date-in-the-past']
type Future = RefusalParams['date-in-the-future']
