import type { Case } from '../case/case.ts'
import { isJudgmentInForce } from '../case/insolvency.ts'
import { unknownItem } from '../case/named-items.ts'
import type { Hold } from '../case/recorded-hold.ts'
import { type Day, formatDay } from '../date.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Fact } from './fact.ts'
import { addHold } from './record-agreement.ts'

/** A judgment that opens insolvency proceedings. Told again, it takes the publication and kind that were not known. */
export function openInsolvency(dossier: Case, fact: Fact & { kind: 'insolvency' }, on: Day): Case | Refusal {
  const { publishedOn, procedure } = fact
  const late =
    inTheFuture('le jugement', fact.on, on) ?? (publishedOn && inTheFuture('la publication', publishedOn, on))
  if (late) return late
  if (publishedOn !== null && publishedOn < fact.on) {
    return refuse(
      'date-in-the-past',
      `la publication (${formatDay(publishedOn)}) précède le jugement (${formatDay(fact.on)})`,
    )
  }
  const known = dossier.holds.find(hold => isJudgmentInForce(hold) && hold.from === fact.on)
  if (!known) {
    return addHold(dossier, {
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
  return { ...dossier, holds: dossier.holds.map(hold => (hold === known ? completed : hold)) }
}

/** The decision that a consumer's file is admissible (conso L722-2, L722-5): claims born before it are no longer asked for. */
export function openOverIndebtedness(dossier: Case, decidedOn: Day, on: Day): Case | Refusal {
  return (
    inTheFuture('la décision', decidedOn, on) ??
    addHold(dossier, { reason: 'over-indebtedness', itemIds: null, from: decidedOn, until: null })
  )
}

/** The claim was declared to the mandataire. */
export function declareClaim(dossier: Case, declaredOn: Day, on: Day): Case | Refusal {
  return onJudgments(dossier, 'la déclaration', declaredOn, on, hold => ({ ...hold, declaredOn }))
}

/**
 * The procedure is over: a person says so, since only a person can tell what may be asked from then on
 * (docs/rules.md 26.4).
 */
export function closeInsolvency(dossier: Case, closedOn: Day, on: Day): Case | Refusal {
  return onJudgments(dossier, 'la clôture', closedOn, on, hold => ({ ...hold, endedOn: closedOn }))
}

/** The day on which an invoice's goods or services were delivered: its claim was born then, not when it was issued. */
export function performed(dossier: Case, fact: Fact & { kind: 'performed' }, on: Day): Case | Refusal {
  if (!dossier.items.some(item => item.invoice === fact.invoice)) return unknownItem(dossier, fact.invoice)
  const items = dossier.items.map(item =>
    item.invoice === fact.invoice ? { ...item, performedOn: fact.on } : item,
  )
  return inTheFuture("l'exécution", fact.on, on) ?? { ...dossier, items }
}

function onJudgments(
  dossier: Case,
  what: string,
  day: Day,
  on: Day,
  change: (hold: Hold) => Hold,
): Case | Refusal {
  const judgments = dossier.holds.filter(isJudgmentInForce)
  if (judgments.length === 0)
    return refuse('no-insolvency', 'aucune procédure collective en cours dans ce dossier')
  const before = judgments.find(judgment => day < judgment.from)
  if (before) {
    const dates = `${what} (${formatDay(day)}) précède le jugement (${formatDay(before.from)})`
    return refuse('date-in-the-past', dates)
  }
  const holds = dossier.holds.map(hold => (isJudgmentInForce(hold) ? change(hold) : hold))
  return inTheFuture(what, day, on) ?? { ...dossier, holds }
}

function inTheFuture(what: string, day: Day, on: Day): Refusal | null {
  if (day <= on) return null
  return refuse(
    'date-in-the-future',
    `${what} (${formatDay(day)}) vient après le jour où elle est notée (${formatDay(on)})`,
  )
}
