import type { Case } from '../case/case.ts'
import { isSameHeld } from '../case/hold.ts'
import { compareNumbers, type DueItem } from '../case/invoice.ts'
import { formatDay } from '../date.ts'
import type { Decision } from '../decide/decision.ts'
import { formatAmount } from '../money.ts'
import type { ReasonCode } from '../reason.ts'
import { isSameTask, type Task } from '../task.ts'
import { quoted } from './line-words.ts'

/** One decision in the words of the story language, with the codes of its reasons. */
export type ToldLine = { text: string; because: readonly ReasonCode[] }

/** What is new this morning: `caseFile` is the case before the decision. Holds and tasks told before aren't repeated. */
export function tell(caseFile: Case, decision: Decision): ToldLine[] {
  const names = (itemIds: readonly number[]) => namesOf(caseFile, itemIds).map(quoted)
  const kept = decision.outcomes.filter(o => o.kind === 'promise' && o.status !== 'broken')
  const broken = decision.outcomes.filter(o => o.kind === 'promise' && o.status === 'broken')
  const said = decision.actions.filter(action => action.isNew)
  const codes = (action: (typeof said)[number]) => action.because.map(reason => reason.code)
  return [
    ...said
      .filter(action => action.kind === 'act')
      .map(a => told(['act', a.step, a.channel, ...names(a.itemIds)], codes(a))),
    ...said
      .filter(action => action.kind === 'propose')
      .map(a => told(['propose', a.step, ...names(a.itemIds)], codes(a))),
    ...said
      .filter(action => action.kind === 'ask')
      .map(a => told(['ask', a.step, ...names(a.itemIds)], codes(a))),
    ...decision.holds
      .filter(hold => !caseFile.toldHolds.some(other => isSameHeld(hold, other)))
      .map(hold => told(['hold', hold.reason, ...names(hold.itemIds), 'until', untilText(hold.until)])),
    ...kept.map(outcome => told(['kept', formatAmount(outcome.amountCents)])),
    ...broken.map(outcome => told(['broken', formatAmount(outcome.amountCents)])),
    ...decision.lapses.map(lapse => told(['lapse', lapse.step, ...names(lapse.itemIds)])),
    ...decision.skips.map(skip => told(['skipped', skip.step, ...names(skip.itemIds), skip.code])),
    ...decision.tasks
      .filter(task => !caseFile.openTasks.some(other => isSameTask(task, other)))
      .map(task => told(['task', task.code, ...names(task.itemIds), ...byText(task)])),
    ...(decision.closed ? [told(['close', decision.closed])] : []),
  ]
}

/** Item ids → their names as people read them in a list: one with a space stands between quotes. */
export function namer(caseFile: Named): (itemIds: readonly number[]) => string[] {
  return itemIds => namesOf(caseFile, itemIds).map(name => (/\s/.test(name) ? `"${name}"` : name))
}

type Named = { items: readonly DueItem[] }

/** Oldest due date first, then number. */
function namesOf({ items }: Named, itemIds: readonly number[]): string[] {
  const byId = new Map(items.map(item => [item.id, item]))
  return itemIds
    .flatMap(id => byId.get(id) ?? [])
    .sort((a, b) => (a.dueOn ?? Infinity) - (b.dueOn ?? Infinity) || compareNumbers(a.name, b.name))
    .map(item => item.name)
}

function byText({ params }: Task): string[] {
  return params?.by === undefined ? [] : ['by', String(params.by)]
}

function untilText(until: Parameters<typeof formatDay>[0] | null): string {
  return until === null ? 'person' : formatDay(until)
}

function told(words: string[], because: readonly ReasonCode[] = []): ToldLine {
  return { text: words.join(' '), because }
}
